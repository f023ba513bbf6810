"""Holders: in the rules by code, in rows by id."""

from dataclasses import dataclass

from sqlalchemy import select

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from storage.engine import Session
from storage.models import Appeal, Grid, Unit


@dataclass(frozen=True)
class HolderColumns:
    official_id: int | None
    unit_id: int | None
    grid_id: int | None


async def find_holder_columns(session: Session, holder: Holder) -> HolderColumns:
    """Raises NoResultFound for a grid or unit that is not in the roster: nothing may be held by nobody."""
    unit = grid = None
    if holder.unit is not None:
        unit = (await session.scalars(select(Unit.id).where(Unit.code == holder.unit))).one()
    if holder.grid is not None:
        grid = (await session.scalars(select(Grid.id).where(Grid.code == holder.grid))).one()
    return HolderColumns(holder.official, unit, grid)


async def find_holder(session: Session, appeal: Appeal) -> Holder:
    columns = HolderColumns(appeal.holder_official_id, appeal.holder_unit_id, appeal.holder_grid_id)
    return await find_holder_of_columns(session, Level(appeal.level), columns)


async def find_holder_of_columns(session: Session, level: Level, columns: HolderColumns) -> Holder:
    grid = await session.get_one(Grid, columns.grid_id) if columns.grid_id is not None else None
    unit = await session.get_one(Unit, columns.unit_id) if columns.unit_id is not None else None
    return Holder(level, columns.official_id, grid.code if grid else None, unit.code if unit else None)
