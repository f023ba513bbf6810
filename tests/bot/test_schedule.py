import asyncio
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.schedule import TABLE, Entry, keep_time
from bot.usecases.forget_handled_updates import forget_handled_updates
from storage import inbox
from storage.accounts import record_seen
from storage.engine import Database, Session
from storage.models import Account, InboxUpdate
from tests.clock import Hands


async def test_a_failing_entry_neither_stops_the_others_nor_itself(database: Database) -> None:
    hands, runs, works, enough = Hands(), [], [], asyncio.Event()

    async def fail(session: Session, now: datetime) -> None:
        runs.append(now)
        await record_seen(session, 1, 1, 1, now)
        raise KeyError

    async def work(session: Session, now: datetime) -> None:
        works.append(now)
        await record_seen(session, 1, 2, 2, now)
        if len(works) > 1 and len(runs) > 1:
            enough.set()  # what each did before is committed, or undone

    table = (Entry(timedelta(0), fail), Entry(timedelta(0), work))
    clock = asyncio.create_task(keep_time(database, hands, table))
    await enough.wait()
    clock.cancel()
    await asyncio.wait({clock})
    assert clock.cancelled()
    async with database.read() as session:
        assert list(await session.scalars(select(Account.user_id))) == [2]


async def test_ids_of_handled_updates_are_kept_for_48_hours(database: Database) -> None:
    # The Bot API keeps an update for 24 hours, and may bring it again as long (Bot API, Getting updates).
    hands = Hands()
    async with database.write() as session:
        await inbox.add_updates(session, 7, [inbox.Arrival(1, 1, "message", {})], hands.now)
        due = await inbox.find_due_updates(session, 7, hands.now, 1)
        inbox.record_claimed(due, hands.now)
        await session.flush()
        await inbox.record_done(session, due[0], hands.now)
    for hours, left in ((48, 1), (49, 0)):
        async with database.write() as session:
            await forget_handled_updates(session, hands.now + timedelta(hours=hours))
            assert len((await session.scalars(select(InboxUpdate.id))).all()) == left
    assert forget_handled_updates in {entry.use_case for entry in TABLE}
