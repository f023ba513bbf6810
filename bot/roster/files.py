"""A folder of four .csv files, or one spreadsheet with four sheets, as text; checking it is the rules' work."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from bot.rules.errors import Problem
from bot.rules.roster.faults import Fault
from bot.rules.roster.tables import TABLES, Sheet, Table

_ENCODINGS = ("utf-8-sig", "gb18030")
_SPREADSHEETS = {".xlsx", ".xls", ".ods"}
_LONGEST_CELL = 1_000_000

Found = tuple[dict[str, Sheet], list[Fault]]


def read_files(path: Path) -> Found:
    """The sheets by table name, and a fault for each that is missing or cannot be read. Raises Problem."""
    if path.is_dir():
        return _read_folder(path)
    if path.suffix.lower() in _SPREADSHEETS and path.is_file():
        return _read_spreadsheet(path)
    names = ", ".join(f"{table.name}.csv" for table in TABLES)
    raise Problem(f"{path} is no roster. Name a folder with {names}, or one .xlsx with sheets of these names.")


def _read_folder(folder: Path) -> Found:
    sheets, faults = {}, []
    for table in TABLES:
        files = [folder / f"{name}.csv" for name in _names(table) if (folder / f"{name}.csv").is_file()]
        fault = _fault_of_choice(table, [file.name for file in files], ".csv", folder.name)
        text = None if fault else _decoded(files[0].read_bytes())
        if text is None:
            faults.append(fault or Fault(files[0].name, None, "is neither UTF-8 nor GB18030. Save it as CSV UTF-8."))
            continue
        try:
            sheets[table.name] = Sheet(files[0].name, _rows_of_csv(text))
        except csv.Error as error:
            faults.append(Fault(files[0].name, None, f"is no table of comma-separated values ({error})."))
    return sheets, faults


def _read_spreadsheet(file: Path) -> Found:
    sheets, faults = {}, []
    try:
        workbook = CalamineWorkbook.from_path(file)
    except (CalamineError, OSError) as error:
        raise Problem(f"{file} cannot be read ({error}). Save it anew as .xlsx.") from None
    present = {name.strip().lower(): name for name in workbook.sheet_names}
    for table in TABLES:
        named = [present[name] for name in _names(table) if name in present]
        fault = _fault_of_choice(table, named, "", file.name)
        if fault:
            faults.append(fault)
            continue
        rows = workbook.get_sheet_by_name(named[0]).to_python(skip_empty_area=False)
        sheets[table.name] = Sheet(f"{file.name}, sheet {named[0]}", _rows_as_text(rows))
    return sheets, faults


def _names(table: Table) -> tuple[str, ...]:
    return table.name, *table.chinese


def _fault_of_choice(table: Table, found: list[str], ending: str, place: str) -> Fault | None:
    if len(found) == 1:
        return None
    if found:
        return Fault(place, None, f"has {' and '.join(found)}; which of them is meant? Leave one.")
    others = " or ".join(name + ending for name in table.chinese)
    return Fault(place, None, f"{table.name}{ending} ({others}) is missing.")


def _decoded(content: bytes) -> str | None:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _rows_of_csv(text: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), strict=True)]


def _rows_as_text(rows: Iterable[Iterable[object]]) -> list[list[str]]:
    return [[_as_text(cell) for cell in row] for row in rows]


def _as_text(cell: object) -> str:
    """Spreadsheets keep 13854900001 as a number with a fraction."""
    if isinstance(cell, str):
        return cell.strip()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
