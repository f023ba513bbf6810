"""Names that words from a village may hold."""

from sqlalchemy import select, union

from storage.engine import Session
from storage.grids import list_path
from storage.models import ContactLink, GridLead, Household, HouseholdMember, Official


async def list_names_of_village(session: Session, village_id: int) -> frozenset[str]:
    """Heads of households, whoever speaks for one, the contact cadres, and the leads of all grids above."""
    here = select(Household.id).where(Household.grid_id == village_id)
    above = [grid.id for grid in await list_path(session, village_id)]
    lead = Official.id.in_(select(GridLead.official_id).where(GridLead.grid_id.in_(above), GridLead.until.is_(None)))
    linked = select(ContactLink.official_id).where(ContactLink.household_id.in_(here), ContactLink.until.is_(None))
    names = union(
        select(Household.head).where(Household.grid_id == village_id),
        select(HouseholdMember.name).where(HouseholdMember.household_id.in_(here), HouseholdMember.until.is_(None)),
        select(Official.name).where(lead | Official.id.in_(linked)),
    )
    return frozenset(await session.scalars(names))


async def list_names_of_household(session: Session, household_id: int) -> frozenset[str]:
    """Its head, and whoever speaks for it or once did."""
    names = union(
        select(Household.head).where(Household.id == household_id),
        select(HouseholdMember.name).where(HouseholdMember.household_id == household_id),
    )
    return frozenset(await session.scalars(names))


async def list_names_of_officials(session: Session) -> frozenset[str]:
    """Of the whole county, those who have left too."""
    return frozenset(await session.scalars(select(Official.name)))
