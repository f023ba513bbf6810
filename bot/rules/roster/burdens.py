"""Who answers for each household, and what the county office should look at: no fault, but not well either."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from bot.rules.roster.values import Household, Roster


class Burdens(NamedTuple):
    """Codes of the households that went to their village lead; officials with too many, and how many."""

    without_cadre: tuple[str, ...]
    too_many: tuple[tuple[str, int], ...]


def first_leads(roster: Roster) -> dict[str, str]:
    """The first lead of each grid, by its code."""
    return {grid.code: grid.lead_nos[0] for grid in roster.grids}


def cadre_of(household: Household, leads: Mapping[str, str]) -> str:
    """No household is ever without a cadre: one that has none is its village lead's."""
    return household.cadre_no or leads[household.village]


def find_burdens(roster: Roster, most: int) -> Burdens:
    """`most` is how many households one cadre should have at most."""
    leads = first_leads(roster)
    counts = Counter(cadre_of(household, leads) for household in roster.households)
    too_many = sorted(((no, count) for no, count in counts.items() if count > most), key=lambda one: -one[1])
    return Burdens(tuple(h.code for h in roster.households if h.cadre_no is None), tuple(too_many))
