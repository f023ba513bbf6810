"""Whose hands an appeal is in: at filing, one level up, and where a complaint about an official goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.levels import Level


class Complaint(StrEnum):
    """What the author holds against the officials that are barred."""

    NONE = "none"
    UNSEEN = "unseen"
    """They shall not know of it: the ordinary way, past them."""
    ACCUSED = "accused"
    """It is about their own conduct: the discipline unit's."""


@dataclass(frozen=True)
class Rung:
    """A grid and who leads it, the first lead first."""

    level: Level
    grid: str
    leads: tuple[int, ...]


@dataclass(frozen=True)
class Ladder:
    """Who stands above one household; officials by their row ids, whatever other posts they hold."""

    cadre: int | None
    rungs: tuple[Rung, ...]
    """The grids from the village to the county, without gaps in between."""
    discipline_unit: str
    """Empty where the roster has none."""
    discipline_officers: frozenset[int]


@dataclass(frozen=True)
class Holder:
    """`official` None: the unit or the grid's office as such, because nobody of it may be named; without any of the
    three a place that is vacant, which no open appeal is left with."""

    level: Level
    official: int | None = None
    grid: str | None = None
    unit: str | None = None

    @property
    def is_vacant(self) -> bool:
        return (self.official, self.grid, self.unit) == (None, None, None)


_NOBODY: frozenset[int] = frozenset()


def first_holder(ladder: Ladder, complaint: Complaint = Complaint.NONE, barred: frozenset[int] = _NOBODY) -> Holder:
    """The own cadre, else the nearest lead above who may know of it; an accusation goes past them all."""
    if complaint is Complaint.ACCUSED:
        return _examiner(ladder, barred)
    if ladder.cadre is not None and ladder.cadre not in barred:
        return Holder(Level.CADRE, official=ladder.cadre)
    return next_holder(ladder, Level.CADRE, barred=barred) or _office(ladder)


def next_holder(
    ladder: Ladder, level: Level, held: frozenset[int] = _NOBODY, barred: frozenset[int] = _NOBODY
) -> Holder | None:
    """The next level with a lead who is neither barred nor held it before; None above the county.

    Where no lead is left at the county, its office has it: no open appeal is ever without a holder.
    """
    if level is Level.COUNTY:
        return None
    for rung in ladder.rungs:
        fit = [lead for lead in rung.leads if lead not in held | barred]
        if rung.level > level and fit:
            return Holder(rung.level, official=fit[0], grid=rung.grid)
    return _office(ladder)


def heir(
    ladder: Ladder, holder: Holder, complaint: Complaint = Complaint.NONE, barred: frozenset[int] = _NOBODY
) -> Holder:
    """Who has it instead of a holder who answers there no more: the unit, the household's cadre as at filing, or a lead
    of the same level, else of the next one above. `ladder` is without whoever went."""
    if holder.unit is not None:
        return Holder(holder.level, unit=holder.unit)
    if holder.level is Level.CADRE:
        return first_holder(ladder, complaint, barred)
    below = max(level for level in Level if level < holder.level)
    return next_holder(ladder, below, barred=barred) or _office(ladder)


def _examiner(ladder: Ladder, barred: frozenset[int]) -> Holder:
    """The discipline unit, one level under the county so that its answer can still be appealed against; the county
    where the roster names no such unit, or all of its officers are barred."""
    has_nobody = ladder.discipline_officers and ladder.discipline_officers <= barred
    if has_nobody or not ladder.discipline_unit:
        return next_holder(ladder, Level.TOWNSHIP, barred=barred) or _office(ladder)
    return Holder(Level.TOWNSHIP, unit=ladder.discipline_unit)


def _office(ladder: Ladder) -> Holder:
    return Holder(Level.COUNTY, grid=ladder.rungs[-1].grid)


def told_of_complaint(ladder: Ladder, barred: frozenset[int]) -> Holder:
    """Who hears of it besides the discipline unit: the township's first lead not barred, else the county office."""
    for lead in _leads(ladder, Level.TOWNSHIP):
        if lead not in barred:
            return Holder(Level.TOWNSHIP, official=lead, grid=_rung(ladder, Level.TOWNSHIP).grid)
    return _office(ladder)


def told_of_danger(ladder: Ladder, barred: frozenset[int] = _NOBODY) -> tuple[int, ...]:
    """Cadre, village and township, all their leads, each once."""
    cadre = () if ladder.cadre is None else (ladder.cadre,)
    told = (*cadre, *_leads(ladder, Level.VILLAGE), *_leads(ladder, Level.TOWNSHIP))
    return tuple(official for official in dict.fromkeys(told) if official not in barred)


def _leads(ladder: Ladder, level: Level) -> Iterator[int]:
    return (lead for rung in ladder.rungs if rung.level is level for lead in rung.leads)


def _rung(ladder: Ladder, level: Level) -> Rung:
    return next(rung for rung in ladder.rungs if rung.level is level)
