"""Labelled messages in a .csv file."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.rules.errors import Problem

_ENCODINGS = ("utf-8-sig", "gb18030")
_LABELS = ("label", "category")
_TEXTS = ("title", "detail", "text")
_LONGEST_CELL = 10_000_000


@dataclass(frozen=True)
class Labelled:
    """`number` is the row's, the heading being 1; `second` is also right, where there is one."""

    number: int
    title: str
    detail: str
    label: str
    second: str


def read_labelled(path: Path) -> list[Labelled]:
    """Raises Problem with what is wrong and where; then nothing was read."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(_rows(path, csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)))
    except csv.Error as error:
        raise Problem(f"{path} is no table of comma-separated values ({error}).") from None
    if not rows:
        raise Problem(f"{path} has no row below its heading.")
    return rows


def _rows(path: Path, table: "csv.DictReader[str]") -> Iterator[Labelled]:
    columns = [name.strip().lower() for name in table.fieldnames or ()]
    table.fieldnames = columns
    label = next((name for name in _LABELS if name in columns), None)
    if label is None:
        raise Problem(f"{path} has no column 'label' (or 'category'). Its columns: {', '.join(columns) or 'none'}.")
    if not any(name in columns for name in _TEXTS):
        raise Problem(f"{path} has no column 'title', 'detail' or 'text'. Its columns: {', '.join(columns)}.")
    for number, row in enumerate(table, start=2):
        yield _row(path, number, row, label)


def _row(path: Path, number: int, row: dict[str, str], label: str) -> Labelled:
    cells = {name: (row.get(name) or "").strip() for name in (*_TEXTS, label, "second")}
    detail = " ".join(filter(None, (cells["detail"], cells["text"])))
    if not cells[label]:
        raise Problem(f"{path}, row {number}: the column '{label}' is empty. Label the row or take it out.")
    if not (cells["title"] or detail):
        raise Problem(f"{path}, row {number}: it has no words. Take the row out.")
    if any(sign in cells[label] for sign in "\t\r\n"):
        raise Problem(f"{path}, row {number}: its label has a tab or a line break.")
    return Labelled(number, cells["title"], detail, cells[label], cells["second"])


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Problem(f"{path} cannot be read: {error.strerror}.") from None
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Problem(f"{path} is neither UTF-8 nor GB18030. Save it as CSV UTF-8.")
