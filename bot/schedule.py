"""The clock: which use case runs how often. The one owner of work that nobody asked for."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps

from bot.clock import Clock
from bot.rules.calendar import Calendar
from bot.rules.terms import Policy
from bot.usecases.ask_silent_authors import ask_silent_authors, close_silent_appeals, close_unasked_appeals
from bot.usecases.change_deputies import change_deputies
from bot.usecases.find_hot_matters import find_hot_matters
from bot.usecases.forget_handled_updates import forget_handled_updates
from bot.usecases.open_meeting import open_monthly_meetings
from bot.usecases.quiet_time import post_quiet_drafts
from bot.usecases.send_answer import send_untapped_answers
from bot.usecases.send_digests import send_digests
from bot.usecases.show_echoes import show_echoes
from bot.usecases.sweep import sweep
from bot.usecases.tell_late_commitments import tell_late_commitments
from bot.usecases.tick import Tick
from storage.engine import Database, Session

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """Runs at the start and then again and again, each time in a transaction of its own. What says that there is more
    to do runs again at once."""

    every: timedelta
    use_case: Callable[[Session, datetime], Awaitable[object]]


TABLE = (
    Entry(timedelta(hours=1), forget_handled_updates),
    Entry(timedelta(seconds=2), post_quiet_drafts),
)


def table(policy: Policy, calendar: Calendar) -> tuple[Entry, ...]:
    """All of it, for a county's policy and calendar."""
    ticks: tuple[tuple[timedelta, Callable[[Tick], Awaitable[object]]], ...] = (
        (timedelta(seconds=2), sweep),
        (timedelta(seconds=2), send_untapped_answers),
        (timedelta(seconds=2), show_echoes),
        (timedelta(seconds=10), send_digests),
        (timedelta(seconds=10), ask_silent_authors),
        (timedelta(seconds=10), close_silent_appeals),
        (timedelta(seconds=10), close_unasked_appeals),
        (timedelta(seconds=10), change_deputies),
        (timedelta(seconds=10), tell_late_commitments),
        (timedelta(seconds=10), find_hot_matters),
        (timedelta(seconds=10), open_monthly_meetings),
    )
    return (*TABLE, *(Entry(every, _ticking(use_case, policy, calendar)) for every, use_case in ticks))


def _ticking(
    use_case: Callable[[Tick], Awaitable[object]], policy: Policy, calendar: Calendar
) -> Callable[[Session, datetime], Awaitable[object]]:
    @wraps(use_case)
    async def run(session: Session, now: datetime) -> object:
        return await use_case(Tick(session, now, f"{use_case.__name__}-{now.timestamp():.3f}", policy, calendar))

    return run


async def keep_time(database: Database, clock: Clock, table: Sequence[Entry] = TABLE) -> None:
    """Until cancelled. An entry that fails is logged and comes again at its next time."""
    async with asyncio.TaskGroup() as entries:
        for entry in table:
            entries.create_task(_keep(entry, database, clock))


async def _keep(entry: Entry, database: Database, clock: Clock) -> None:
    while True:
        more: object = None
        try:
            async with database.write() as session:
                more = await entry.use_case(session, clock())
        except Exception:
            log.exception("%s failed; it runs again in %s", entry.use_case.__name__, entry.every)
        await asyncio.sleep(0 if more else entry.every.total_seconds())
