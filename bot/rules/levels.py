"""The rungs that an appeal climbs, and the grids that lie under four of them."""

from enum import StrEnum
from functools import total_ordering


@total_ordering
class Level(StrEnum):
    """In climbing order: a level is greater than those below it."""

    CADRE = "cadre"
    VILLAGE = "village"
    AREA = "area"
    TOWNSHIP = "township"
    COUNTY = "county"

    @property
    def above(self) -> "Level | None":
        """The next rung; None at the county, above which stands the higher authority."""
        higher = _RUNGS[_RUNGS.index(self) + 1 :]
        return higher[0] if higher else None

    def __lt__(self, other: object) -> bool:
        return _RUNGS.index(self) < _RUNGS.index(other) if isinstance(other, Level) else NotImplemented


_RUNGS = tuple(Level)
GRID_LEVELS = _RUNGS[1:]
