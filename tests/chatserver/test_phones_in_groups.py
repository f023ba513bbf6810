"""Groups, topics, channels and blocked bots, as seen from a phone."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused


async def forum(operator: Operator, bot: BotClient, *people: tuple[PhoneClient, str]) -> tuple[int, int]:
    """A forum with a topic; the Bot API's ids of both."""
    rights = {"can_manage_topics": True}
    chat = await operator.add_chat("supergroup", "东村", *people, (bot, "administrator", rights), is_forum=True)
    topic = await bot.call("createForumTopic", chat_id=chat, name="127 路灯")
    return chat, topic["message_thread_id"]


async def test_a_blocked_bot_is_told_and_cannot_write(bot: BotClient, wang: PhoneClient) -> None:
    # telegram.md §1.4: my_chat_member kicked/member in private chat, and 403 on send.
    chat = await wang.start(bot)
    await wang.post(f"chats/{chat}/block")
    change = await bot.receive("my_chat_member")
    assert change["new_chat_member"]["status"] == "kicked"
    with pytest.raises(Refused, match="403 Forbidden: bot was blocked by the user"):
        await bot.call("sendMessage", chat_id=wang.id, text="在吗")
    shown = await wang.get(f"chats/{chat}")
    assert (shown["blocked"], shown["can_write"]) == (True, False)
    with pytest.raises(Refused, match="停用了"):
        await wang.send(chat, "你好")


