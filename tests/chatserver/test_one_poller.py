"""Only one may poll, and not too often: getUpdates as the official server guards it."""

import asyncio

import pytest

from bot.chatserver.delivery.polls import Poller, Turn
from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused
from tests.chatserver.polling import let_time_pass, poll, say, texts

WEBHOOK_IS_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def test_the_same_offset_again_within_3_seconds_has_to_wait_3_seconds() -> None:
    # Client.cpp:15714
    poller = Poller()
    assert poller.next_turn(Turn(7, 100, 0), 100.0) == Turn(7, 100, 0)
    assert poller.next_turn(Turn(7, 100, 0), 102.9) == Turn(7, 100, 3)
    assert poller.next_turn(Turn(7, 100, 0), 105.9) == Turn(7, 100, 0)
    assert poller.next_turn(Turn(8, 100, 0), 106.0) == Turn(8, 100, 0)
    assert poller.next_turn(Turn(8, 100, 30), 107.0) == Turn(8, 100, 30)


def test_the_same_offset_again_within_half_a_second_gets_one_update() -> None:
    # Client.cpp:15717
    poller = Poller()
    assert poller.next_turn(Turn(7, 100, 5), 100.0) == Turn(7, 100, 5)
    assert poller.next_turn(Turn(7, 100, 5), 100.4) == Turn(7, 1, 5)
    assert poller.next_turn(Turn(7, 100, 5), 100.9) == Turn(7, 100, 5)


async def test_whoever_asks_again_at_once_waits_for_the_next_message(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:15714
    chat = await wang.open(bot)
    assert await poll(bot, offset=0) == []
    again = asyncio.create_task(poll(bot, offset=0))
    await bot.call("getMe")
    await wang.send(chat, "在吗")
    assert texts(await again) == ["在吗"]


async def test_a_second_poller_ends_the_first(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:16231
    pollers = [asyncio.create_task(poll(bot, offset=offset, timeout=50)) for offset in (1, 2)]
    ended, waiting = await asyncio.wait(pollers, return_when=asyncio.FIRST_COMPLETED)
    refusal = ended.pop().exception()
    assert isinstance(refusal, Refused)
    assert (refusal.code, refusal.description) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    await say(bot, wang, "谁在听")
    assert texts(await waiting.pop()) == ["谁在听"]


async def test_polling_is_refused_while_there_is_a_webhook(bot: BotClient) -> None:
    # Client.cpp:15703
    await bot.call("setWebhook", url="http://127.0.0.1:1/hook")
    with pytest.raises(Refused) as refused:
        await poll(bot)
    assert (refused.value.code, refused.value.description) == (409, f"Conflict: {WEBHOOK_IS_ACTIVE}")


async def test_a_second_conflict_within_3_seconds_is_told_3_seconds_later(bot: BotClient, operator: Operator) -> None:
    # Client.cpp:16238
    await bot.call("setWebhook", url="http://127.0.0.1:1/hook")
    with pytest.raises(Refused):
        await poll(bot)
    before = (await operator.post("clock", advance=0))["now"]
    again = asyncio.create_task(poll(bot))
    await let_time_pass(operator, again, 1)
    after = (await operator.post("clock", advance=0))["now"]
    with pytest.raises(Refused):
        await again
    assert after - before >= 3


async def test_setting_a_webhook_ends_the_long_poll(bot: BotClient) -> None:
    # Client.cpp:16229
    pollers = [asyncio.create_task(poll(bot, offset=offset, timeout=50)) for offset in (1, 2)]
    # Once one has ended the other, it is surely there to be ended itself.
    ended, waiting = await asyncio.wait(pollers, return_when=asyncio.FIRST_COMPLETED)
    assert isinstance(ended.pop().exception(), Refused)
    await bot.call("setWebhook", url="http://127.0.0.1:1/hook")
    with pytest.raises(Refused, match="Conflict: ") as refused:
        await waiting.pop()
    assert refused.value.description == "Conflict: terminated by setWebhook request"
