"""Whether the grids are one tree: a county, its townships, their work areas, their villages, each with leads."""

from collections.abc import Iterator

from bot.rules.levels import Level
from bot.rules.roster.reading import Read
from bot.rules.roster.values import Grid, Official


def check_grids(grids: Read[Grid], officials: Read[Official]) -> None:
    """Adds to the faults of `grids` what only shows between rows."""
    _check_county(grids)
    by_code = {grid.code: grid for grid in grids.values}
    loops = list(_loops(by_code))
    for row, grid in grids.rows:
        _check_leads(grids, row, grid, officials)
        if not any(grid.code in loop for loop in loops):
            _check_parent(grids, row, grid, by_code)
    for loop in loops:
        chain = " → ".join([*loop, loop[0]])
        grids.blame(grids.keys[loop[0]], f"loop: {chain}. Each grid's parent must lead up to the county.")


def _check_county(grids: Read[Grid]) -> None:
    counties = [(row, grid) for row, grid in grids.rows if grid.level == Level.COUNTY]
    if not counties and not grids.faults:
        grids.blame(None, "there is no county. One row must be of level COUNTY, without a parent.")
    for row, grid in counties[1:]:
        grids.blame(row, f"two counties: {grid.code} and, in row {counties[0][0]}, {counties[0][1].code}.")


def _check_parent(grids: Read[Grid], row: int, grid: Grid, by_code: dict[str, Grid]) -> None:
    above = grid.level.above
    if above is None:
        if grid.parent is not None:
            grids.blame(row, f"the county has no parent, but {grid.parent} is given.")
    elif grid.parent is None:
        grids.blame(row, f"no parent: one of level {above} must be named.")
    elif grid.parent not in grids.keys:
        grids.blame(row, f"unknown parent {grid.parent}: no grid has that code.")
    elif grid.parent in by_code and by_code[grid.parent].level != above:
        parent = by_code[grid.parent]
        grids.blame(row, f"bad level order: its parent must be of level {above}; {parent.code} is of {parent.level}.")


def _check_leads(grids: Read[Grid], row: int, grid: Grid, officials: Read[Official]) -> None:
    if not grid.lead_nos:
        grids.blame(row, "no lead: each grid needs at least one official in lead_nos.")
    for index, no in enumerate(grid.lead_nos):
        if no in grid.lead_nos[:index]:
            grids.blame(row, f"duplicate: lead {no} is named twice.")
        elif no not in officials.keys:
            grids.blame(row, f"unknown lead {no}: no official has that number.")


def _loops(by_code: dict[str, Grid]) -> Iterator[list[str]]:
    """Each ring of parents once, from its first code in the file's order."""
    settled: set[str] = set()
    for start in by_code:
        path: list[str] = []
        code: str | None = start
        while code in by_code and code not in settled and code not in path:
            path.append(code)
            code = by_code[code].parent
        if code in path:
            ring = path[path.index(code) :]
            first = min(ring, key=list(by_code).index)
            turn = ring.index(first)
            yield ring[turn:] + ring[:turn]
        settled.update(path)
