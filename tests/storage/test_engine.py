import asyncio
import threading
import traceback
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from storage.accounts import record_seen
from storage.engine import Database, DatabaseDown, Session
from storage.models import Account, Grid
from tests import database as databases

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


async def _names(database: Database) -> list[int]:
    async with database.read() as session:
        return list(await session.scalars(select(Account.user_id)))


async def _add(session: Session, user_id: int) -> None:
    await record_seen(session, 1, user_id, user_id, NOON)


async def test_a_transaction_is_kept_whole_or_not_at_all(database: Database) -> None:
    async with database.write() as session:
        await _add(session, 1)
    with pytest.raises(ZeroDivisionError):
        await _add_and_fail(database, 2)
    assert await _names(database) == [1]


async def _add_and_fail(database: Database, user_id: int) -> None:
    async with database.write() as session:
        await _add(session, user_id)
        raise ZeroDivisionError


async def test_a_moment_comes_back_in_utc_whatever_its_zone_was(database: Database) -> None:
    shanghai = NOON.astimezone(timezone(timedelta(hours=8)))
    async with database.write() as session:
        await record_seen(session, 1, 1, 1, shanghai)
    async with database.read() as session:
        seen = await session.scalar(select(Account.first_seen))
    assert seen == NOON
    assert seen is not None
    assert seen.utcoffset() == timedelta(0)


async def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(Exception, match="has no time zone"):
        async with database.write() as session:
            await record_seen(session, 1, 1, 1, NOON.replace(tzinfo=None))


async def test_a_reader_is_not_held_up_by_a_writer_and_does_not_see_its_work(database: Database) -> None:
    async with database.write() as session:
        await _add(session, 1)
        assert await _names(database) == []


async def test_writers_take_turns_instead_of_failing(database: Database) -> None:
    async def write(user_id: int) -> None:
        async with database.write() as session:
            await session.scalars(select(Account.id))  # a lock taken late would fail here on SQLite
            await _add(session, user_id)

    await asyncio.gather(*(write(user_id) for user_id in range(20)))
    assert sorted(await _names(database)) == list(range(20))


async def test_whoever_gives_up_waiting_for_the_lock_leaves_it_free(tmp_path: Path) -> None:
    with databases.fresh("sqlite", tmp_path) as url:
        other, database = Database(url), Database(url)
        async with other.write() as session:
            await _add(session, 1)
            waiting = asyncio.create_task(_add_one(database, 2))
            await asyncio.wait([waiting], timeout=0.1)
            waiting.cancel()
            await asyncio.wait([waiting], timeout=0.1)
        await asyncio.wait([waiting])
        await _add_one(database, 3)
        await _add_one(other, 4)
        assert await _names(database) == [1, 3, 4]
        assert waiting.cancelled()
        await database.close()
        await other.close()


async def _add_one(database: Database, user_id: int) -> None:
    async with database.write() as session:
        await _add(session, user_id)


async def test_a_database_that_is_gone_is_a_sentence_without_its_password(engine: str) -> None:
    url = {
        "sqlite": "sqlite:////nowhere/at/all/huiyin.db",
        "postgresql": "postgresql://huiyin:hunter2@127.0.0.1:1/huiyin",
    }[engine]
    database = Database(url)
    with pytest.raises(DatabaseDown, match="does not answer") as down:
        async with database.write() as session:
            await _add(session, 1)
    assert "hunter2" not in str(down.value)
    await database.close()
    await asyncio.to_thread(_join_drivers_threads)


def _join_drivers_threads() -> None:
    """aiosqlite does not wait for the thread of a connection that failed; it would outlive the event loop."""
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            thread.join()


async def test_an_error_does_not_show_what_people_wrote(database: Database) -> None:
    with pytest.raises(Exception, match="no_such_table") as error:
        async with database.write() as session:
            await session.execute(text("SELECT * FROM no_such_table WHERE x = :x"), {"x": "俺娘八十了"})
    assert "俺娘" not in str(error.value)


async def test_sqlite_keeps_what_it_has_acknowledged_through_a_power_cut(tmp_path: Path) -> None:
    with databases.fresh("sqlite", tmp_path) as url:
        database = Database(url)
        async with database.write() as session:
            journal = await session.scalar(text("PRAGMA journal_mode"))
            synchronous = await session.scalar(text("PRAGMA synchronous"))
            foreign_keys = await session.scalar(text("PRAGMA foreign_keys"))
        await database.close()
    assert (journal, synchronous, foreign_keys) == ("wal", 2, 1)  # 2 is FULL


async def test_an_error_tells_nothing_of_what_people_wrote(database: Database) -> None:
    with pytest.raises(IntegrityError) as failed:
        await _add_a_grid_without_a_place(database)
    assert "俺娘八十了" not in "".join(traceback.format_exception(failed.value))


async def _add_a_grid_without_a_place(database: Database) -> None:
    async with database.write() as session:
        session.add(Grid(code="V", name="俺娘八十了", level="village", parent_id=None))
