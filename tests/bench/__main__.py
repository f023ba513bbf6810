"""`make bench`: how fast it is, beside a floor measured in the same run, since machines are noisy.

`python -m tests.bench lookup 10000 100000` measures only how like appeals are found, among so many stored ones; a
million, as without sizes, take some minutes to store. `python -m tests.bench sweep 1000000 10000` measures only the
clock, with so many open appeals of which so many are overdue; `python -m tests.bench appeals` only how fast they are
taken in.

Server, floor and load share this machine's cores; the figures are for comparing within one run.
"""

import asyncio
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests import database as databases
from tests.bench import appeals, lookup, roster, sweep
from tests.bench.chatserver import measure
from tests.bench.load import Figure
from tests.crowd.lives import parent
from tests.eval import speed


def main(arguments: Sequence[str]) -> None:
    console = Console()
    if arguments[:1] == ["lookup"]:
        _lookup(console, [int(size) for size in arguments[1:]] or lookup.SIZES)
        return
    if arguments[:1] == ["appeals"]:
        _appeals(console)
        return
    if arguments[:1] == ["sweep"]:
        _sweep(console, *([int(size) for size in arguments[1:3]] or (sweep.OPEN, sweep.DUE)))
        return
    with (
        tempfile.TemporaryDirectory(prefix="huiyin-bench-") as directory,
        console.status("Measuring (about a minute) ..."),
    ):
        figures = asyncio.run(measure(Path(directory)))
    console.print(_table(figures))
    with tempfile.TemporaryDirectory(prefix="huiyin-bench-") as directory:
        imports = roster.measure(Path(directory))
    console.print(roster.table(imports))
    _appeals(console)
    console.print(_reading())
    _lookup(console, lookup.SIZES)
    _sweep(console, sweep.OPEN, sweep.DUE)


def _reading() -> Table:
    shown = Table("reading a message", "figure", "goal", title="Reading, beside jieba.lcut alone in the same run")
    for one in speed.figures():
        shown.add_row(one.name, f"{one.value:.3f}", one.goal)
    return shown


def _sweep(console: Console, appeals: int, overdue: int) -> None:
    with tempfile.TemporaryDirectory(prefix="huiyin-bench-") as directory:
        databases.open_session(Path(directory))
        try:
            console.print(sweep.table(sweep.measure(Path(directory), appeals, overdue, console)))
        finally:
            databases.close_session()


def _lookup(console: Console, sizes: Sequence[int]) -> None:
    with tempfile.TemporaryDirectory(prefix="huiyin-bench-") as directory:
        databases.open_session(Path(directory))
        try:
            console.print(lookup.table(lookup.measure(Path(directory), sizes, console)))
        finally:
            databases.close_session()


def _appeals(console: Console) -> None:
    with tempfile.TemporaryDirectory(prefix="huiyin-bench-") as directory, console.status("Taking in appeals ..."):
        databases.open_session(Path(directory))
        try:
            console.print(appeals.table(_taken_in(Path(directory))))
        finally:
            databases.close_session()


def _taken_in(directory: Path) -> list[tuple[Figure, list[appeals.Load]]]:
    measured = []
    with parent() as service:
        for engine in databases.ENGINES:
            folder = directory / engine
            folder.mkdir()
            measured.append(asyncio.run(appeals.measure(service, engine, folder)))
    return measured


def _table(figures: list[Figure]) -> Table:
    today = datetime.now(UTC).date()
    machine = f"{os.cpu_count()} cores, {platform.machine()}, CPython {platform.python_version()}"
    table = Table(title=f"Chat server on {machine}, {today}")
    for column in ("what", "a second", "p50 ms", "p95 ms", "of the floor", "aim"):
        table.add_column(column, justify="left" if column == "what" else "right")
    floor = figures[0].rate
    for figure in figures:
        aim = f"{figure.aim}" if figure.aim else ""
        row = (f"{figure.rate:,.0f}", f"{figure.p50 * 1000:.1f}", f"{figure.p95 * 1000:.1f}")
        table.add_row(figure.name, *row, f"{figure.rate / floor:.0%}" if figure.of_calls else "", aim)
    return table


if __name__ == "__main__":
    main(sys.argv[1:])
