"""`huiyin simulate`: lives the months through in databases of its own and shows who solved how much."""

import os
import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot.rules.levels import Level
from bot.rules.register import Register
from bot.rules.terms import Policy
from bot.simulation.county import Size
from bot.simulation.life import BEGINS, DAYS
from bot.simulation.parts import County, live

REPORT = {Level.CADRE: 16_414, Level.VILLAGE: 7_704, Level.AREA: 5_884, Level.TOWNSHIP: 2_664, Level.COUNTY: 78}
"""Solved by each level of 35,489, as the county counted in 2013."""


def simulate(policy: Policy, scale: float, seed: int, processes: int | None = None) -> Register:
    """Prints the register. As many processes as the machine has cores, where it is not said. Raises Problem where it is
    not what the histories tell."""
    size, began = Size().scaled(scale), time.monotonic()
    parts = min(processes or os.cpu_count() or 1, size.areas)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("Days" if parts == 1 else f"Days of {parts} parts", total=DAYS * parts)
        register = live(County(policy, size, seed), parts, lambda days: progress.update(task, completed=days))
    console = Console(highlight=False)
    console.print(_table(register, size))
    seconds = time.monotonic() - began
    console.print(f"{size.cadres:,} cadres, {size.villages:,} villages; {DAYS} days from {BEGINS} in {seconds:.0f} s.")
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
