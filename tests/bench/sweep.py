"""How long the clock takes for what has come due among many open appeals, through the same use case as ever."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlalchemy import func, select

from bot.usecases.sweep import sweep
from bot.usecases.tick import Tick
from storage.engine import Database
from storage.models import Appeal
from tests import database as databases
from tests.bench import due
from tests.bench.stored import NOW
from tests.bot.rules.calendars import CALENDAR, POLICY

OPEN, DUE = 100_000, 10_000
_AIM = 60


@dataclass(frozen=True)
class Swept:
    engine: str
    open: int
    due: int
    seconds: float


def measure(directory: Path, appeals: int, overdue: int, console: Console) -> list[Swept]:
    measured = []
    for engine in databases.ENGINES:
        folder = directory / f"sweep-{engine}"
        folder.mkdir()
        with databases.fresh(engine, folder) as url:
            console.print(f"{engine}: storing {appeals:,} open appeals ...")
            due.store(url, appeals, overdue)
            measured.append(Swept(engine, appeals, overdue, asyncio.run(_sweep(url, overdue))))
    return measured


async def _sweep(url: str, overdue: int) -> float:
    database, began = Database(url), time.perf_counter()
    try:
        more, stroke = True, 0
        while more:
            async with database.write() as session:
                stroke += 1
                more = await sweep(Tick(session, NOW, f"sweep-{stroke}", POLICY, CALENDAR))
        took = time.perf_counter() - began
        async with database.read() as session:
            climbed = await session.scalar(select(func.count()).where(Appeal.level == "village"))
        if climbed != overdue:
            raise SystemExit(f"{climbed} of {overdue} climbed")
    finally:
        await database.close()
    return took


def table(measured: list[Swept]) -> Table:
    shown = Table(title=f"Overdue appeals passed up by the clock; aim: {DUE:,} among a million in {_AIM} s")
    for column in ("database", "open", "overdue", "seconds", "a second"):
        shown.add_column(column, justify="left" if column == "database" else "right")
    for one in measured:
        rate = f"{one.due / one.seconds:,.0f}"
        shown.add_row(one.engine, f"{one.open:,}", f"{one.due:,}", f"{one.seconds:.1f}", rate)
    return shown