async def test_unblocking_or_starting_anew_lets_the_bot_write_again(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    for path, body in (("unblock", {}), ("start", {"payload": "x"})):
        await wang.post(f"chats/{chat}/block")
        await wang.post(f"chats/{chat}/{path}", **body)
        assert (await bot.call("sendMessage", chat_id=wang.id, text="又好了"))["text"] == "又好了"
    assert (await wang.get(f"chats/{chat}"))["blocked"] is False


async def test_members_of_a_channel_read_and_only_those_with_the_right_write(
    operator: Operator, bot: BotClient, wang: PhoneClient, sun: PhoneClient, li: PhoneClient
) -> None:
    admins = ((wang, "creator"), (sun, "administrator", {"can_post_messages": True}))
    await operator.add_chat("channel", "回音壁", *admins, (li, "member"), (bot, "administrator"))
    chat = (await li.chat("回音壁"))["id"]
    for writer in (wang, sun):
        assert (await writer.get(f"chats/{chat}"))["can_write"] is True
        sent = await writer.send(chat, "路灯修好了")
        assert sent["sender_chat"]["title"] == "回音壁"
        assert "from" not in sent
    with pytest.raises(Refused, match="不能在这里发消息"):
        await li.send(chat, "我也说一句")
    assert (await li.get(f"chats/{chat}"))["can_write"] is False
    assert (await bot.receive("channel_post"))["text"] == "路灯修好了"


async def test_a_public_channel_is_joined_by_its_name(operator: Operator, wang: PhoneClient, li: PhoneClient) -> None:
    await operator.add_chat("channel", "回音壁", (wang, "creator"), username=f"echo_wall_{wang.id}")
    joined = await li.post("chats", username=f"echo_wall_{wang.id}")
    assert (joined["title"], joined["status"], joined["members"]) == ("回音壁", "member", 2)


async def test_whoever_was_removed_from_a_public_channel_cannot_join_again(
    operator: Operator, wang: PhoneClient, li: PhoneClient
) -> None:
    channel = await operator.add_chat("channel", "回音壁", (wang, "creator"), username=f"echo_wall_{wang.id}")
    await operator.set_member(channel, li, "kicked")
    with pytest.raises(Refused, match="403"):
        await li.post("chats", username=f"echo_wall_{wang.id}")


async def test_a_group_is_not_joined_by_its_name(operator: Operator, wang: PhoneClient, li: PhoneClient) -> None:
    await operator.add_chat("supergroup", "东村", (wang, "creator"), username=f"east_{wang.id}")
    with pytest.raises(Refused, match="404"):
        await li.post("chats", username=f"east_{wang.id}")


async def test_a_topic_is_written_into_and_read_by_itself(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    group, topic = await forum(operator, bot, (wang, "creator"))
    shown = await wang.chat("东村")
    assert [(each["id"], each["name"], each["closed"]) for each in shown["topics"]] == [(topic, "127 路灯", False)]
    sent = await wang.send(shown["id"], "明天来修", topic=topic)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
    await wang.send(shown["id"], "大家好")
    assert [message.get("text") for message in await wang.messages(shown["id"], topic=topic)] == [None, "明天来修"]
    general = [message["text"] for message in await wang.messages(shown["id"], topic=1) if "text" in message]
    assert general == ["大家好"]
    received = await bot.receive(text="明天来修")
    assert received["chat"]["id"] == group
    assert received["message_thread_id"] == topic


async def test_a_closed_topic_is_closed_to_members_even_by_a_reply(
    operator: Operator, bot: BotClient, wang: PhoneClient, li: PhoneClient
) -> None:
    group, topic = await forum(operator, bot, (wang, "creator"), (li, "member"))
    chat = (await li.chat("东村"))["id"]
    said = await li.send(chat, "还没修", topic=topic)
    await bot.call("closeForumTopic", chat_id=group, message_thread_id=topic)
    for body in ({"topic": topic}, {"reply_to": said["message_id"]}):
        with pytest.raises(Refused, match="已经关闭"):
            await li.send(chat, "还是没修", **body)
    assert (await wang.send(chat, "我是群主", topic=topic))["text"] == "我是群主"


@pytest.mark.parametrize("topic", [1, 999, -5, "2", True, 2**70])
async def test_a_topic_that_is_not_there_is_not_found(
    operator: Operator, bot: BotClient, wang: PhoneClient, topic: object
) -> None:
    await forum(operator, bot, (wang, "creator"))
    with pytest.raises(Refused, match="话题已经没有了"):
        await wang.send((await wang.chat("东村"))["id"], "在吗", topic=topic)


async def test_a_member_without_the_right_to_speak_is_told_so(
    operator: Operator, wang: PhoneClient, li: PhoneClient
) -> None:
    await operator.add_chat("supergroup", "东村", (wang, "creator"), (li, "restricted", {"can_send_messages": False}))
    with pytest.raises(Refused, match="不能在这里发消息"):
        await li.send((await li.chat("东村"))["id"], "喂")


async def test_an_administrator_brings_a_bot_in_and_starts_it(
    operator: Operator, bot: BotClient, wang: PhoneClient, li: PhoneClient
) -> None:
    group = await operator.add_chat("group", "东村", (wang, "creator"), (li, "member"))
    chat = (await wang.chat("东村"))["id"]
    with pytest.raises(Refused, match="管理员"):
        await li.post(f"chats/{chat}/members", username=bot.username)
    await wang.post(f"chats/{chat}/members", username=bot.username, start="grid-7")
    assert (await bot.receive("my_chat_member"))["new_chat_member"]["status"] == "member"
    assert (await bot.receive(text=f"/start@{bot.username} grid-7"))["chat"]["id"] == group


async def test_whoever_leaves_is_gone_and_the_others_see_it(
    operator: Operator, wang: PhoneClient, li: PhoneClient
) -> None:
    await operator.add_chat("supergroup", "东村", (wang, "creator"), (li, "member"))
    chat = (await li.chat("东村"))["id"]
    await li.post(f"chats/{chat}/leave")
    assert await li.chats() == []
    last = (await wang.messages(chat))[-1]
    assert last["left_chat_member"]["id"] == li.id


async def test_only_an_administrator_with_the_right_takes_others_messages_away(
    operator: Operator, wang: PhoneClient, sun: PhoneClient, li: PhoneClient
) -> None:
    members = ((wang, "creator"), (sun, "administrator", {"can_pin_messages": True}), (li, "member"))
    await operator.add_chat("supergroup", "东村", *members)
    chat = (await wang.chat("东村"))["id"]
    sent = await li.send(chat, "说错了话")
    with pytest.raises(Refused, match="不能删"):
        await sun.post(f"chats/{chat}/messages/{sent['message_id']}/delete")
    await wang.post(f"chats/{chat}/messages/{sent['message_id']}/delete")
    assert "说错了话" not in str(await li.messages(chat))


async def test_names_commands_and_addresses_in_what_people_type_are_found(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    sent = await wang.send(chat, "/help 见 https://example.org @some_bot #东村")
    assert [entity["type"] for entity in sent["entities"]] == ["bot_command", "url", "mention", "hashtag"]
    assert (await wang.send(chat, "**粗**<b>x</b>")).get("entities") is None


async def test_where_several_bots_are_a_command_names_its_own_and_administrators_are_offered_more(
    operator: Operator, bot: BotClient, wang: PhoneClient, li: PhoneClient
) -> None:
    other = await operator.add_bot("气象", f"weather{wang.id}_bot")
    members = ((wang, "creator"), (li, "member"), (bot, "member"), (other, "member"))
    await operator.add_chat("supergroup", "东村", *members)
    few = [{"command": "list", "description": "全村的事"}]
    more = [{"command": "assign", "description": "交给谁"}]
    await bot.call("setMyCommands", commands=few, scope={"type": "all_group_chats"})
    await bot.call("setMyCommands", commands=more, scope={"type": "all_chat_administrators"})
    named = [f"list@{bot.username}"], [f"assign@{bot.username}"]
    for phone, expected in zip((li, wang), named, strict=True):
        assert [each["command"] for each in (await phone.chat("东村"))["commands"]] == expected
