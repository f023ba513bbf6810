from datetime import timedelta

from sqlalchemy import select

from storage.accounts import record_seen, record_unreachable
from storage.engine import Database
from storage.models import Account
from tests.clock import Hands

BOT, GUILAN = 7, 1001


async def _account(database: Database) -> Account:
    async with database.read() as session:
        return (await session.scalars(select(Account))).one()


async def test_an_account_knows_when_it_was_first_and_last_seen(database: Database) -> None:
    hands = Hands()
    start = hands.now
    for _ in range(2):
        async with database.write() as session:
            await record_seen(session, BOT, GUILAN, GUILAN, hands.now)
        hands.move(timedelta(days=1))
    account = await _account(database)
    assert (account.first_seen, account.last_seen) == (start, start + timedelta(days=1))


async def test_whoever_was_unreachable_is_reachable_again_by_writing(database: Database) -> None:
    hands = Hands()
    async with database.write() as session:
        await record_seen(session, BOT, GUILAN, GUILAN, hands.now)
        await record_unreachable(session, BOT, GUILAN, hands.now)
    assert (await _account(database)).unreachable_since == hands.now
    async with database.write() as session:
        await record_seen(session, BOT, GUILAN, GUILAN, hands.now)
    assert (await _account(database)).unreachable_since is None
