import asyncio

import pytest
from sqlalchemy import select

from bot.outbox import replay, show
from bot.rules.errors import Problem
from storage import inbox, outbox
from storage.engine import Database
from storage.inbox import Arrival, add_updates, record_claimed, record_parked
from storage.letters import Notice, add_notice
from storage.models import InboxState, InboxUpdate
from tests.clock import Hands

WORDS = "俺娘八十了瘫床上"
BOT, GUILAN = 7, 1001


async def _lay_aside(database: Database, *update_ids: int) -> None:
    now = Hands().now
    async with database.write() as session:
        arrivals = [Arrival(number, number, "message", {"text": WORDS}) for number in update_ids]
        await add_updates(session, BOT, arrivals, now)
        due = await inbox.find_due_updates(session, BOT, now, 10)
        record_claimed(due, now)
        await session.flush()
        for update in due:
            await record_parked(session, update, "KeyError; the log tells more", now)


async def _give_up(database: Database) -> None:
    now = Hands().now
    async with database.write() as session:
        await add_notice(session, Notice(BOT, GUILAN, "answered", "zh-Hans", {"words": WORDS}, "1"), now)
        (letter,) = await outbox.find_due_letters(session, BOT, now, 1)
        outbox.record_unsendable(letter, "The catalogue zh-Hans has no answered.", now)


async def _states(database: Database) -> list[tuple[str, int]]:
    async with database.read() as session:
        rows = await session.execute(select(InboxUpdate.state, InboxUpdate.attempts).order_by(InboxUpdate.id))
        return [(state, attempts) for state, attempts in rows]


@pytest.fixture
def laid_aside(database_url: str) -> str:
    """The address of a database with two updates laid aside and a letter given up."""

    async def fill() -> None:
        database = Database(database_url)
        await _lay_aside(database, 81, 82)
        await _give_up(database)
        await database.close()

    asyncio.run(fill())
    return database_url


def _read(url: str) -> list[tuple[str, int]]:
    async def read() -> list[tuple[str, int]]:
        database = Database(url)
        try:
            return await _states(database)
        finally:
            await database.close()

    return asyncio.run(read())


def test_ids_and_causes_are_shown_and_nothing_of_what_people_wrote(
    laid_aside: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show(laid_aside, 20)
    shown = capsys.readouterr().out
    assert shown.splitlines() == [
        "1 dead",
        "letter 1: notice answered, dead, 0 attempts, due 2026-11-23 09:30: The catalogue zh-Hans has no answered.",
        "update 81: message, laid aside after 1 attempt, came 2026-11-23 09:30: KeyError; the log tells more",
        "update 82: message, laid aside after 1 attempt, came 2026-11-23 09:30: KeyError; the log tells more",
    ]
    assert WORDS not in shown


def test_what_does_not_fit_is_said_to_be_there(laid_aside: str, capsys: pytest.CaptureFixture[str]) -> None:
    show(laid_aside, 1)
    shown = capsys.readouterr().out
    assert "update 82" not in shown
    assert shown.splitlines()[-1] == "There are more; --most 10 shows more of them."


def test_where_nothing_is_laid_aside_that_is_said(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    show(database_url, 20)
    replay(database_url, [])
    assert capsys.readouterr().out.splitlines() == ["No letter was ever written.", "No update is laid aside."]


def test_what_was_laid_aside_is_handled_again_with_all_its_attempts(
    laid_aside: str, capsys: pytest.CaptureFixture[str]
) -> None:
    replay(laid_aside, [82])
    assert _read(laid_aside) == [(InboxState.PARKED, 1), (InboxState.OPEN, 0)]
    replay(laid_aside, [])
    assert _read(laid_aside) == [(InboxState.OPEN, 0)] * 2
    assert "To be handled again: 81." in capsys.readouterr().out


def test_nothing_is_replayed_where_one_of_them_is_not_laid_aside(laid_aside: str) -> None:
    with pytest.raises(Problem, match="Not laid aside: 99"):
        replay(laid_aside, [81, 99])
    assert _read(laid_aside) == [(InboxState.PARKED, 1)] * 2
