"""Households, and which of them nobody speaks for yet."""

from collections.abc import Sequence

from sqlalchemy import Select, exists, or_, select

from bot.rules.levels import Level
from storage.coverage import has_cadre
from storage.engine import Session
from storage.models import ContactLink, Grid, GridLead, Household, HouseholdMember
from storage.remembered import remembered

_IS_LINKED = exists().where(HouseholdMember.household_id == Household.id, HouseholdMember.until.is_(None))


async def find_household(session: Session, code: str) -> Household | None:
    return (await session.scalars(select(Household).where(Household.code == code))).one_or_none()


@remembered(Household)
async def access_household(session: Session, household_id: int) -> Household:
    """By a key of ours."""
    return await session.get_one(Household, household_id)


async def list_households(session: Session, village_id: int) -> Sequence[Household]:
    return (
        await session.scalars(select(Household).where(Household.grid_id == village_id).order_by(Household.code))
    ).all()


async def list_households_of_cadre(session: Session, official_id: int) -> Sequence[Household]:
    return (await session.scalars(_of_cadre(official_id))).all()


async def list_unlinked_households(session: Session, official_id: int) -> Sequence[Household]:
    """The cadre's households that no account speaks for."""
    return (await session.scalars(_of_cadre(official_id).where(~_IS_LINKED))).all()


async def list_households_to_write_for(
    session: Session, officials: frozenset[int], homes: frozenset[int]
) -> Sequence[Household]:
    """Those that these officials are linked with, all of the villages that they lead, and all of the villages in
    which these homes stand."""
    linked = select(ContactLink.household_id).where(ContactLink.official_id.in_(officials), ContactLink.until.is_(None))
    led = select(GridLead.grid_id).join(Grid, Grid.id == GridLead.grid_id)
    led = led.where(GridLead.official_id.in_(officials), GridLead.until.is_(None), Grid.level == Level.VILLAGE)
    own = select(Household.grid_id).where(Household.id.in_(homes))
    theirs = or_(Household.id.in_(linked), Household.grid_id.in_(led), Household.grid_id.in_(own))
    return (await session.scalars(select(Household).where(theirs).order_by(Household.code))).all()


async def list_unassigned_households(session: Session, village_id: int) -> Sequence[Household]:
    """Those without a cadre in office; they are the village lead's."""
    query = select(Household).where(Household.grid_id == village_id, ~has_cadre()).order_by(Household.code)
    return (await session.scalars(query)).all()


def _of_cadre(official_id: int) -> Select[Household]:
    return (
        select(Household)
        .join(ContactLink, ContactLink.household_id == Household.id)
        .where(ContactLink.official_id == official_id, ContactLink.until.is_(None))
        .order_by(Household.code)
    )
