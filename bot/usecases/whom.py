"""To whom a matter may be handed, or who may be called in: a unit, or an official who works for the same people."""

from dataclasses import dataclass

from bot.rules.errors import NoSuchColleague, NotUnderstood
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.usecases.turn import Turn
from storage.access import find_in_office
from storage.colleagues import list_officials_of_village
from storage.grids import find_unit, find_unit_named
from storage.models import Appeal, Official, Unit
from storage.officials import access_official

Kept = dict[str, str | int]
"""As an open question keeps it."""


@dataclass(frozen=True)
class Whom:
    """One of the two."""

    unit: Unit | None = None
    official: Official | None = None

    @property
    def name(self) -> str:
        return self.unit.name if self.unit else self.official.name if self.official else ""

    @property
    def kept(self) -> Kept:
        return {"unit": self.unit.code} if self.unit else {"official": self.official.id if self.official else 0}

    def holding(self, level: Level) -> Holder:
        official = self.official.id if self.official else None
        return Holder(level, official=official, unit=self.unit.code if self.unit else None)


async def read_whom(turn: Turn, kept: Kept) -> Whom:
    """Raises NotUnderstood where the unit is gone."""
    if "official" in kept:
        return Whom(official=await access_official(turn.session, int(kept["official"])))
    unit = await find_unit(turn.session, str(kept["unit"]))
    if unit is None:
        raise NotUnderstood
    return Whom(unit=unit)


async def find_named(turn: Turn, appeal: Appeal, words: str) -> Whom:
    """By the name of a unit; by the name or number of a lead above the household, or a cadre of its village. Raises
    NoSuchColleague where nobody is called so, or several are."""
    name = words.strip()
    unit = await find_unit_named(turn.session, name)
    if unit is not None:
        return Whom(unit=unit)
    near = await list_officials_of_village(turn.session, appeal.grid_id)
    named = [one for one in near if name == one.no] or [one for one in near if one.name in name]
    if len(named) != 1:
        raise NoSuchColleague
    return Whom(official=named[0])


async def find_near(turn: Turn, appeal: Appeal, official_id: int) -> Whom:
    """Raises NoSuchColleague for whoever does not work for the household's village."""
    near = await list_officials_of_village(turn.session, appeal.grid_id)
    found = next((one for one in near if one.id == official_id), None)
    if found is None:
        raise NoSuchColleague
    return Whom(official=found)


async def list_people(turn: Turn, whom: Whom) -> frozenset[int]:
    """Who acts for it: the official, or the officers of the unit."""
    if whom.official is not None:
        return frozenset({whom.official.id})
    return await find_in_office(turn.session, None, whom.unit.id if whom.unit else None, None)
