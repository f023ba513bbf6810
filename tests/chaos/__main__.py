"""`make chaos`: 50 kills while 500 appeals come in, and 220 citizens' own messages, on both databases."""

import asyncio
import os
import platform
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from tests import database as databases
from tests.chaos.real import are_there, tell_real
from tests.chaos.run import kill_and_tell
from tests.crowd.lives import parent
from tests.nlp.samples import WHERE_REAL

T = TypeVar("T")
_APPEALS, _KILLS, _REAL = 500, 50, 220


def main() -> int:
    """How many promises were broken."""
    console = Console()
    with parent() as process, console.status("Some minutes ..."):
        killed = _on_each(lambda url, folder: kill_and_tell(process, url, folder, _APPEALS, _KILLS))
        told = _on_each(lambda url, folder: tell_real(process, url, folder, _REAL)) if are_there() else []
    console.print(_table(f"{_KILLS} kills while {_APPEALS} appeals come in", [one.figures() for one in killed]))
    console.print(_table("Citizens' own messages", [one.figures() for one in told]) if told else WHERE_REAL)
    faults = [fault for one in killed for fault in one.faults(_KILLS)] + [
        fault for one in told for fault in one.faults()
    ]
    console.print("\n".join(faults) or "Nothing lost, nothing doubled.")
    return len(faults)


def _on_each(run: Callable[[str, Path], Awaitable[T]]) -> list[T]:
    """On a fresh database of each engine."""

    async def result(url: str, folder: Path) -> T:
        return await run(url, folder)

    reports = []
    for engine in databases.ENGINES:
        with tempfile.TemporaryDirectory() as name, databases.fresh(engine, folder := Path(name)) as url:
            reports.append(asyncio.run(result(url, folder)))
    return reports


def _table(title: str, figures: list[list[tuple[str, str]]]) -> Table:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, CPython {platform.python_version()}"
    table = Table("what", *databases.ENGINES, title=f"{title}; {machine}, {datetime.now(UTC).date()}")
    for row in zip(*figures, strict=True):
        table.add_row(row[0][0], *(value for _, value in row))
    return table


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="huiyin-chaos-") as session:
        databases.open_session(Path(session))
        try:
            status = main()
        finally:
            databases.close_session()
    sys.exit(bool(status))
