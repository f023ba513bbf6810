"""What this server tells a bot beyond the Bot API: how far a person has read."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused

pytestmark = pytest.mark.envelopes_only("the method is none of the Bot API's")


async def _read_up_to(bot: BotClient, chat_id: int) -> int:
    message_id: int = (await bot.call("getReadUpTo", chat_id=chat_id))["message_id"]
    return message_id


async def test_a_bot_learns_how_far_its_chat_was_read(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.open(bot)
    assert await _read_up_to(bot, wang.id) == 0
    first, second = [await bot.call("sendMessage", chat_id=wang.id, text=text) for text in ("一", "二")]
    await wang.post(f"chats/{chat}/read", up_to=first["message_id"])
    assert await _read_up_to(bot, wang.id) == first["message_id"] < second["message_id"]


async def test_whoever_writes_has_read_what_stands_above(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.open(bot)
    await bot.call("sendMessage", chat_id=wang.id, text="一")
    said = await wang.send(chat, "看到了")
    assert await _read_up_to(bot, wang.id) == said["message_id"]


async def test_nobody_learns_it_of_a_group_or_of_another_bots_chat(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    group = await operator.add_chat("supergroup", "石沟村", (wang, "creator"), (bot, "member"))
    for chat_id in (group, wang.id):
        with pytest.raises(Refused, match="400"):
            await bot.call("getReadUpTo", chat_id=chat_id)
