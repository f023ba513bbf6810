"""Who stands above a household, as the rules of escalation want to know it."""

from sqlalchemy import select

from bot.rules.escalation import Ladder, Rung
from bot.rules.levels import Level
from storage.contact_links import find_cadre
from storage.engine import Session
from storage.grids import find_leads, list_path
from storage.models import Household, Official, Unit


async def find_ladder(session: Session, household_id: int, discipline_unit: str) -> Ladder:
    """`discipline_unit` is the code of the unit that complaints about officials go to."""
    household = await session.get_one(Household, household_id)
    cadre = await find_cadre(session, household_id)
    officers = (
        select(Official.id)
        .join(Unit, Unit.id == Official.unit_id)
        .where(Unit.code == discipline_unit, Official.left_at.is_(None))
    )
    return Ladder(
        cadre=cadre.id if cadre else None,
        rungs=await _rungs(session, household.grid_id),
        discipline_unit=discipline_unit,
        discipline_officers=frozenset(await session.scalars(officers)),
    )


async def _rungs(session: Session, village_id: int) -> tuple[Rung, ...]:
    path = await list_path(session, village_id)
    leads = await find_leads(session, [grid.id for grid in path])
    return tuple(Rung(Level(grid.level), grid.code, leads[grid.id]) for grid in path)
