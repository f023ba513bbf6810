"""Rows of text into values, table by table, with every fault that a row shows by itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bot.rules.levels import Level
from bot.rules.roster import cells, tables
from bot.rules.roster.cells import BadCell
from bot.rules.roster.faults import Fault
from bot.rules.roster.tables import Sheet, Table, find_columns, list_cells
from bot.rules.roster.values import Grid, Household, Official, Unit

T = TypeVar("T")
Parser = Callable[[str], object]

LEVEL_WORDS = {
    Level.VILLAGE: ("村", "村级", "行政村"),
    Level.AREA: ("工作片", "片", "片区"),
    Level.TOWNSHIP: ("乡镇", "镇", "乡", "街道"),
    Level.COUNTY: ("县", "县级"),
}


@dataclass
class Read(Generic[T]):
    """`rows` are those without a fault of their own; `keys` has every row's code, so that one fault is told once."""

    file: str
    rows: list[tuple[int, T]] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def blame(self, row: int | None, reason: str) -> None:
        self.faults.append(Fault(self.file, row, reason))

    @property
    def values(self) -> tuple[T, ...]:
        return tuple(value for _, value in self.rows)


def read_units(sheet: Sheet) -> Read[Unit]:
    return _read(tables.UNITS, sheet, (_code("code"), _text("name"), cells.listed), Unit._make)


def read_officials(sheet: Sheet) -> Read[Official]:
    parsers = (_code("no"), _text("name"), cells.text, cells.text, _needed("phone", cells.phone))
    return _read(tables.OFFICIALS, sheet, parsers, Official._make)


def read_grids(sheet: Sheet) -> Read[Grid]:
    parsers = (_code("code"), _text("name"), level, _or_none(cells.code), cells.listed)
    return _read(tables.GRIDS, sheet, parsers, Grid._make)


def read_households(sheet: Sheet) -> Read[Household]:
    parsers = (
        _code("code"),
        _code("village"),
        _text("head"),
        cells.members,
        cells.text,
        _or_none(cells.phone),
        _or_none(cells.code),
    )
    return _read(tables.HOUSEHOLDS, sheet, parsers, Household._make)


def level(cell: str) -> Level:
    word = cells.code(cell)
    for known, others in LEVEL_WORDS.items():
        if word.lower() == known or word in others:
            return known
    raise BadCell(
        f"level is {cell!r}. Known: {', '.join(f'{one.upper()} ({w[0]})' for one, w in LEVEL_WORDS.items())}."
    )


def _read(table: Table, sheet: Sheet, parsers: Sequence[Parser], make: Callable[[Iterable[Any]], T]) -> Read[T]:
    read: Read[T] = Read(sheet.file)
    places, read.faults = find_columns(table, sheet)
    if read.faults:
        return read
    key_name = next(iter(table.columns))
    for number, row in list_cells(table, sheet, places):
        faults = len(read.faults)
        values = [_value(read, number, parser, cell) for parser, cell in zip(parsers, row, strict=True)]
        first = read.keys.setdefault(str(values[0]), number)
        if first != number and values[0] is not None:
            read.blame(number, f"duplicate: {key_name} {values[0]} is that of row {first} already.")
        if len(read.faults) == faults:
            read.rows.append((number, make(values)))
    return read


def _value(read: Read[T], number: int, parser: Parser, cell: str) -> object:
    try:
        return parser(cell)
    except BadCell as bad:
        read.blame(number, str(bad))
        return None


def _needed(name: str, parse: Callable[[str], str]) -> Parser:
    return lambda cell: cells.required(name, parse(cell))


def _code(name: str) -> Parser:
    return _needed(name, cells.code)


def _text(name: str) -> Parser:
    return _needed(name, cells.text)


def _or_none(parse: Callable[[str], str]) -> Parser:
    return lambda cell: parse(cell) or None
