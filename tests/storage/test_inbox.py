from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage import inbox
from storage.engine import Database
from storage.inbox import Arrival, LeaseLost
from storage.models import InboxState, InboxUpdate
from tests.clock import Hands

BOT = 7


def _arrival(update_id: int, lane: int = 1, text: str = "村东头路灯不亮") -> Arrival:
    return Arrival(update_id, lane, "message", {"update_id": update_id, "message": {"text": text}})


async def _keep(database: Database, hands: Hands, *arrivals: Arrival, bot: int = BOT) -> int:
    async with database.write() as session:
        return await inbox.add_updates(session, bot, arrivals, hands.now)


async def _claim(database: Database, hands: Hands, limit: int = 20) -> list[InboxUpdate]:
    async with database.write() as session:
        due = await inbox.find_due_updates(session, BOT, hands.now, limit)
        inbox.record_claimed(due, hands.now)
    return due


async def _finish(database: Database, hands: Hands, update: InboxUpdate) -> None:
    async with database.write() as session:
        await inbox.record_done(session, update, hands.now)


async def _all(database: Database) -> Sequence[InboxUpdate]:
    async with database.read() as session:
        return list(await session.scalars(select(InboxUpdate).order_by(InboxUpdate.id)))


def _ids(updates: Sequence[InboxUpdate]) -> list[int]:
    return [update.update_id for update in updates]


async def test_an_update_that_comes_again_is_kept_once(database: Database) -> None:
    hands = Hands()
    assert await _keep(database, hands, _arrival(10), _arrival(11)) == 2
    assert await _keep(database, hands, _arrival(11), _arrival(12)) == 1
    assert await _keep(database, hands, _arrival(10), bot=8) == 1
    assert len(await _all(database)) == 4


async def test_an_id_far_below_the_last_one_is_no_repetition(database: Database) -> None:
    # After a week without updates the next id is chosen at random (Bot API, Update.update_id).
    hands = Hands()
    await _keep(database, hands, _arrival(900_000))
    assert await _keep(database, hands, _arrival(3)) == 1
    assert _ids(await _claim(database, hands)) == [900_000]


async def test_whatever_people_type_is_kept(database: Database) -> None:
    odd = "\x00 \ud83d 𠮷 '); DROP TABLE inbox; -- \u202e"
    await _keep(database, Hands(), _arrival(1, text=odd))
    (kept,) = await _all(database)
    assert kept.payload == {"update_id": 1, "message": {"text": odd}}


async def test_a_lane_gives_its_oldest_update_only_and_lanes_do_not_wait_for_each_other(database: Database) -> None:
    hands = Hands()
    await _keep(database, hands, _arrival(1, lane=1), _arrival(2, lane=1), _arrival(3, lane=2), _arrival(4, lane=2))
    assert _ids(await _claim(database, hands)) == [1, 3]
    assert await _claim(database, hands) == []


async def test_the_next_of_a_lane_follows_when_the_first_is_done(database: Database) -> None:
    hands = Hands()
    await _keep(database, hands, _arrival(1), _arrival(2))
    (first,) = await _claim(database, hands)
    await _finish(database, hands, first)
    assert _ids(await _claim(database, hands)) == [2]


async def test_a_failed_update_holds_its_lane_until_it_is_due_again(database: Database) -> None:
    hands = Hands()
    await _keep(database, hands, _arrival(1), _arrival(2))
    (first,) = await _claim(database, hands)
    async with database.write() as session:
        await inbox.record_failed(session, first, "KeyError", hands.now + timedelta(seconds=2))
    assert await _claim(database, hands) == []
    hands.move(timedelta(seconds=2))
    (again,) = await _claim(database, hands)
    assert (again.update_id, again.attempts, again.error) == (1, 2, "KeyError")


async def test_a_parked_update_keeps_its_contents_and_lets_its_lane_go_on(database: Database) -> None:
    hands = Hands()
    await _keep(database, hands, _arrival(1), _arrival(2))
    (first,) = await _claim(database, hands)
    async with database.write() as session:
        await inbox.record_parked(session, first, "KeyError", hands.now)
    assert _ids(await _claim(database, hands)) == [2]
    parked = (await _all(database))[0]
    assert parked.state == InboxState.PARKED
    assert parked.payload is not None


async def test_a_handled_update_forgets_what_was_said_and_its_id_two_days_later(database: Database) -> None:
    hands = Hands()
    await _keep(database, hands, _arrival(1))
    (first,) = await _claim(database, hands)
    await _finish(database, hands, first)
    assert [update.payload for update in await _all(database)] == [None]
    async with database.write() as session:
        await inbox.record_forgotten(session, hands.now)
    assert len(await _all(database)) == 1
    async with database.write() as session:
        await inbox.record_forgotten(session, hands.now + timedelta(seconds=1))
    assert await _all(database) == []


async def test_the_claim_of_a_dead_worker_runs_out(database: Database) -> None:
    hands = Hands()
    await _keep(database, hands, _arrival(1))
    await _claim(database, hands)
    hands.move(timedelta(seconds=29))
    assert await _claim(database, hands) == []
    hands.move(timedelta(seconds=1))
    (again,) = await _claim(database, hands)
    assert again.attempts == 2


async def test_a_worker_that_was_too_slow_cannot_finish_what_another_has_taken_over(database: Database) -> None:
    hands = Hands()
    await _keep(database, hands, _arrival(1))
    (slow,) = await _claim(database, hands)
    async with database.write() as session:
        await inbox.record_released(session, BOT)
    (fast,) = await _claim(database, hands)
    with pytest.raises(LeaseLost):
        await _finish(database, hands, slow)
    await _finish(database, hands, fast)
    with pytest.raises(LeaseLost):
        await _finish(database, hands, fast)


async def test_two_workers_at_once_never_get_the_same_update(database: Database, engine: str) -> None:
    hands = Hands()
    await _keep(database, hands, *(_arrival(n, lane=n) for n in range(1, 5)))
    async with database.write() as session:
        mine = await inbox.find_due_updates(session, BOT, hands.now, 2)
        inbox.record_claimed(mine, hands.now)
        await session.flush()
        if engine == "postgresql":  # on SQLite the second would wait here: it has one writer
            async with database.write() as other:
                assert _ids(await inbox.find_due_updates(other, BOT, hands.now, 20)) == [3, 4]
    assert _ids(await _claim(database, hands)) == [3, 4]
