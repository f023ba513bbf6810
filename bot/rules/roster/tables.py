"""The four tables of a roster, and what their columns may be called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.rules.roster.faults import Fault


@dataclass(frozen=True)
class Table:
    """`name` is that of the file (with .csv) or sheet; `columns` maps each column to its Chinese headers."""

    name: str
    chinese: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]

    def column_named(self, header: str) -> str | None:
        return next((name for name, others in self.columns.items() if header == name or header in others), None)


GRIDS = Table(
    "grids",
    ("网格",),
    {
        "code": ("编码", "网格编码"),
        "name": ("名称", "网格名称"),
        "level": ("级别", "层级"),
        "parent": ("上级", "上级编码", "上级网格"),
        "lead_nos": ("组长编号", "网格组长编号", "网格组长"),
    },
)
OFFICIALS = Table(
    "officials",
    ("干部",),
    {
        "no": ("编号", "干部编号"),
        "name": ("姓名",),
        "unit": ("单位", "工作单位"),
        "post": ("职务",),
        "phone": ("电话", "手机", "联系电话"),
    },
)
HOUSEHOLDS = Table(
    "households",
    ("户", "群众"),
    {
        "code": ("编码", "户编码", "户号"),
        "village": ("村", "村编码", "所在村"),
        "head": ("户主", "户主姓名"),
        "members": ("人口", "人数"),
        "address": ("住址", "地址"),
        "phone": ("电话", "手机", "联系电话"),
        "cadre_no": ("联系干部编号", "干部编号", "联系干部"),
    },
)
UNITS = Table(
    "units",
    ("责任单位", "单位"),
    {"code": ("编码", "单位编码"), "name": ("名称", "单位名称"), "categories": ("类别", "诉求类别", "办理类别")},
)
TABLES = (GRIDS, OFFICIALS, HOUSEHOLDS, UNITS)


class Sheet(NamedTuple):
    """One table as it was found: all its rows, the header first. `file` is how faults call it."""

    file: str
    rows: Sequence[Sequence[str]]


def find_columns(table: Table, sheet: Sheet) -> tuple[dict[str, int], list[Fault]]:
    """Where each column stands; a fault for each that is missing, unknown or there twice."""
    found: dict[str, int] = {}
    faults = []
    for index, header in enumerate(_header(sheet)):
        name = table.column_named(header)
        if name is None and header:
            faults.append(Fault(sheet.file, 1, f"there is no column {header!r} here. Known: {_known(table)}."))
        elif name in found:
            faults.append(Fault(sheet.file, 1, f"the column {name} is there twice."))
        elif name:
            found[name] = index
    missing = [name for name in table.columns if name not in found]
    if missing:
        faults.append(Fault(sheet.file, 1, f"missing columns: {', '.join(missing)}. Known: {_known(table)}."))
    return found, faults


def list_cells(table: Table, sheet: Sheet, places: dict[str, int]) -> Iterator[tuple[int, list[str]]]:
    """Row number and cells in the table's own order; rows with nothing in them are passed over."""
    order = [places[name] for name in table.columns]
    width = max(order) + 1
    for number, row in enumerate(sheet.rows[1:], start=2):
        if any(row):
            cells = row if len(row) >= width else [*row, *[""] * (width - len(row))]
            yield number, [cells[place] for place in order]


def _header(sheet: Sheet) -> list[str]:
    return [cell.strip().lower() for cell in sheet.rows[0]] if sheet.rows else []


def _known(table: Table) -> str:
    return ", ".join(f"{name} ({others[0]})" for name, others in table.columns.items())
