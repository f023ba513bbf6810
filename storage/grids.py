"""Grids, their leads and units."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, literal, or_, select, update

from bot.rules.errors import NotYours
from bot.rules.levels import Level
from storage.engine import Session
from storage.models import Grid, GridLead, Official, Unit
from storage.remembered import remembered

_GRIDS: BindParameter[int] = bindparam("grids", expanding=True)
_FIRST = select(Grid.id.label("first"), Grid.id, Grid.parent_id, literal(0).label("height")).where(Grid.id.in_(_GRIDS))
_PATH = _FIRST.cte(recursive=True)
_PATH = _PATH.union_all(
    select(_PATH.c.first, Grid.id, Grid.parent_id, _PATH.c.height + 1).join(_PATH, Grid.id == _PATH.c.parent_id)
)
_PATHS = select(_PATH.c.first, Grid).join(_PATH, Grid.id == _PATH.c.id).order_by(_PATH.c.height)
_LEADS = (
    select(GridLead.grid_id, GridLead.official_id)
    .join(Official, Official.id == GridLead.official_id)
    .where(GridLead.grid_id.in_(_GRIDS), GridLead.until.is_(None), Official.left_at.is_(None))
    .order_by(GridLead.rank, GridLead.id)
)


async def find_grid(session: Session, code: str) -> Grid | None:
    return (await session.scalars(select(Grid).where(Grid.code == code))).one_or_none()


async def access_grid(session: Session, grid_id: int) -> Grid:
    """By a key of ours."""
    return await session.get_one(Grid, grid_id)


async def access_grid_to_change(session: Session, grid_id: int) -> Grid:
    """By a key of ours; whoever else would change something of it waits."""
    return await session.get_one(Grid, grid_id, populate_existing=True, with_for_update=True)


async def find_county(session: Session) -> Grid | None:
    """The root of the tree; None before a roster was imported."""
    return (await session.scalars(select(Grid).where(Grid.level == Level.COUNTY))).one_or_none()


@remembered(Unit)
async def find_unit(session: Session, code: str) -> Unit | None:
    return (await session.scalars(select(Unit).where(Unit.code == code))).one_or_none()


async def access_unit(session: Session, unit_id: int) -> Unit:
    """Raises NotYours where there is none: the key comes from a tap."""
    unit = await session.get(Unit, unit_id)
    if unit is None:
        raise NotYours
    return unit


@remembered(Unit)
async def find_unit_named(session: Session, name: str) -> Unit | None:
    return (await session.scalars(select(Unit).where(Unit.name == name).order_by(Unit.id).limit(1))).one_or_none()


async def list_units(session: Session) -> Sequence[Unit]:
    return (await session.scalars(select(Unit).order_by(Unit.code))).all()


async def find_village(session: Session, code_or_name: str) -> Grid | None:
    """By its code or by the short name that stands in spoken numbers."""
    named = or_(Grid.code == code_or_name, Grid.short_name == code_or_name)
    return (await session.scalars(select(Grid).where(Grid.level == Level.VILLAGE, named).order_by(Grid.id))).first()


@remembered(Grid)
async def list_path(session: Session, grid_id: int) -> Sequence[Grid]:
    """The grid and those above it, the county last."""
    return (await list_paths(session, [grid_id]))[grid_id]


async def list_paths(session: Session, grid_ids: Collection[int]) -> dict[int, list[Grid]]:
    """Of each of the grids."""
    paths: dict[int, list[Grid]] = {grid_id: [] for grid_id in grid_ids}
    for grid_id, grid in await session.execute(_PATHS, {"grids": list(grid_ids)}):
        paths[grid_id].append(grid)
    return paths


async def list_grids_below(session: Session, grid_id: int) -> Sequence[Grid]:
    """Its children, by code."""
    return (await session.scalars(select(Grid).where(Grid.parent_id == grid_id).order_by(Grid.code))).all()


async def list_villages(session: Session, grid_id: int) -> Sequence[int]:
    """The ids of all villages in the grid, itself included where it is one."""
    tree = select(Grid.id).where(Grid.id == grid_id).cte(recursive=True)
    tree = tree.union_all(select(Grid.id).join(tree, Grid.parent_id == tree.c.id))
    query = select(Grid.id).join(tree, Grid.id == tree.c.id).where(Grid.level == Level.VILLAGE).order_by(Grid.id)
    return (await session.scalars(query)).all()


async def list_leads(session: Session, grid_id: int) -> Sequence[Official]:
    """Those in office, the first lead first."""
    query = (
        select(Official)
        .join(GridLead, GridLead.official_id == Official.id)
        .where(GridLead.grid_id == grid_id, GridLead.until.is_(None), Official.left_at.is_(None))
        .order_by(GridLead.rank, GridLead.id)
    )
    return (await session.scalars(query)).all()


async def list_nearest_leads(session: Session, grid_id: int) -> tuple[Grid, Sequence[Official]]:
    """Of the grid, or of the next one above that has any in office; the county without any where nobody is."""
    path = await list_path(session, grid_id)
    for grid in path:
        if leads := await list_leads(session, grid.id):
            return grid, leads
    return path[-1], ()


async def find_leads(session: Session, grid_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Of each of the grids the ids of its leads in office, the first lead first; maybe nobody."""
    leads: dict[int, tuple[int, ...]] = dict.fromkeys(grid_ids, ())
    for grid_id, official_id in await session.execute(_LEADS, {"grids": list(grid_ids)}):
        leads[grid_id] += (official_id,)
    return leads


async def list_led_grids(session: Session, official_id: int) -> Sequence[Grid]:
    query = (
        select(Grid)
        .join(GridLead, GridLead.grid_id == Grid.id)
        .where(GridLead.official_id == official_id, GridLead.until.is_(None))
        .order_by(Grid.id)
    )
    return (await session.scalars(query)).all()


async def record_leads(session: Session, grid_id: int, official_ids: Sequence[int], now: datetime) -> None:
    """These lead the grid from now on, the first of them first; whoever else did has done so until now."""
    open_ones = select(GridLead).where(GridLead.grid_id == grid_id, GridLead.until.is_(None))
    leading = {lead.official_id: lead for lead in await session.scalars(open_ones)}
    gone = [lead.id for official, lead in leading.items() if official not in official_ids]
    await session.execute(update(GridLead).where(GridLead.id.in_(gone)).values(until=now))
    for rank, official_id in enumerate(official_ids):
        if official_id in leading:
            leading[official_id].rank = rank
        else:
            session.add(GridLead(grid_id=grid_id, official_id=official_id, rank=rank, since=now))
    await session.flush()
