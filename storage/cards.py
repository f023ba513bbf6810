"""Who gets a printed card, and the tokens that were printed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, insert, or_, select, update

from storage.engine import Session
from storage.models import (
    ContactLink,
    Grid,
    GridLead,
    Household,
    Invitation,
    InvitationKind,
    Official,
)


class HouseholdRow(NamedTuple):
    id: int
    code: str
    head: str
    address: str
    cadre_name: str | None
    cadre_phone: str | None


class OfficialRow(NamedTuple):
    id: int
    no: str
    name: str
    unit: str
    post: str
    phone: str | None


class NewInvitation(NamedTuple):
    """Of a household or, for the kind OFFICIAL, of an official: `whose` is its key."""

    token_hash: str
    whose: int
    expires_at: datetime | None


async def find_grids(session: Session, called: str) -> list[Grid]:
    """The grid with that code; else all of that name or short name."""
    query = select(Grid).where(or_(Grid.code == called, Grid.name == called, Grid.short_name == called))
    found = list(await session.scalars(query.order_by(Grid.code)))
    return [grid for grid in found if grid.code == called] or found


async def list_households(session: Session, village_id: int) -> list[HouseholdRow]:
    """Of a village, in the order of their codes, each with its cadre of today."""
    query = (
        select(Household.id, Household.code, Household.head, Household.address, Official.name, Official.phone)
        .outerjoin(ContactLink, (ContactLink.household_id == Household.id) & ContactLink.until.is_(None))
        .outerjoin(Official, Official.id == ContactLink.official_id)
        .where(Household.grid_id == village_id)
        .order_by(Household.code)
    )
    return [HouseholdRow(*row) for row in (await session.execute(query)).tuples()]


async def list_leads(session: Session, grid_id: int) -> list[OfficialRow]:
    """The first lead first."""
    query = _officials().join(GridLead, GridLead.official_id == Official.id)
    query = query.where(GridLead.grid_id == grid_id, GridLead.until.is_(None)).order_by(GridLead.rank)
    return [OfficialRow(*row) for row in (await session.execute(query)).tuples()]


async def list_officials_under(session: Session, grid_id: int) -> list[OfficialRow]:
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
    query = _officials().where(meant, Official.left_at.is_(None)).order_by(Official.no)
    return [OfficialRow(*row) for row in (await session.execute(query)).tuples()]


async def add_invitations(
    session: Session, kind: InvitationKind, invitations: Sequence[NewInvitation], now: datetime
) -> None:
    """Issued by the county office."""
    whose = "official_id" if kind == InvitationKind.OFFICIAL else "household_id"
    rows = [
        {"kind": kind, "token_hash": one.token_hash, whose: one.whose, "issued_at": now, "expires_at": one.expires_at}
        for one in invitations
    ]
    if rows:
        await session.execute(insert(Invitation), rows)


async def record_replaced(session: Session, kind: InvitationKind, whose: Collection[int], now: datetime) -> None:
    """The cards of that kind that these had until now open nothing any more."""
    column = Invitation.official_id if kind == InvitationKind.OFFICIAL else Invitation.household_id
    live = Invitation.kind == kind, column.in_(whose), Invitation.used_at.is_(None), Invitation.revoked_at.is_(None)
    await session.execute(update(Invitation).where(*live).values(revoked_at=now))


def _officials() -> Select[int, str, str, str, str, str | None]:
    return select(Official.id, Official.no, Official.name, Official.unit, Official.post, Official.phone)
