"""The courier is told a new topic's number by the answer to its call, and the worker by the group, at once."""

from dataclasses import replace
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, select

from storage.engine import Database
from storage.models import Letter, LetterKind, Topic
from tests.bot.usecases.group import passed_up, posting, says
from tests.bot.usecases.village import Village
from tests.clock import Hands
from tests.storage.county import BOT, settle

NAME, THREAD = "磨石沟-1 · 低保", 51
READS = range(6)


@pytest.fixture
def engine() -> str:
    """On SQLite there is one writer."""
    return "postgresql"


@pytest.mark.parametrize("read", READS)
async def test_the_topic_stays_whenever_the_courier_writes_its_number_down(
    database: Database, database_url: str, read: int
) -> None:
    """Before any of the statements about topics that the worker sends."""
    async with database.write() as session:
        village = Village(*await settle(session, Hands()))
        await posting(village)
        await passed_up(village)
        (topic,) = await session.scalars(select(Topic))
        topic.name = NAME
    async with database.write() as session:
        _courier_writes(session.get_bind(), database_url, read)
        again = replace(village, county=replace(village.county, session=session))
        made: Any = {"forum_topic_created": {"name": NAME, "icon_color": 1}}
        await says(again, BOT, thread=THREAD, **made)
    async with database.read() as session:
        assert (await session.scalars(select(Topic.thread_id))).one() == THREAD
        orders = select(Letter).where(Letter.kind == LetterKind.TAKE_BACK)
        assert (await session.scalars(orders)).all() == []


def _courier_writes(engine: Any, url: str, before: int) -> None:
    """In a transaction of its own; not at all where the worker has the row already."""
    seen = 0

    def write(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        nonlocal seen
        if "topics" not in statement:
            return
        seen += 1
        if seen == before + 1:
            with psycopg.connect(url, options="-c lock_timeout=200") as courier:
                try:
                    courier.execute("UPDATE topics SET thread_id = %s", (THREAD,))
                except psycopg.errors.LockNotAvailable:
                    courier.rollback()

    event.listen(engine, "before_cursor_execute", write)
