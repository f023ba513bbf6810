"""All four tables together: a roster that is right, or every fault."""

from collections.abc import Mapping

from bot.rules.levels import Level
from bot.rules.roster.faults import Fault, RosterFaulty
from bot.rules.roster.reading import Read, read_grids, read_households, read_officials, read_units
from bot.rules.roster.tables import GRIDS, HOUSEHOLDS, OFFICIALS, UNITS, Sheet
from bot.rules.roster.tree import check_grids
from bot.rules.roster.values import Grid, Household, Official, Roster, Unit


def check_roster(sheets: Mapping[str, Sheet], missing: list[Fault] | None = None) -> Roster:
    """The roster of these sheets, by table name. Raises RosterFaulty with all faults, also the `missing` ones."""
    faults = list(missing or [])
    units, officials, grids, households = _read_all(sheets)
    if not faults:
        _check_names(units)
        check_grids(grids, officials)
        _check_households(households, grids, officials)
    for read in (grids, officials, households, units):
        faults += sorted(read.faults, key=lambda fault: fault.row or 0)
    if faults:
        raise RosterFaulty(faults)
    return Roster(units.values, officials.values, grids.values, households.values)


def _read_all(
    sheets: Mapping[str, Sheet],
) -> tuple[Read[Unit], Read[Official], Read[Grid], Read[Household]]:
    units = read_units(sheets[UNITS.name]) if UNITS.name in sheets else Read[Unit]("")
    officials = read_officials(sheets[OFFICIALS.name]) if OFFICIALS.name in sheets else Read[Official]("")
    grids = read_grids(sheets[GRIDS.name]) if GRIDS.name in sheets else Read[Grid]("")
    households = read_households(sheets[HOUSEHOLDS.name]) if HOUSEHOLDS.name in sheets else Read[Household]("")
    return units, officials, grids, households


def _check_names(units: Read[Unit]) -> None:
    first: dict[str, int] = {}
    for row, unit in units.rows:
        if first.setdefault(unit.name, row) != row:
            units.blame(row, f"duplicate: the unit of row {first[unit.name]} is called {unit.name} too.")


def _check_households(households: Read[Household], grids: Read[Grid], officials: Read[Official]) -> None:
    levels = {grid.code: grid for grid in grids.values}
    for row, household in households.rows:
        village = levels.get(household.village)
        if household.village not in grids.keys:
            households.blame(row, f"unknown village {household.village}: no grid has that code.")
        elif village and village.level != Level.VILLAGE:
            households.blame(row, f"{village.code} is a {village.level}; a household lives in a village.")
        if household.cadre_no is not None and household.cadre_no not in officials.keys:
            households.blame(row, f"unknown cadre {household.cadre_no}: no official has that number.")
        elif household.cadre_no is None and village and not village.lead_nos:
            households.blame(row, f"no cadre, and {village.code} has no lead who could take the household.")
