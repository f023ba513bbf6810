"""The sweep is killed in the middle, or two processes sweep at once: each appeal climbs once."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.rules.lifecycle import Action
from bot.usecases.sweep import sweep
from bot.usecases.tick import Tick
from storage.engine import Database, Session
from storage.models import AppealEvent, Letter
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.clock import Hands
from tests.storage.cases import file
from tests.storage.county import settle

OVERDUE = 5


class Killed(Exception):
    pass


async def _overdue(database: Database) -> datetime:
    """So many appeals with the cadre; when all of them are overdue."""
    hands = Hands()
    async with database.write() as session:
        county, cast = await settle(session, hands)
        for _ in range(OVERDUE):
            await file(county, cast)
    return hands.now + timedelta(days=8)


def _tick(session: Session, now: datetime) -> Tick:
    return Tick(session, now, "sweep", POLICY, CALENDAR)


async def _sweep_and_die(database: Database, now: datetime) -> None:
    async with database.write() as session:
        await sweep(_tick(session, now))
        raise Killed


async def _climbs(database: Database) -> Counter[int]:
    async with database.read() as session:
        query = select(AppealEvent.appeal_id).where(AppealEvent.action == Action.ESCALATE)
        return Counter(await session.scalars(query))


async def test_killed_before_it_is_kept_nothing_has_happened_and_the_next_one_does_it_all(database: Database) -> None:
    now = await _overdue(database)
    with pytest.raises(Killed):
        await _sweep_and_die(database, now)
    assert await _climbs(database) == Counter()
    async with database.write() as session:
        await sweep(_tick(session, now))
    async with database.write() as session:
        await sweep(_tick(session, now))
    assert list((await _climbs(database)).values()) == [1] * OVERDUE
    async with database.read() as session:
        told = [letter.appeal_id for letter in await session.scalars(select(Letter)) if letter.wording == "climbed"]
    assert len(told) == len(set(told)) == OVERDUE


async def test_of_two_that_sweep_at_once_the_second_passes_over_what_the_first_has(
    database: Database, engine: str
) -> None:
    now = await _overdue(database)
    async with database.write() as first:
        await sweep(_tick(first, now))
        if engine == "postgresql":  # on SQLite the second would wait here: it has one writer
            async with database.write() as second:
                await sweep(_tick(second, now))
    async with database.write() as later:
        await sweep(_tick(later, now))
    assert list((await _climbs(database)).values()) == [1] * OVERDUE
