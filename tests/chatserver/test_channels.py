"""Channels: the bot posts, people read."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused
from tests.chatserver.news import say

TITLE = "磨石沟回音壁"
POSTS = {"can_post_messages": True, "can_edit_messages": True}


async def test_a_post_comes_from_the_channel(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:18145: sender_chat and no sender
    members = ((li, "creator"), (bot, "administrator", POSTS), (wang, "member"))
    chat = await operator.add_chat("channel", TITLE, *members)
    sent = await bot.call("sendMessage", chat_id=chat, text="路灯修好了")
    channel = {"id": chat, "type": "channel", "title": TITLE}
    assert (sent["chat"], sent["sender_chat"]) == (channel, channel)
    assert "from" not in sent
    seen = await wang.expect("message", text="路灯修好了")
    assert "from" not in seen["message"]
    assert not [post for post in await bot.waiting("channel_post") if "text" in post]


async def test_what_others_post_is_a_channel_post(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # Client.cpp:17950
    await operator.add_chat("channel", TITLE, (li, "creator"), (bot, "administrator", POSTS))
    await say(li, TITLE, "明天停水")
    got = await bot.receive("channel_post", text="明天停水")
    assert got["sender_chat"]["title"] == TITLE
    assert not await bot.waiting()


async def test_posting_needs_the_right(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # DialogManager.cpp:1525
    edits = {"can_edit_messages": True}
    chat = await operator.add_chat("channel", TITLE, (li, "creator"), (bot, "administrator", edits))
    with pytest.raises(Refused, match="400 Bad Request: need administrator rights in the channel chat"):
        await bot.call("sendMessage", chat_id=chat, text="路灯修好了")
    await operator.set_member(chat, bot, "administrator", POSTS)
    assert (await bot.call("sendMessage", chat_id=chat, text="路灯修好了"))["text"] == "路灯修好了"


async def test_a_reader_cannot_post(wang: PhoneClient, li: PhoneClient, operator: Operator) -> None:
    await operator.add_chat("channel", TITLE, (li, "creator"), (wang, "member"))
    with pytest.raises(Refused) as refused:
        await say(wang, TITLE, "我说一句")
    assert refused.value.code == 403
    assert (await wang.chat(TITLE))["can_write"] is False


async def test_nobody_is_announced_in_a_channel(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Channels have no messages of coming and going; its creation is not told to bots (Client.cpp:17473).
    chat = await operator.add_chat("channel", TITLE, (bot, "administrator", POSTS), (li, "creator"), (wang, "member"))
    await operator.set_member(chat, wang, "left")
    assert not await bot.waiting("channel_post")
    assert len(await bot.waiting("my_chat_member")) == 1


async def test_a_public_channel_is_read_but_not_written_by_a_strange_bot(
    bot: BotClient, li: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:8179-8186; DialogParticipantManager.cpp:1887
    await operator.add_chat("channel", TITLE, (li, "creator"), username=f"c{bot.username}")
    assert (await bot.call("getChat", chat_id=f"@c{bot.username}"))["title"] == TITLE
    with pytest.raises(Refused) as refused:
        await bot.call("sendMessage", chat_id=f"@c{bot.username}", text="在吗")
    assert str(refused.value) == "403 Forbidden: bot is not a member of the channel chat"
    with pytest.raises(Refused, match="400 Bad Request: member list is inaccessible"):
        await bot.call("getChatMember", chat_id=f"@c{bot.username}", user_id=li.id)


async def test_a_channel_admin_has_the_rights_of_channels(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # Client.cpp:16726
    chat = await operator.add_chat("channel", TITLE, (li, "creator"), (bot, "administrator", POSTS))
    itself = await bot.call("getChatMember", chat_id=chat, user_id=bot.id)
    assert (itself["can_post_messages"], itself["can_edit_messages"]) == (True, True)
    assert not {"can_pin_messages", "can_manage_topics", "can_manage_tags"} & itself.keys()
