"""What a village is called in a number that is said aloud: 磨石沟-127."""

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.rules.levels import Level
from bot.rules.roster.values import Grid

LONGEST = 32
_VILLAGE_ENDINGS = ("村民委员会", "居民委员会", "村委会", "居委会", "社区", "村")
_TOWNSHIP_ENDINGS = ("街道办事处", "街道", "镇", "乡")
COUNTY = "县"  # the series of the county itself


def short_names(grids: Iterable[Grid], kept: Mapping[str, str]) -> dict[str, str]:
    """A name by code for the county and each village, no two alike. Kept ones stay: they stand in old numbers.

    A village whose name another has too bears its township's name before its own, or else its code.
    """
    by_code = {grid.code: grid for grid in grids}
    names = {code: kept[code] for code in by_code if code in kept}
    names |= {g.code: COUNTY for g in by_code.values() if g.level == Level.COUNTY and g.code not in kept}
    new = [g for g in by_code.values() if g.level == Level.VILLAGE and g.code not in kept]
    alone = Counter(_village(g) for g in new) + Counter({COUNTY, *names.values(), *kept.values()})
    together = Counter(_with_township(g, by_code) for g in new)
    for grid in new:
        longer = _with_township(grid, by_code)
        if alone[_village(grid)] == 1:
            names[grid.code] = _village(grid)
        elif together[longer] == 1 and longer not in alone:
            names[grid.code] = longer
        else:
            names[grid.code] = grid.code[-LONGEST:]
    return names


def _village(grid: Grid) -> str:
    return _without(grid.name, _VILLAGE_ENDINGS)[:LONGEST]


def _with_township(grid: Grid, by_code: Mapping[str, Grid]) -> str:
    above: Grid | None = grid
    while above and above.level != Level.TOWNSHIP:
        above = by_code.get(above.parent or "")
    return (_without(above.name, _TOWNSHIP_ENDINGS) + _village(grid))[:LONGEST] if above else _village(grid)


def _without(name: str, endings: tuple[str, ...]) -> str:
    ending = next((ending for ending in endings if name.endswith(ending) and name != ending), "")
    return name.removesuffix(ending)
