"""The whole county's roster, from files to a committed import, on both engines. Aim: under 60 s on two cores."""

import time
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from rich.table import Table

from bot.roster.command import take_in
from tests import postgres
from tests.bench.county import write_county
from tests.bot.rules.calendars import CALENDAR, POLICY

_AIM_SECONDS = 60


@dataclass(frozen=True)
class Import:
    engine: str
    first: float
    again: float


def measure(directory: Path) -> list[Import]:
    files = directory / "county"
    write_county(files)
    cluster = postgres.start()
    try:
        return [
            _measure("SQLite", f"sqlite:///{directory}/county.db", files),
            _measure("PostgreSQL, not flushed", cluster.url, files),
        ]
    finally:
        cluster.stop()


def table(imports: list[Import]) -> Table:
    shown = Table(title="337,000 households, 10,180 officials, 1,196 grids: seconds to import")
    for column in ("engine", "first", "again, nothing changed", "aim"):
        shown.add_column(column, justify="left" if column == "engine" else "right")
    for one in imports:
        shown.add_row(one.engine, f"{one.first:.1f}", f"{one.again:.1f}", f"{_AIM_SECONDS}")
    return shown


def _measure(engine: str, url: str, files: Path) -> Import:
    seconds = []
    for _ in range(2):
        began = time.perf_counter()
        with redirect_stdout(StringIO()):
            take_in(url, files, POLICY, CALENDAR, everything=False)
        seconds.append(time.perf_counter() - began)
    return Import(engine, *seconds)
