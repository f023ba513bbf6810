"""Who stands above a household, as the rules of escalation want to know it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from bot.rules.escalation import Ladder, Rung
from bot.rules.levels import Level
from storage.contact_links import find_cadre
from storage.engine import Session
from storage.grids import find_leads, list_path
from storage.households import access_household
from storage.models import ContactLink, Grid, GridLead, Household, Official, Unit
from storage.remembered import remembered


@remembered(ContactLink, Grid, GridLead, Household, Official, Unit)
async def find_ladder(session: Session, household_id: int, discipline_unit: str) -> Ladder:
    """`discipline_unit` is the code of the unit that complaints about officials go to."""
    household = await access_household(session, household_id)
    cadre = await find_cadre(session, household_id)
    return Ladder(
        cadre=cadre.id if cadre else None,
        rungs=await find_rungs(session, household.grid_id),
        discipline_unit=discipline_unit,
        discipline_officers=await _officers(session, discipline_unit),
    )


@remembered(Official, Unit)
async def _officers(session: Session, unit: str) -> frozenset[int]:
    query = select(Official.id).join(Unit, Unit.id == Official.unit_id)
    return frozenset(await session.scalars(query.where(Unit.code == unit, Official.left_at.is_(None))))


@remembered(Grid, GridLead, Official)
async def find_rungs(session: Session, village_id: int) -> tuple[Rung, ...]:
    """The grids from the village to the county, each with its leads."""
    return (await list_rungs(session, {village_id: await list_path(session, village_id)}))[village_id]


async def list_rungs(session: Session, paths: Mapping[int, Sequence[Grid]]) -> dict[int, tuple[Rung, ...]]:
    """Of each village, by the path from it to the county."""
    leads = await find_leads(session, [grid.id for grid in {grid for path in paths.values() for grid in path}])
    return {
        village_id: tuple(Rung(Level(grid.level), grid.code, leads[grid.id]) for grid in path)
        for village_id, path in paths.items()
    }
