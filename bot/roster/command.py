"""`huiyin roster`: files in, a report out."""

import asyncio
import shutil
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from bot.clock import utc_now
from bot.roster.files import read_files
from bot.roster.report import show_burdens, show_changes, show_roster
from bot.rules.errors import Problem
from bot.rules.roster.burdens import find_burdens
from bot.rules.roster.changes import RosterChanges
from bot.rules.roster.checking import check_roster
from bot.rules.roster.values import Roster
from bot.usecases.import_roster import import_roster
from storage.engine import Database
from storage.migrate import upgrade

SAMPLE = Path(__file__).parent / "sample"


def check(path: Path, most: int, *, everything: bool) -> None:
    """Raises RosterFaulty with every fault, or Problem where there is no roster."""
    console = Console(highlight=False, soft_wrap=True)
    with console.status("Reading and checking ..."):
        roster = check_roster(*read_files(path))
    show_roster(console, roster)
    show_burdens(console, find_burdens(roster, most), most, everything=everything)
    console.print("No fault.")


def take_in(url: str, path: Path, most: int, *, everything: bool) -> None:
    """Raises RosterFaulty with every fault; then nothing is imported."""
    console = Console(highlight=False, soft_wrap=True)
    with _progress(console) as progress:
        reading = progress.add_task("Reading and checking", total=None)
        roster = check_roster(*read_files(path))
        rows = sum(map(len, roster))
        progress.update(reading, total=rows, completed=rows)
        upgrade(url)
        writing = progress.add_task("Writing", total=None)
        changes = asyncio.run(_write(url, roster, progress, writing))
    show_roster(console, roster)
    show_changes(console, changes, everything=everything)
    show_burdens(console, find_burdens(roster, most), most, everything=everything)


async def _write(url: str, roster: Roster, progress: Progress, task: TaskID) -> RosterChanges:
    database = Database(url)
    try:
        async with database.write() as session:
            return await import_roster(
                session, roster, utc_now(), lambda done, total: progress.update(task, completed=done, total=total)
            )
    finally:
        await database.close()


def _progress(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console)


def write_sample(folder: Path) -> None:
    """Copies the sample village; raises Problem rather than write over a file."""
    console = Console(highlight=False, soft_wrap=True)
    for file in sorted(SAMPLE.glob("*.csv")):
        copy = folder / file.name
        if copy.exists():
            raise Problem(f"{copy} is there already. Name a folder without a roster.")
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(SAMPLE.glob("*.csv")):
        shutil.copyfile(file, folder / file.name)
    console.print(f"The sample roster is in {folder}. Look at it, then: huiyin roster check {folder}")
