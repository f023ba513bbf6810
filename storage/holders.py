"""Holders: in the rules by code, in rows by id."""

from dataclasses import dataclass

from sqlalchemy import select

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from storage.engine import Session
from storage.models import Appeal, Grid, Unit
from storage.remembered import remembered


@dataclass(frozen=True)
class HolderColumns:
    official_id: int | None
    unit_id: int | None
    grid_id: int | None


async def find_holder_columns(session: Session, holder: Holder) -> HolderColumns:
    """Raises NoResultFound for a grid or unit that is not in the roster: nothing may be held by nobody."""
    unit = await find_id(session, Unit, holder.unit) if holder.unit is not None else None
    grid = await find_id(session, Grid, holder.grid) if holder.grid is not None else None
    return HolderColumns(holder.official, unit, grid)


@remembered(Grid, Unit)
async def find_id(session: Session, model: type[Unit] | type[Grid], code: str) -> int:
    """Raises NoResultFound."""
    return (await session.scalars(select(model.id).where(model.code == code))).one()


async def find_holder(session: Session, appeal: Appeal) -> Holder:
    columns = HolderColumns(appeal.holder_official_id, appeal.holder_unit_id, appeal.holder_grid_id)
    return await find_holder_of_columns(session, Level(appeal.level), columns)


async def find_holder_of_columns(session: Session, level: Level, columns: HolderColumns) -> Holder:
    grid = await _code(session, Grid, columns.grid_id) if columns.grid_id is not None else None
    unit = await _code(session, Unit, columns.unit_id) if columns.unit_id is not None else None
    return Holder(level, columns.official_id, grid, unit)


@remembered(Grid, Unit)
async def _code(session: Session, model: type[Unit] | type[Grid], row_id: int) -> str:
    return (await session.scalars(select(model.code).where(model.id == row_id))).one()
