"""The county of the report as roster files: `python -m tests.bench.county FOLDER`."""

import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.simulation.county import Size, make_county

_HOUSEHOLDS, _SEED = 337_000, 20130319
_HEADERS = {
    "units": ("code", "name", "categories"),
    "officials": ("no", "name", "unit", "post", "phone"),
    "grids": ("code", "name", "level", "parent", "lead_nos"),
    "households": ("code", "village", "head", "members", "address", "phone", "cadre_no"),
}


def write_county(folder: Path) -> None:
    """Four files, of the columns that `huiyin roster import` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    roster = make_county(Size(), _HOUSEHOLDS, _SEED)
    for name, header in _HEADERS.items():
        _write(folder / f"{name}.csv", header, (map(_cell, row) for row in getattr(roster, name)))


def _cell(value: object) -> str:
    return ";".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)


def _write(file: Path, header: Sequence[str], rows: Iterable[Iterable[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows((header, *rows))


if __name__ == "__main__":
    write_county(Path(sys.argv[1]))
