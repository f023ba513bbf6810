"""New cards for the leads and cadres of a grid. A card only asks: the county office confirms who it was."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.rules.cards import CardOrder, OfficialCard, end_of, last_day
from bot.rules.errors import Problem
from bot.usecases.find_grid import find_grid
from bot.usecases.tokens import new_token, token_hash
from storage.cards import add_invitations, list_officials_under, record_replaced
from storage.engine import Session
from storage.invitations import NewInvitation
from storage.models import InvitationKind, Official

_KIND = InvitationKind.OFFICIAL


async def issue_official_cards(
    session: Session, order: CardOrder, valid_for: timedelta, now: datetime
) -> list[OfficialCard]:
    """For all of the grid and below it, or those of `order.whose` among them.

    The tokens in clear, this one time. Raises Problem where the grid or a number is not known.
    """
    found = await find_grid(session, order.grid)
    rows = _chosen(await list_officials_under(session, found.id), order.whose, found.name)
    until = last_day(now, valid_for)
    cards = [OfficialCard(row.no, row.name, row.unit, row.post, new_token(), until) for row in rows]
    if order.replace:
        await record_replaced(session, _KIND, [row.id for row in rows], now)
    new = [
        NewInvitation(token_hash(card.token), _KIND, official_id=row.id, expires_at=end_of(until))
        for row, card in zip(rows, cards, strict=True)
    ]
    await add_invitations(session, new, now)
    return cards


def _chosen(rows: Sequence[Official], numbers: Collection[str], grid: str) -> list[Official]:
    unknown = sorted(set(numbers) - {row.no for row in rows})
    if unknown:
        raise Problem(f"{grid} has no lead or cadre {', '.join(unknown)}. Numbers are those of officials.csv.")
    return [row for row in rows if not numbers or row.no in numbers]
