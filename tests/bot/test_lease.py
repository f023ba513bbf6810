import asyncio
import os
from datetime import timedelta

import pytest

from bot.lease import Lease, while_held
from storage.engine import Database
from storage.leases import LENGTH, claim_lease
from tests.clock import Hands

OURS, THEIRS = "here/1/a", "elsewhere/1/b"


async def _hold(database: Database, lease: Lease) -> int | None:
    async with database.write() as session:
        return await lease.hold(session)


async def _claim(database: Database, hands: Hands, holder: str, *gone: str) -> int | None:
    async with database.write() as session:
        return await claim_lease(session, "courier", holder, hands.now, lambda other: other in gone)


async def test_one_has_it_and_keeps_its_number_and_the_others_wait(database: Database) -> None:
    hands = Hands()
    first, second = Lease("courier", hands), Lease("courier", hands)
    assert [await _hold(database, lease) for lease in (first, second, first)] == [1, None, 1]
    assert await _hold(database, Lease("clock", hands)) == 1


async def test_it_runs_out_and_whoever_comes_back_late_finds_another_number(database: Database) -> None:
    hands = Hands()
    assert await _claim(database, hands, OURS) == 1
    hands.move(LENGTH - timedelta(seconds=1))
    assert await _claim(database, hands, THEIRS) is None
    hands.move(timedelta(seconds=1))
    assert await _claim(database, hands, THEIRS) == 2
    assert await _claim(database, hands, OURS) is None
    hands.move(LENGTH)
    assert await _claim(database, hands, OURS) == 3


async def test_whoever_renews_in_time_keeps_it_for_ever(database: Database) -> None:
    hands = Hands()
    for _ in range(10):
        assert await _claim(database, hands, OURS) == 1
        hands.move(LENGTH - timedelta(seconds=1))


async def test_whose_holder_is_known_to_be_gone_is_free_at_once(database: Database) -> None:
    hands = Hands()
    await _claim(database, hands, OURS)
    assert await _claim(database, hands, THEIRS, OURS) == 2


async def test_a_process_of_this_machine_that_was_killed_is_known_to_be_gone(database: Database) -> None:
    hands = Hands()
    killed = await asyncio.create_subprocess_exec("true")
    await killed.wait()
    lease = Lease("courier", hands)
    lease._holder = lease._holder.replace(f"/{os.getpid()}/", f"/{killed.pid}/")
    assert await _hold(database, lease) == 1
    assert await _hold(database, Lease("courier", hands)) == 2


async def test_a_lease_that_was_released_is_free_at_once(database: Database) -> None:
    hands = Hands()
    first = Lease("courier", hands)
    await _hold(database, first)
    await first.release(database)
    assert await _hold(database, Lease("courier", hands)) == 2


async def test_work_is_done_by_the_holder_and_by_the_next_one_when_it_ends(database: Database) -> None:
    hands, done = Hands(), asyncio.Queue[str]()

    def endless(name: str) -> asyncio.Task[None]:
        async def work() -> None:
            done.put_nowait(name)
            await asyncio.Event().wait()

        return asyncio.create_task(while_held(database, Lease("clock", hands), work))

    first = endless("first")
    assert await done.get() == "first"
    first.cancel()
    await asyncio.wait({first})
    second = endless("second")
    assert await done.get() == "second"
    second.cancel()
    await asyncio.wait({second})
    assert done.empty()


async def test_work_that_fails_is_not_hushed_up(database: Database) -> None:
    async def fail() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        await while_held(database, Lease("clock", Hands()), fail)
