from datetime import timedelta
from typing import Any

from sqlalchemy import select

from storage import letters, outbox
from storage.engine import Database
from storage.letters import Notice
from storage.models import Letter, LetterState
from tests.clock import Hands

BOT = 7
GUILAN, SUN = 1001, 2002


def _notice(occasion: str, chat: int = GUILAN, **more: Any) -> Notice:
    return Notice(BOT, chat, "busy", "zh-Hans", {}, occasion, **more)


async def _add(database: Database, hands: Hands, *notices: Notice) -> None:
    async with database.write() as session:
        for notice in notices:
            await letters.add_notice(session, notice, hands.now)


async def _claim(database: Database, hands: Hands, limit: int = 20) -> list[Letter]:
    async with database.write() as session:
        due = await outbox.find_due_letters(session, BOT, hands.now, limit)
        for letter in due:
            outbox.record_sending(letter, letter.rendered or _words(letter), hands.now)
    return due


def _words(letter: Letter) -> dict[str, Any]:
    return {"parts": [f"words of {letter.id}"]}


async def _all(database: Database) -> list[Letter]:
    async with database.read() as session:
        return list(await session.scalars(select(Letter).order_by(Letter.id)))


async def test_one_occasion_makes_one_letter_however_often_it_is_handled(database: Database) -> None:
    await _add(database, Hands(), _notice("5"), _notice("5"), _notice("6"), _notice("5", SUN))
    assert len(await _all(database)) == 3


async def test_a_chat_gets_one_letter_at_a_time_in_order_and_chats_do_not_wait_for_each_other(
    database: Database,
) -> None:
    hands = Hands()
    await _add(database, hands, _notice("1"), _notice("2"), _notice("3", SUN))
    first, third = await _claim(database, hands)
    assert (first.chat_id, third.chat_id) == (GUILAN, SUN)
    assert await _claim(database, hands) == []
    async with database.write() as session:
        assert await outbox.record_sent(session, first, 41, hands.now)
    (second,) = await _claim(database, hands)
    assert second.id > first.id


async def test_a_postponed_letter_keeps_its_place_before_those_behind_it(database: Database) -> None:
    hands = Hands()
    await _add(database, hands, _notice("1"), _notice("2"))
    (first,) = await _claim(database, hands)
    async with database.write() as session:
        await outbox.record_postponed(session, first, "RetryAfter", hands.now + timedelta(seconds=7))
    assert await _claim(database, hands) == []
    hands.move(timedelta(seconds=7))
    (again,) = await _claim(database, hands)
    assert (again.id, again.rendered, again.attempts) == (first.id, _words(first), 2)


async def test_after_a_doubt_one_copy_follows_and_after_a_second_none(database: Database) -> None:
    hands = Hands()
    await _add(database, hands, _notice("1"), _notice("2"))
    for doubts in (1, 2):
        (letter,) = await _claim(database, hands)
        assert letter.doubts == doubts - 1
        async with database.write() as session:
            await outbox.record_uncertain(session, letter, "ReadTimeout", hands.now, now=hands.now)
    (second,) = await _claim(database, hands)
    assert second.id > letter.id
    assert (await _all(database))[0].state == LetterState.UNCERTAIN


async def test_a_letter_found_in_sending_after_its_lease_is_in_doubt(database: Database) -> None:
    hands = Hands()
    await _add(database, hands, _notice("1"))
    await _claim(database, hands)
    hands.move(outbox.LEASE - timedelta(seconds=1))
    async with database.write() as session:
        await outbox.record_interrupted(session, BOT, hands.now, hands.now)
    assert await _claim(database, hands) == []
    hands.move(timedelta(seconds=1))
    async with database.write() as session:
        await outbox.record_interrupted(session, BOT, hands.now, hands.now)
    (again,) = await _claim(database, hands)
    assert again.doubts == 1


async def test_a_copy_cut_off_by_a_crash_is_owed_still_but_not_for_ever(database: Database) -> None:
    hands = Hands()
    await _add(database, hands, _notice("1"))
    doubts = []
    while claimed := await _claim(database, hands):
        doubts.append(claimed[0].doubts)
        async with database.write() as session:
            await outbox.record_interrupted(session, BOT, hands.now, hands.now + outbox.LEASE)
    assert doubts == [0, 1, 1, 1, 1]
    assert (await _all(database))[0].state == LetterState.UNCERTAIN


async def test_a_late_answer_of_a_call_taken_for_lost_changes_nothing(database: Database) -> None:
    hands = Hands()
    await _add(database, hands, _notice("1"))
    (slow,) = await _claim(database, hands)
    async with database.write() as session:
        await outbox.record_interrupted(session, BOT, hands.now, hands.now + outbox.LEASE)
    async with database.write() as session:
        assert not await outbox.record_sent(session, slow, 41, hands.now)
    assert (await _all(database))[0].state == LetterState.UNCERTAIN


async def test_a_chat_that_cannot_be_written_to_gives_up_all_that_waits_for_it(database: Database) -> None:
    hands = Hands()
    await _add(database, hands, _notice("1"), _notice("2"), _notice("3", SUN))
    first = (await _claim(database, hands))[0]
    async with database.write() as session:
        await outbox.record_suppressed(session, first, "Forbidden", hands.now)
        await outbox.record_lane_suppressed(session, BOT, GUILAN, "Forbidden", hands.now)
    states = [letter.state for letter in await _all(database)]
    assert states == [LetterState.SUPPRESSED, LetterState.SUPPRESSED, LetterState.SENDING]
