"""The county in parts that live side by side, each a process with a database of its own.

Everybody is in every part; told there are only the matters of some work areas, and an appeal is compared with none
beyond its area. All that is thrown hangs on the seed, the day and the appeal's number in its village: however many
parts there are, the same people do the same on the same days."""

import asyncio
import multiprocessing
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from bot.official_calendar import read_calendar
from bot.rules.errors import Problem
from bot.rules.register import Register, together
from bot.rules.terms import Policy
from bot.simulation.county import Size
from bot.simulation.life import BEGINS, Life, Part
from storage.engine import Database
from storage.migrate import upgrade
from storage.register import count_register, recount_register

Tell = Callable[[int], None]


@dataclass(frozen=True)
class County:
    """What is lived through."""

    policy: Policy
    size: Size
    seed: int


def live(county: County, parts: int, tell: Tell) -> Register:
    """`tell`: called with how many days of all parts are over. Raises Problem where a part's register is not what its
    histories tell."""
    days = [0] * parts
    registers: list[Register] = []
    with tempfile.TemporaryDirectory(prefix="huiyin-simulation-") as folder, _started(county, parts, folder) as ways:
        while len(registers) < parts:
            speaking = wait([way for way in ways if not way.closed])
            for number, way in enumerate(ways):
                if way not in speaking:
                    continue
                news = _hear(way)
                if isinstance(news, int):
                    days[number] = news
                    tell(sum(days))
                else:
                    registers.append(news)
                    way.close()
    return together(registers)


def _hear(way: Connection) -> int | Register:
    try:
        news: int | Register | Problem = way.recv()
    except EOFError:
        raise Problem("A part of the simulation has ended early; what happened stands above.") from None
    if isinstance(news, Problem):
        raise news
    return news


@contextmanager
def _started(county: County, parts: int, folder: str) -> Iterator[Sequence[Connection]]:
    """The processes end with the context, however it ends."""
    processes, ways = [], []
    context = multiprocessing.get_context("spawn")
    try:
        for number in range(parts):
            here, there = context.Pipe(duplex=False)
            url = f"sqlite:///{Path(folder) / f'part-{number}.db'}"
            process = context.Process(target=_live, args=(county, Part(number, parts), url, there), daemon=True)
            process.start()
            there.close()
            processes.append(process)
            ways.append(here)
        yield ways
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _live(county: County, part: Part, url: str, way: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this ends it
    try:
        way.send(asyncio.run(_register_of(county, part, url, way.send)))
    except Problem as problem:
        way.send(problem)


async def _register_of(county: County, part: Part, url: str, tell: Tell) -> Register:
    upgrade(url)
    database = Database(url)
    try:
        calendar = read_calendar(county.policy.calendar, BEGINS.year)
        await Life(database, county.policy, calendar, county.size, county.seed, part, tell).run()
        async with database.read() as session:
            register, recounted = await count_register(session), await recount_register(session)
    finally:
        await database.close()
    if register != recounted:
        raise Problem(f"The register is not what the histories tell: {register} is counted, {recounted} told.")
    return register
