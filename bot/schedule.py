"""The clock: which use case runs how often. The one owner of work that nobody asked for."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.usecases.forget_handled_updates import forget_handled_updates
from bot.usecases.quiet_time import post_quiet_drafts
from storage.engine import Database, Session

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """Runs at the start and then again and again, each time in a transaction of its own."""

    every: timedelta
    use_case: Callable[[Session, datetime], Awaitable[None]]


TABLE = (
    Entry(timedelta(hours=1), forget_handled_updates),
    Entry(timedelta(seconds=2), post_quiet_drafts),
)


async def keep_time(database: Database, clock: Clock, table: Sequence[Entry] = TABLE) -> None:
    """Until cancelled. An entry that fails is logged and comes again at its next time."""
    async with asyncio.TaskGroup() as entries:
        for entry in table:
            entries.create_task(_keep(entry, database, clock))


async def _keep(entry: Entry, database: Database, clock: Clock) -> None:
    while True:
        try:
            async with database.write() as session:
                await entry.use_case(session, clock())
        except Exception:
            log.exception("%s failed; it runs again in %s", entry.use_case.__name__, entry.every)
        await asyncio.sleep(entry.every.total_seconds())
