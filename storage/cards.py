"""Who gets a printed card, and the tokens that were printed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import insert, or_, select, update

from storage.engine import Session
from storage.invitations import NewInvitation
from storage.models import (
    ContactLink,
    Grid,
    GridLead,
    Household,
    Invitation,
    InvitationKind,
    Official,
)


class CardHousehold(NamedTuple):
    id: int
    code: str
    head: str
    address: str
    cadre_name: str | None
    cadre_phone: str | None


async def find_grids(session: Session, called: str) -> list[Grid]:
    """The grid with that code; else all of that name or short name."""
    query = select(Grid).where(or_(Grid.code == called, Grid.name == called, Grid.short_name == called))
    found = list(await session.scalars(query.order_by(Grid.code)))
    return [grid for grid in found if grid.code == called] or found


async def list_card_households(session: Session, village_id: int) -> list[CardHousehold]:
    """Of a village, in the order of their codes, each with its cadre of today."""
    query = (
        select(Household.id, Household.code, Household.head, Household.address, Official.name, Official.phone)
        .outerjoin(ContactLink, (ContactLink.household_id == Household.id) & ContactLink.until.is_(None))
        .outerjoin(Official, Official.id == ContactLink.official_id)
        .where(Household.grid_id == village_id)
        .order_by(Household.code)
    )
    return [CardHousehold(*row) for row in (await session.execute(query))]


async def list_officials_under(session: Session, grid_id: int) -> Sequence[Official]:
    """Leads of the grid and of all below it, and the cadres of their households, by number."""
    below = select(Grid.id).where(Grid.id == grid_id).cte(recursive=True)
    below = below.union_all(select(Grid.id).where(Grid.parent_id == below.c.id))
    grids = select(below.c.id)
    leads = select(GridLead.official_id).where(GridLead.grid_id.in_(grids), GridLead.until.is_(None))
    households = select(Household.id).where(Household.grid_id.in_(grids))
    cadres = select(ContactLink.official_id).where(
        ContactLink.household_id.in_(households), ContactLink.until.is_(None)
    )
    meant = or_(Official.id.in_(leads), Official.id.in_(cadres))
    query = select(Official).where(meant, Official.left_at.is_(None)).order_by(Official.no)
    return (await session.scalars(query)).all()


async def add_invitations(session: Session, invitations: Sequence[NewInvitation], now: datetime) -> None:
    if invitations:
        await session.execute(insert(Invitation), [vars(one) | {"issued_at": now} for one in invitations])


async def record_replaced(session: Session, kind: InvitationKind, whose: Collection[int], now: datetime) -> None:
    """The cards of that kind that these had until now open nothing any more."""
    column = Invitation.official_id if kind == InvitationKind.OFFICIAL else Invitation.household_id
    live = Invitation.kind == kind, column.in_(whose), Invitation.used_at.is_(None), Invitation.revoked_at.is_(None)
    await session.execute(update(Invitation).where(*live).values(revoked_at=now))
