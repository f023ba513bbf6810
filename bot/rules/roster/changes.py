"""What an import changes: the roster that is kept, laid beside the one that the files bring."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from bot.rules.levels import Level
from bot.rules.roster.faults import Fault, RosterFaulty
from bot.rules.roster.links import LinkChange, find_link_changes
from bot.rules.roster.short_names import short_names
from bot.rules.roster.tables import GRIDS, OFFICIALS
from bot.rules.roster.values import Grid, Household, Kept, Official, Roster, Unit

Row = Unit | Official | Grid | Household
T = TypeVar("T", Unit, Official, Grid, Household)


@dataclass(frozen=True)
class Changes(Generic[T]):
    """`changed` has what was before and what is now; `unnamed` are kept though the files name them no longer."""

    new: tuple[T, ...]
    changed: tuple[tuple[T, T], ...]
    unnamed: tuple[T, ...]
    same: int


class RosterChanges(NamedTuple):
    """`left` are officials whom the files name no longer, `back` those who had left and are named again."""

    units: Changes[Unit]
    officials: Changes[Official]
    grids: Changes[Grid]
    households: Changes[Household]
    links: tuple[LinkChange, ...]
    left: tuple[str, ...]
    back: tuple[str, ...]
    short_names: dict[str, str]


def find_changes(roster: Roster, kept: Kept) -> RosterChanges:
    """Raises RosterFaulty where the files are right by themselves but cannot follow what is kept."""
    officials = compare(kept.officials, roster.officials)
    grids = compare(kept.grids, roster.grids)
    left = tuple(one.no for one in officials.unnamed if one.no not in kept.left)
    faults = [*_faults_of_grids(grids, kept), *_faults_of_leaving(left, grids.unnamed)]
    if faults:
        raise RosterFaulty(faults)
    return RosterChanges(
        compare(kept.units, roster.units),
        officials,
        grids,
        compare(kept.households, (one._replace(cadre_no=None) for one in roster.households)),
        tuple(find_link_changes(roster, kept, left)),
        left,
        tuple(one.no for one in roster.officials if one.no in kept.left),
        short_names(roster.grids, kept.short_names),
    )


def compare(kept: Mapping[str, T], rows: Iterable[T]) -> Changes[T]:
    """By the first field of each, which never changes."""
    new, changed, same = [], [], 0
    named = set()
    for row in rows:
        named.add(row[0])
        before = kept.get(row[0])
        if before is None:
            new.append(row)
        elif before == row:
            same += 1
        else:
            changed.append((before, row))
    unnamed = tuple(row for code, row in kept.items() if code not in named)
    return Changes(tuple(new), tuple(changed), unnamed, same)


def describe(before: Row, after: Row) -> str:
    """What changed in one row: `post 党委书记 → 镇长`."""
    pairs = zip(after._fields, before, after, strict=True)
    return ", ".join(f"{name} {_shown(old)} → {_shown(new)}" for name, old, new in pairs if old != new)


def _shown(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value or "(empty)")


def _faults_of_grids(grids: Changes[Grid], kept: Kept) -> Iterable[Fault]:
    for before, after in grids.changed:
        if before.level != after.level:
            reason = f"{after.code} has been a {before.level}; a level never changes. Give a new code to this one."
            yield Fault(GRIDS.name, None, reason)
    county = next((grid for grid in kept.grids.values() if grid.level == Level.COUNTY), None)
    for grid in grids.new:
        if county and grid.level == Level.COUNTY:
            yield Fault(GRIDS.name, None, f"two counties: {grid.code} here, but {county.code} is kept. Use its code.")


def _faults_of_leaving(left: Iterable[str], unnamed: Iterable[Grid]) -> Iterable[Fault]:
    gone = set(left)
    for grid in unnamed:
        if grid.lead_nos and gone.issuperset(grid.lead_nos):
            leads = ", ".join(grid.lead_nos)
            reason = f"without {leads}, {grid.code} has no lead. Name the official here, or that grid with a new lead."
            yield Fault(OFFICIALS.name, None, reason)
