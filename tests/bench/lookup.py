"""How long it takes to find the appeals that may tell of the same matter, beside a read by primary key in the same
run. Every question holds the commonest word of all, which two in five of the stored appeals hold, too.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from storage.engine import Database, Session
from storage.models import Appeal
from storage.similar import Sought, list_similar_candidates, list_similar_in_county
from tests import database as databases
from tests.bench.stored import HOMES, NOW, Stored, question, village_of

SIZES = (10_000, 100_000, 1_000_000)
_QUESTIONS, _WARM_UP = 400, 40
_AIM_MS = 20
_LIMIT = 10
_Ask = Callable[[Session, random.Random], Awaitable[object]]


@dataclass(frozen=True)
class Asked:
    """Latencies in seconds."""

    p50: float
    p95: float


@dataclass(frozen=True)
class Measured:
    engine: str
    appeals: int
    floor: Asked
    village: Asked
    county: Asked
    found: float
    """Candidates of a village and its area, on average."""


def measure(directory: Path, sizes: Sequence[int], console: Console) -> list[Measured]:
    measured = []
    for engine in databases.ENGINES:
        folder = directory / engine
        folder.mkdir()
        with databases.fresh(engine, folder) as url:
            stored = Stored(url)
            for size in sorted(sizes):
                console.print(f"{engine}: storing {size:,} appeals ...")
                stored.grow(size)
                measured.append(asyncio.run(_measure(engine, url, size)))
    return measured


async def _measure(engine: str, url: str, size: int) -> Measured:
    database, found = Database(url), []

    async def by_key(session: Session, dice: random.Random) -> None:
        await session.get(Appeal, dice.randint(1, size))

    async def near(session: Session, dice: random.Random) -> None:
        home = dice.randint(1, HOMES)
        found.append(len(await list_similar_candidates(session, village_of(home), _sought(home, dice))))

    async def anywhere(session: Session, dice: random.Random) -> None:
        await list_similar_in_county(session, _sought(dice.randint(1, HOMES), dice))

    try:
        floor, village, county = [await _ask(database, ask) for ask in (by_key, near, anywhere)]
    finally:
        await database.close()
    return Measured(engine, size, floor, village, county, sum(found) / len(found))


def _sought(home: int, dice: random.Random) -> Sought:
    return Sought(question(dice), home, 0, NOW - timedelta(days=90), _LIMIT)


async def _ask(database: Database, ask: _Ask) -> Asked:
    dice, latencies = random.Random(7), []
    for number in range(_WARM_UP + _QUESTIONS):
        async with database.read() as session:
            began = time.perf_counter()
            await ask(session, dice)
            if number >= _WARM_UP:
                latencies.append(time.perf_counter() - began)
    latencies.sort()
    return Asked(latencies[_QUESTIONS // 2], latencies[_QUESTIONS * 95 // 100])


def table(measured: Sequence[Measured]) -> Table:
    shown = Table(title="Like appeals found among those stored; ms, median / p95")
    columns = (
        "database",
        "appeals",
        "read by key (the floor)",
        "village and area",
        "whole county",
        "found",
        "aim, p95",
    )
    for column in columns:
        shown.add_column(column, justify="left" if column == "database" else "right")
    for one in measured:
        times = (_ms(one.floor), _ms(one.village), _ms(one.county))
        shown.add_row(one.engine, f"{one.appeals:,}", *times, f"{one.found:.0f}", f"≤ {_AIM_MS}")
    return shown


def _ms(asked: Asked) -> str:
    return f"{asked.p50 * 1000:.1f} / {asked.p95 * 1000:.1f}"
