"""Looks at what the service needs, and says of each whether it is well and what to do."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rich.console import Console

from bot.bot_api import find_username
from bot.clock import utc_now
from bot.listening import listen
from bot.logs import redact
from bot.official_calendar import read_calendar
from bot.policy import read_policy
from bot.rules.calendar import day_of
from bot.rules.errors import Problem
from bot.settings import Settings
from bot.usecases.look_at_cover import Cover, look_at_cover
from storage.engine import Database
from storage.migrate import find_missing_steps


@dataclass(frozen=True)
class Finding:
    what: str
    well: bool
    sentence: str


class DoctorFoundFaults(Problem):
    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} of the things above are not well.")


def examine(settings: Settings) -> None:
    """Print a line for each thing; raises DoctorFoundFaults where one is not well."""
    console = Console(highlight=False, soft_wrap=True)
    findings = [_look(what, look, settings) for what, look in _LOOKS.items()]
    for finding in findings:
        mark = "[green]well[/]" if finding.well else "[red]fault[/]"
        console.print(mark, finding.what, end=": ")
        console.print(redact(finding.sentence), markup=False)
    faults = [finding for finding in findings if not finding.well]
    if faults:
        raise DoctorFoundFaults(faults)


def _look(what: str, look: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(what, well=True, sentence=look(settings))
    except Problem as problem:
        return Finding(what, well=False, sentence=str(problem))


def _database(settings: Settings) -> str:
    missing = find_missing_steps(settings.database_url.get_secret_value())
    if missing:
        raise Problem(f"{len(missing)} migrations are missing. Run: huiyin migrate")
    return "It answers, and its tables are up to date."


def _bot_api(settings: Settings) -> str:
    username = find_username(settings.api_base, settings.require_bot_token().get_secret_value())
    return f"{settings.api_base} knows us as @{username}."


def _port(settings: Settings) -> str:
    listen(settings.host, settings.port).close()
    return f"{settings.host} port {settings.port} is free."


def _policy(settings: Settings) -> str:
    policy = read_policy(settings.policy)
    this_year = day_of(utc_now()).year
    calendar = read_calendar(policy.calendar, this_year)
    if calendar.is_provisional(date(this_year + 1, 1, 1)):
        return f"It is sound. Holidays of {this_year + 1} are not known yet: due dates in that year are provisional."
    return f"It is sound, and holidays are known up to {max(calendar.years)}."


def _households(settings: Settings) -> str:
    url = settings.database_url.get_secret_value()
    if find_missing_steps(url):
        raise Problem("They can be looked at once the tables are up to date. Run: huiyin migrate")
    most = read_policy(settings.policy).cadres.most_households
    cover = asyncio.run(_cover(url, most))
    if cover.faults:
        raise Problem(" ".join(cover.faults))
    return cover.sentence


async def _cover(url: str, most: int) -> Cover:
    database = Database(url)
    try:
        async with database.read() as session:
            return await look_at_cover(session, most)
    finally:
        await database.close()


_LOOKS: dict[str, Callable[[Settings], str]] = {
    "policy": _policy,
    "database": _database,
    "Bot API": _bot_api,
    "port": _port,
    "households": _households,
}
