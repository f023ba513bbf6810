"""The changes of an import, written in the transaction at hand. `ids` learns the keys of what is new."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, Select, insert, or_, select, update

from bot.rules.levels import Level
from bot.rules.roster import values
from bot.rules.roster.changes import Changes, RosterChanges
from bot.rules.roster.links import LinkChange
from storage.appeal_keywords import record_area_changed
from storage.departures import record_left
from storage.engine import Session
from storage.models import (
    Base,
    ContactLink,
    Grid,
    GridLead,
    Household,
    Official,
    Unit,
)
from storage.roster.bulk import Tell, add_rows, record_rows
from storage.roster.kept import Ids

_HOUSEHOLD = ("code", "grid_id", "head", "members", "address", "phone")
_LINK = ("household_id", "official_id", "since", "reason")


async def record_units(session: Session, changes: Changes[values.Unit], ids: Ids) -> None:
    await _add(session, Unit, [_unit(unit) for unit in changes.new])
    await record_rows(session, Unit, [_unit(unit) | {"id": ids.units[unit.code]} for _, unit in changes.changed])
    ids.units |= await _keys(session, select(Unit.code, Unit.id))


async def record_officials(session: Session, changes: RosterChanges, ids: Ids, now: datetime) -> None:
    """Those who left lose their posts as leads, their phones' access and the cards that were printed for them."""
    await _add(session, Official, [one._asdict() for one in changes.officials.new])
    changed = [one._asdict() | {"id": ids.officials[one.no]} for _, one in changes.officials.changed]
    await record_rows(session, Official, changed)
    ids.officials |= await _keys(session, select(Official.no, Official.id))
    back = [{"id": ids.officials[no], "left_at": None} for no in changes.back]
    await record_rows(session, Official, back)
    await record_left(session, [ids.officials[no] for no in changes.left], now)
    await session.execute(update(Official).values(unit_id=_bureau()))


async def record_grids(session: Session, changes: RosterChanges, ids: Ids, now: datetime) -> None:
    """From the county down, since each row names the key of its parent."""
    grids = changes.grids
    for level in sorted({grid.level for grid in grids.new}, reverse=True):
        new = [_grid(grid, ids, changes.short_names) for grid in grids.new if grid.level == level]
        await _add(session, Grid, new)
        ids.grids |= await _keys(session, select(Grid.code, Grid.id))
    changed = [_grid(grid, ids, changes.short_names) | {"id": ids.grids[grid.code]} for _, grid in grids.changed]
    await record_rows(session, Grid, changed)
    for before, grid in grids.changed:
        if grid.level is Level.VILLAGE and grid.parent not in {before.parent, None}:
            await record_area_changed(session, ids.grids[grid.code], ids.grids[grid.parent])
    moved = [(before.lead_nos, after) for before, after in grids.changed if before.lead_nos != after.lead_nos]
    await _record_leads(session, [((), grid) for grid in grids.new] + moved, ids, now)


async def record_households(session: Session, changes: Changes[values.Household], ids: Ids, tell: Tell) -> None:
    last = max(ids.households.values(), default=0)
    await add_rows(session, Household, _HOUSEHOLD, [_household(one, ids) for one in changes.new], tell)
    changed = [
        dict(zip(_HOUSEHOLD, _household(one, ids), strict=True)) | {"id": ids.households[one.code]}
        for _, one in changes.changed
    ]
    await record_rows(session, Household, changed, tell)
    ids.households |= await _keys(session, select(Household.code, Household.id).where(Household.id > last))


async def record_links(session: Session, changes: Sequence[LinkChange], ids: Ids, now: datetime, tell: Tell) -> None:
    """The link that ends is closed, never rewritten: who was whose cadre, and when, stays known."""
    ended = [{"id": ids.links[change.household], "until": now} for change in changes if change.before is not None]
    await record_rows(session, ContactLink, ended)
    begun = [
        (ids.households[change.household], ids.officials[change.after], now, str(change.reason))
        for change in changes
        if change.after is not None
    ]
    tell(len(changes) - len(begun))
    await add_rows(session, ContactLink, _LINK, begun, tell)


async def _keys(session: Session, query: Select[str, int]) -> dict[str, int]:
    return dict((await session.execute(query)).all())


async def _add(session: Session, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        await session.execute(insert(model), rows)


async def _record_leads(
    session: Session, moved: Iterable[tuple[tuple[str, ...], values.Grid]], ids: Ids, now: datetime
) -> None:
    """A lead who stays keeps the row with its `since`; only the rank may change."""
    begun = []
    for before, grid in moved:
        grid_id = ids.grids[grid.code]
        for no in before:
            rank = grid.lead_nos.index(no) if no in grid.lead_nos else None
            lead = GridLead.grid_id == grid_id, GridLead.official_id == ids.officials[no], GridLead.until.is_(None)
            new: dict[str, Any] = {"until": now} if rank is None else {"rank": rank}
            await session.execute(update(GridLead).where(*lead).values(new))
        begun += [
            {"grid_id": grid_id, "official_id": ids.officials[no], "rank": rank, "since": now}
            for rank, no in enumerate(grid.lead_nos)
            if no not in before
        ]
    await _add(session, GridLead, begun)


def _bureau() -> ScalarSelect[int]:
    """The unit that the roster means by an official's `unit`, be it a code or a name."""
    meant = or_(Unit.code == Official.unit, Unit.name == Official.unit)
    return select(Unit.id).where(meant).order_by(Unit.id).limit(1).scalar_subquery()


def _unit(unit: values.Unit) -> dict[str, Any]:
    return {"code": unit.code, "name": unit.name, "categories": list(unit.categories)}


def _grid(grid: values.Grid, ids: Ids, short_names: dict[str, str]) -> dict[str, Any]:
    return {
        "code": grid.code,
        "name": grid.name,
        "level": str(grid.level),
        "parent_id": ids.grids[grid.parent] if grid.parent else None,
        "short_name": short_names.get(grid.code),
    }


def _household(household: values.Household, ids: Ids) -> tuple[Any, ...]:
    village = ids.grids[household.village]
    return household.code, village, household.head, household.members, household.address, household.phone
