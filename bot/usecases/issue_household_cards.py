"""New cards for the households of a village: slips that link, plates that ask."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from bot.rules.cards import CardKind, CardOrder, Contact, HouseholdCard, end_of, last_day
from bot.rules.errors import Problem
from bot.rules.levels import Level
from bot.usecases.find_grid import find_grid
from bot.usecases.tokens import new_token, token_hash
from storage.cards import (
    CardHousehold,
    add_invitations,
    list_card_households,
    record_replaced,
)
from storage.engine import Session
from storage.grids import list_leads
from storage.invitations import NewInvitation
from storage.models import InvitationKind


async def issue_household_cards(
    session: Session, order: CardOrder, slip_for: timedelta, now: datetime
) -> list[HouseholdCard]:
    """The tokens in clear, this one time. Raises Problem where the village or a household is not known."""
    village = await find_grid(session, order.grid)
    if village.level != Level.VILLAGE:
        raise Problem(f"{village.name} is a {village.level}. Household cards are printed village by village.")
    rows = _chosen(await list_card_households(session, village.id), order.whose, village.name)
    lead = (await list_leads(session, village.id))[0]
    until = last_day(now, slip_for)
    tokens: dict[int, dict[CardKind, str]] = {row.id: {kind: new_token() for kind in order.kinds} for row in rows}
    for kind in order.kinds:
        if order.replace:
            await record_replaced(session, InvitationKind(kind), list(tokens), now)
        expires_at = end_of(until) if kind == CardKind.SLIP else None
        new = [
            NewInvitation(token_hash(token[kind]), InvitationKind(kind), household_id=id_, expires_at=expires_at)
            for id_, token in tokens.items()
        ]
        await add_invitations(session, new, now)
    leader = Contact(lead.name, lead.phone or "")
    return [_card(row, village.name, leader, tokens[row.id], until) for row in rows]


def _card(row: CardHousehold, village: str, lead: Contact, tokens: dict[CardKind, str], until: date) -> HouseholdCard:
    cadre = Contact(row.cadre_name, row.cadre_phone or "") if row.cadre_name else lead
    return HouseholdCard(village, row.code, row.head, row.address, cadre, lead, tokens, until)


def _chosen(rows: list[CardHousehold], codes: Collection[str], village: str) -> list[CardHousehold]:
    unknown = sorted(set(codes) - {row.code for row in rows})
    if unknown:
        raise Problem(f"{village} has no household {', '.join(unknown)}. Codes are those of households.csv.")
    if not rows:
        raise Problem(f"{village} has no households. Import the roster first: huiyin roster import DIR")
    return [row for row in rows if not codes or row.code in codes]
