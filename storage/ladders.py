"""Who stands above a household, as the rules of escalation want to know it."""

from sqlalchemy import select

from bot.rules.escalation import Ladder, Rung
from bot.rules.levels import Level
from storage.contact_links import find_cadre
from storage.engine import Session
from storage.grids import list_leads, list_path
from storage.models import Grid, Household, Official, Unit


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
        rungs=tuple([await _rung(session, grid) for grid in await list_path(session, household.grid_id)]),
        discipline_unit=discipline_unit,
        discipline_officers=frozenset(await session.scalars(officers)),
    )


async def _rung(session: Session, grid: Grid) -> Rung:
    leads = await list_leads(session, grid.id)
    return Rung(Level(grid.level), grid.code, tuple(lead.id for lead in leads))
