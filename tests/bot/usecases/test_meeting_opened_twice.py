"""Two leads of a grid open its study meeting at once, on the phone or at the desk: it is one meeting."""

from dataclasses import replace
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, select

from storage.engine import Database
from storage.models import Grid, StudyMeeting
from tests.bot.usecases.village import Village
from tests.clock import Hands
from tests.storage.county import CADRE, VILLAGE_LEAD, settle

READS = range(4)


@pytest.fixture
def engine() -> str:
    """On SQLite there is one writer."""
    return "postgresql"


@pytest.mark.parametrize("read", READS)
async def test_whenever_the_other_opens_it_there_is_one(database: Database, database_url: str, read: int) -> None:
    """Before any of the statements about meetings that the second one sends."""
    async with database.write() as session:
        village = Village(*await settle(session, Hands()))
        appeal = await village.file()
        await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
        grid = (await session.scalars(select(Grid.id).where(Grid.code == "V"))).one()
    async with database.write() as session:
        _another_opens(session.get_bind(), database_url, grid, read)
        again = replace(village, county=replace(village.county, session=session))
        assert await again.taps(VILLAGE_LEAD, "study_open", grid) == "study-toast"
    async with database.read() as session:
        assert len((await session.scalars(select(StudyMeeting))).all()) == 1


def _another_opens(engine: Any, url: str, grid: int, before: int) -> None:
    """In a transaction of its own; not at all where the grid is in the other's hands already."""
    seen = 0

    def write(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        nonlocal seen
        if "study_meetings" not in statement:
            return
        seen += 1
        if seen == before + 1:
            with psycopg.connect(url, options="-c lock_timeout=200") as other:
                try:
                    other.execute("INSERT INTO study_meetings (grid_id, opened_at) VALUES (%s, now())", (grid,))
                except (psycopg.errors.LockNotAvailable, psycopg.errors.UniqueViolation):
                    other.rollback()

    event.listen(engine, "before_cursor_execute", write)
