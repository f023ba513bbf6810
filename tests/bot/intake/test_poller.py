import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import select

from bot.intake.poller import Poller
from bot.intake.telegram_bot import network_bot
from bot.rules.errors import TokenRefused
from storage.engine import Database
from storage.models import InboxUpdate
from tests.bot_api import TOKEN, Answer, BotApi, message
from tests.clock import Hands


@asynccontextmanager
async def _polling(api: BotApi, database: Database) -> AsyncIterator[None]:
    async with network_bot(TOKEN, api.base) as bot:
        poller = asyncio.create_task(Poller(bot, database, ["message"], Hands()).run())
        yield
        poller.cancel()
        await asyncio.wait({poller})


async def _kept(database: Database) -> list[int]:
    async with database.read() as session:
        return list(await session.scalars(select(InboxUpdate.update_id).order_by(InboxUpdate.id)))


async def test_updates_are_in_the_database_before_they_are_acknowledged(bot_api: BotApi, database: Database) -> None:
    bot_api.bring(message(10), message(12))
    async with _polling(bot_api, database):
        await asyncio.to_thread(bot_api.wait_until, lambda api: api.offsets and api.offsets[-1] == 13)
        assert await _kept(database) == [10, 12]
    assert bot_api.offsets == [None, 13]


async def test_nothing_is_acknowledged_while_the_database_is_down(bot_api: BotApi) -> None:
    down = Database("postgresql://huiyin@127.0.0.1:1/huiyin")
    bot_api.bring(message(10))
    async with _polling(bot_api, down):
        await asyncio.to_thread(bot_api.wait_until, lambda api: api.calls.count("getUpdates") == 2)
    assert bot_api.offsets == [None, None]
    await down.close()


async def test_after_a_restart_what_comes_again_is_kept_once(bot_api: BotApi, database: Database) -> None:
    bot_api.bring(message(10))
    async with _polling(bot_api, database):
        await asyncio.to_thread(bot_api.wait_until, lambda api: 11 in api.offsets)
    bot_api.bring(message(10), message(11))
    async with _polling(bot_api, database):
        await asyncio.to_thread(bot_api.wait_until, lambda api: 12 in api.offsets)
    assert await _kept(database) == [10, 11]


async def test_a_webhook_left_behind_is_taken_down_without_losing_what_waits(
    bot_api: BotApi, database: Database
) -> None:
    async with _polling(bot_api, database):
        await asyncio.to_thread(bot_api.wait_until, lambda api: "getUpdates" in api.calls)
    assert bot_api.calls[0] == "deleteWebhook"
    assert bot_api.given[0]["drop_pending_updates"] == "false"


async def test_an_update_of_a_kind_nobody_knows_yet_does_not_hold_up_the_others(
    bot_api: BotApi, database: Database
) -> None:
    bot_api.bring({"update_id": 10, "thought_reading": {"chat": {"id": "?"}}}, message(11))
    async with _polling(bot_api, database):
        await asyncio.to_thread(bot_api.wait_until, lambda api: 12 in api.offsets)
    assert await _kept(database) == [10, 11]


@pytest.mark.parametrize(
    "trouble",
    [
        Answer.error(409, "Conflict: terminated by other getUpdates request"),
        Answer.error(502, "Bad Gateway"),
        Answer(200, {"ok": True}),
        Answer(None),
    ],
)
async def test_polling_outlives_what_the_bot_api_may_answer(
    bot_api: BotApi, database: Database, trouble: Answer
) -> None:
    bot_api.script("getUpdates", trouble)
    bot_api.bring(message(10))
    async with _polling(bot_api, database):
        await asyncio.to_thread(bot_api.wait_until, lambda api: 11 in api.offsets)
    assert await _kept(database) == [10]


async def test_a_refused_token_ends_polling_with_a_sentence(bot_api: BotApi, database: Database) -> None:
    bot_api.script("deleteWebhook", Answer.error(401, "Unauthorized"))
    async with network_bot(TOKEN, bot_api.base) as bot:
        with pytest.raises(TokenRefused, match="HUIYIN_BOT_TOKEN"):
            await Poller(bot, database, ["message"], Hands()).run()
