"""Processes that share a PostgreSQL wake each other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import text

from storage.engine import Database
from tests import database as databases

_PATIENCE = 30


@asynccontextmanager
async def _process(url: str) -> AsyncIterator[Database]:
    """A database as one process has it, listening."""
    database = Database(url)
    carrying = asyncio.create_task(database.carry_rings())
    assert await database.letters.wait(_PATIENCE)  # rung as soon as it hears others
    yield database
    carrying.cancel()
    await asyncio.wait({carrying})
    await database.close()


async def test_a_ring_in_one_process_wakes_the_other_and_rings_no_other_bell(tmp_path: Path) -> None:
    with databases.fresh("postgresql", tmp_path) as url:
        async with _process(url) as here, _process(url) as there:
            await there.arrivals.wait(0)
            here.letters.ring()
            assert await there.letters.wait(_PATIENCE)
            assert not await there.arrivals.wait(0)
            there.arrivals.ring()
            await here.arrivals.wait(0)
            assert await here.arrivals.wait(_PATIENCE)


async def test_a_connection_that_is_lost_is_made_anew(tmp_path: Path) -> None:
    with databases.fresh("postgresql", tmp_path) as url:
        async with _process(url) as here, _process(url) as there:
            async with there.write() as session:
                cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                await session.execute(text(f"{cut} AND pid <> pg_backend_pid()"))
            assert await there.letters.wait(_PATIENCE)
            assert await here.letters.wait(_PATIENCE)
            await there.letters.wait(0)
            here.letters.ring()
            assert await there.letters.wait(_PATIENCE)
