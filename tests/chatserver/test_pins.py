"""Pinned messages."""

from typing import Any

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused
from tests.chatserver.news import GRANTED

TITLE = "磨石沟网格群"


@pytest.fixture
async def group(bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator) -> int:
    members = ((li, "creator"), (wang, "member"), (bot, "administrator", GRANTED))
    return await operator.add_chat("supergroup", TITLE, *members, is_forum=True)


async def _sent(bot: BotClient, chat: int, text: str, **more: Any) -> int:
    message_id: int = (await bot.call("sendMessage", chat_id=chat, text=text, **more))["message_id"]
    return message_id


async def test_a_pin_is_announced_with_the_message(group: int, bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:4429; 17418: also the bot that pinned is told
    card = await _sent(bot, group, "本月研判会")
    assert await bot.call("pinChatMessage", chat_id=group, message_id=card) is True
    told = (await bot.waiting())[-1]
    assert (told["pinned_message"]["message_id"], told["pinned_message"]["text"]) == (card, "本月研判会")
    assert told["from"]["id"] == bot.id
    assert (await bot.call("getChat", chat_id=group))["pinned_message"]["message_id"] == card
    assert (await wang.chat(TITLE))["pinned"]["message_id"] == card


async def test_a_reply_to_the_announcement_shows_the_pinned_message(
    group: int, bot: BotClient, wang: PhoneClient
) -> None:
    # Client.cpp:4433
    card = await _sent(bot, group, "今晚停水")
    await bot.call("pinChatMessage", chat_id=group, message_id=card)
    said = await bot.call("sendMessage", chat_id=group, text="看这里", reply_to_message_id=card + 1)
    assert said["reply_to_message"]["pinned_message"]["text"] == "今晚停水"
    chat = (await wang.chat(TITLE))["id"]
    shown = (await wang.messages(chat))[-1]["reply_to_message"]["pinned_message"]
    assert (shown["text"], shown["chat"]["id"]) == ("今晚停水", chat)


async def test_in_private_chats_either_side_may_pin(bot: BotClient, wang: PhoneClient) -> None:
    # DialogManager.cpp:2900
    await wang.start(bot)
    card = await _sent(bot, wang.id, "127号")
    assert await bot.call("pinChatMessage", chat_id=wang.id, message_id=card) is True
    assert (await bot.waiting())[-1]["pinned_message"]["message_id"] == card


async def test_the_newest_is_unpinned_when_none_is_named(group: int, bot: BotClient) -> None:
    # Bot API: unpinChatMessage; Client.cpp:14858, 7054
    first, second = await _sent(bot, group, "一"), await _sent(bot, group, "二")
    for card in (second, first):
        await bot.call("pinChatMessage", chat_id=group, message_id=card)
    assert await bot.call("unpinChatMessage", chat_id=group) is True
    assert (await bot.call("getChat", chat_id=group))["pinned_message"]["message_id"] == first
    assert await bot.call("unpinChatMessage", chat_id=group, message_id=first) is True
    assert "pinned_message" not in await bot.call("getChat", chat_id=group)
    with pytest.raises(Refused, match="400 Bad Request: message to unpin not found"):
        await bot.call("unpinChatMessage", chat_id=group)


async def test_all_pins_of_a_chat_or_a_topic_go_at_once(group: int, bot: BotClient) -> None:
    thread = (await bot.call("createForumTopic", chat_id=group, name="磨石沟-127"))["message_thread_id"]
    outside, inside = await _sent(bot, group, "一"), await _sent(bot, group, "二", message_thread_id=thread)
    for card in (outside, inside):
        await bot.call("pinChatMessage", chat_id=group, message_id=card)
    assert await bot.call("unpinAllForumTopicMessages", chat_id=group, message_thread_id=thread) is True
    assert (await bot.call("getChat", chat_id=group))["pinned_message"]["message_id"] == outside
    assert await bot.call("unpinAllChatMessages", chat_id=group) is True
    assert "pinned_message" not in await bot.call("getChat", chat_id=group)


async def test_pinning_needs_the_right_and_an_ordinary_message(
    group: int, bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # DialogManager.cpp:2921, MessagesManager.cpp:23218, Client.cpp:14834
    with pytest.raises(Refused, match="400 Bad Request: message to pin not found"):
        await bot.call("pinChatMessage", chat_id=group, message_id=999)
    created = (await bot.waiting())[-1]["message_id"]
    with pytest.raises(Refused, match="400 Bad Request: service messages can't be pinned"):
        await bot.call("pinChatMessage", chat_id=group, message_id=created)
    card = await _sent(bot, group, "一")
    await operator.set_member(group, bot, "member")
    for method in ("pinChatMessage", "unpinChatMessage", "unpinAllChatMessages"):
        with pytest.raises(Refused, match="not enough rights to manage pinned messages in the chat"):
            await bot.call(method, chat_id=group, message_id=card)


async def test_a_deleted_message_is_pinned_no_more(group: int, bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:4437: what announced it now shows an inaccessible message
    card = await _sent(bot, group, "一")
    await bot.call("pinChatMessage", chat_id=group, message_id=card)
    await bot.call("deleteMessage", chat_id=group, message_id=card)
    assert "pinned_message" not in await bot.call("getChat", chat_id=group)
    announced = (await wang.messages((await wang.chat(TITLE))["id"]))[-1]
    assert (announced["pinned_message"]["message_id"], announced["pinned_message"]["date"]) == (card, 0)
