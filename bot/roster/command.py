"""`huiyin roster`: files in, a report out."""

import asyncio
import shutil
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.clock import utc_now
from bot.roster.files import read_files
from bot.roster.report import Report
from bot.rules.calendar import Calendar
from bot.rules.errors import Problem
from bot.rules.roster.burdens import find_burdens
from bot.rules.roster.changes import RosterChanges
from bot.rules.roster.checking import check_roster
from bot.rules.roster.values import Roster
from bot.rules.terms import Policy
from bot.usecases.import_roster import import_roster
from bot.usecases.tick import Tick
from storage.engine import Database
from storage.migrate import upgrade

SAMPLE = Path(__file__).parent / "sample"


def check(path: Path, most: int, *, everything: bool) -> None:
    """`most` households a cadre. Raises RosterFaulty with every fault, or Problem where there is no roster."""
    console = _console()
    with console.status("Reading and checking ..."):
        roster = check_roster(*read_files(path))
    report = Report(console, everything)
    report.show_roster(roster)
    report.show_burdens(find_burdens(roster, most), most)
    console.print("No fault.")


def take_in(url: str, path: Path, policy: Policy, calendar: Calendar, *, everything: bool) -> None:
    """Raises RosterFaulty with every fault; then nothing is imported."""
    console = _console()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        reading = progress.add_task("Reading and checking", total=None)
        roster = check_roster(*read_files(path))
        rows = sum(map(len, roster))
        progress.update(reading, total=rows, completed=rows)
        upgrade(url)
        changes = asyncio.run(_write(url, roster, (policy, calendar), progress))
    report = Report(console, everything)
    report.show_roster(roster)
    report.show_changes(changes)
    most = policy.cadres.most_households
    report.show_burdens(find_burdens(roster, most), most)


def write_sample(folder: Path) -> None:
    """Copies the sample village; raises Problem rather than write over a file."""
    samples = sorted(SAMPLE.glob("*.csv"))
    taken = [folder / file.name for file in samples if (folder / file.name).exists()]
    if taken:
        raise Problem(f"{taken[0]} is there already. Name a folder without a roster.")
    folder.mkdir(parents=True, exist_ok=True)
    for file in samples:
        shutil.copyfile(file, folder / file.name)
    _console().print(f"The sample roster is in {folder}. Look at it, then: huiyin roster check {folder}")


async def _write(url: str, roster: Roster, rules: tuple[Policy, Calendar], progress: Progress) -> RosterChanges:
    task, now = progress.add_task("Writing", total=None), utc_now()

    def tell(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)

    database = Database(url)
    try:
        async with database.write() as session:
            return await import_roster(Tick(session, now, f"roster-{now.timestamp():.3f}", *rules), roster, tell)
    finally:
        await database.close()


def _console() -> Console:
    return Console(highlight=False, soft_wrap=True)
