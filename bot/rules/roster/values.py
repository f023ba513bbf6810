"""A roster that is right: what the import compares and keeps."""

from typing import NamedTuple

from bot.rules.levels import Level


class Unit(NamedTuple):
    code: str
    name: str
    categories: tuple[str, ...]


class Official(NamedTuple):
    no: str
    name: str
    unit: str
    post: str
    phone: str


class Grid(NamedTuple):
    """`parent` is None for the county alone; the first of `lead_nos` leads."""

    code: str
    name: str
    level: Level
    parent: str | None
    lead_nos: tuple[str, ...]


class Household(NamedTuple):
    """`cadre_no` is None where the file names nobody: then it is the village lead's."""

    code: str
    village: str
    head: str
    members: int
    address: str
    phone: str | None
    cadre_no: str | None


class Roster(NamedTuple):
    units: tuple[Unit, ...]
    officials: tuple[Official, ...]
    grids: tuple[Grid, ...]
    households: tuple[Household, ...]


class Kept(NamedTuple):
    """The roster as the tables hold it, by code or number. Its households' `cadre_no` is None: `links` tells
    each household's cadre. `left` are the officials who are no longer in service."""

    units: dict[str, Unit]
    officials: dict[str, Official]
    grids: dict[str, Grid]
    households: dict[str, Household]
    links: dict[str, str]
    left: frozenset[str]
    short_names: dict[str, str]
