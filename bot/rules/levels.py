"""The rungs that an appeal climbs, and the grids that lie under four of them."""

from enum import StrEnum


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

    # All four: a StrEnum would otherwise compare by the alphabet.
    def __lt__(self, other: str) -> bool:
        return _rank(self) < _rank(other)

    def __le__(self, other: str) -> bool:
        return _rank(self) <= _rank(other)

    def __gt__(self, other: str) -> bool:
        return _rank(self) > _rank(other)

    def __ge__(self, other: str) -> bool:
        return _rank(self) >= _rank(other)


def _rank(level: str) -> int:
    return _RUNGS.index(Level(level))


_RUNGS = tuple(Level)
GRID_LEVELS = _RUNGS[1:]
