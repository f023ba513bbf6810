"""New cards for the leads and cadres of a grid. A card only asks: the county office confirms who it was."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.rules.cards import OfficialCard
from bot.rules.errors import Problem
from bot.usecases.find_grid import find_grid
from bot.usecases.tokens import new_token, token_hash
from storage.cards import NewInvitation, OfficialRow, add_invitations, list_officials_under, record_replaced
from storage.engine import Session
from storage.models import InvitationKind

_KIND = InvitationKind.OFFICIAL


async def issue_official_cards(
    session: Session, grid: str, numbers: Collection[str], valid_for: timedelta, now: datetime
) -> list[OfficialCard]:
    """For all of the grid and below it, or those `numbers` among them; earlier unused cards end.

    The tokens in clear, this one time. Raises Problem where the grid or a number is not known.
    """
    found = await find_grid(session, grid)
    rows = _chosen(await list_officials_under(session, found.id), numbers, found.name)
    until = now + valid_for
    cards = [OfficialCard(row.no, row.name, row.unit, row.post, new_token(), until) for row in rows]
    await record_replaced(session, _KIND, [row.id for row in rows], now)
    new = [NewInvitation(token_hash(card.token), row.id, until) for row, card in zip(rows, cards, strict=True)]
    await add_invitations(session, _KIND, new, now)
    return cards


def _chosen(rows: list[OfficialRow], numbers: Collection[str], grid: str) -> list[OfficialRow]:
    unknown = sorted(set(numbers) - {row.no for row in rows})
    if unknown:
        raise Problem(f"{grid} has no lead or cadre {', '.join(unknown)}. Numbers are those of officials.csv.")
    return [row for row in rows if not numbers or row.no in numbers]
