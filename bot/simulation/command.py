"""`huiyin simulate`: lives the months through in a database of its own and shows who solved how much."""

import asyncio
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot.official_calendar import read_calendar
from bot.rules.errors import Problem
from bot.rules.levels import Level
from bot.rules.register import Register
from bot.rules.terms import Policy
from bot.simulation.county import Size
from bot.simulation.life import BEGINS, DAYS, Life
from storage.engine import Database
from storage.migrate import upgrade
from storage.register import count_register, recount_register

REPORT = {Level.CADRE: 16_414, Level.VILLAGE: 7_704, Level.AREA: 5_884, Level.TOWNSHIP: 2_664, Level.COUNTY: 78}
"""Solved by each level of 35,489, as the county counted in 2013."""


def simulate(policy: Policy, scale: float, seed: int) -> Register:
    """Prints the register. Raises Problem where it is not what the histories tell."""
    size, began = Size().scaled(scale), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="huiyin-simulation-") as folder:
        register = asyncio.run(_live(f"sqlite:///{Path(folder) / 'county.db'}", policy, size, seed))
    console = Console(highlight=False)
    console.print(_table(register, size))
    seconds = time.monotonic() - began
    console.print(f"{size.cadres:,} cadres, {size.villages:,} villages; {DAYS} days from {BEGINS} in {seconds:.0f} s.")
    return register


async def _live(url: str, policy: Policy, size: Size, seed: int) -> Register:
    upgrade(url)
    database = Database(url)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    try:
        with Progress(*columns, console=Console(stderr=True)) as progress:
            task = progress.add_task("Days", total=DAYS)
            calendar = read_calendar(policy.calendar, BEGINS.year)
            life = Life(database, policy, calendar, size, seed, lambda day: progress.update(task, completed=day))
            await life.run()
        async with database.read() as session:
            register, recounted = await count_register(session), await recount_register(session)
    finally:
        await database.close()
    if register != recounted:
        raise Problem(f"The register is not what the histories tell: {register} is counted, {recounted} told.")
    return register


def _table(register: Register, size: Size) -> Table:
    shown = Table(title=f"{size.appeals:,} appeals, solved by level")
    for column in ("level", "arrived", "solved", "other", "up", "open", "share", "in 2013"):
        shown.add_column(column, justify="left" if column == "level" else "right")
    for level, count in register.items():
        figures = (count.received, count.solved, count.otherwise, count.passed_on, count.open)
        shown.add_row(level, *map(_number, figures), _share(count.solved, size.appeals), _of_report(REPORT[level]))
    shown.add_section()
    all_solved, otherwise, still_open = (
        sum(getattr(count, name) for count in register.values()) for name in ("solved", "otherwise", "open")
    )
    shares = (_share(all_solved, size.appeals), _of_report(sum(REPORT.values())))
    shown.add_row("all", *map(_number, (size.appeals, all_solved, otherwise)), "", _number(still_open), *shares)
    return shown


def _number(figure: int) -> str:
    return f"{figure:,}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}"


def _of_report(solved: int) -> str:
    return f"{solved:,}: {_share(solved, Size().appeals)}"
