"""Forum topics."""

import pytest

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient, Refused
from tests.chatserver.news import GRANTED, say

TITLE = "磨石沟网格群"


@pytest.fixture
async def forum(bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator) -> int:
    members = ((li, "creator"), (wang, "member"), (bot, "administrator", GRANTED))
    return await operator.add_chat("supergroup", TITLE, *members, is_forum=True)


@pytest.fixture
async def topic(forum: int, bot: BotClient) -> Json:
    created: Json = await bot.call("createForumTopic", chat_id=forum, name="磨石沟-127", icon_color=0xFFD67E)
    return created


async def test_a_topic_begins_with_a_message_of_its_own_id(forum: int, topic: Json, bot: BotClient) -> None:
    # Bot API: ForumTopic, ForumTopicCreated; Client.cpp:17424: also the bot that opened it is told
    assert topic == {"message_thread_id": topic["message_thread_id"], "name": "磨石沟-127", "icon_color": 0xFFD67E}
    created = (await bot.waiting())[-1]
    assert created["message_id"] == created["message_thread_id"] == topic["message_thread_id"]
    assert created["forum_topic_created"] == {"name": "磨石沟-127", "icon_color": 0xFFD67E}
    assert created["is_topic_message"] is True
    assert created["chat"] == {"id": forum, "type": "supergroup", "title": TITLE, "is_forum": True}
    assert "reply_to_message" not in created


async def test_what_replies_to_nothing_in_a_topic_shows_its_first_message(
    forum: int, topic: Json, bot: BotClient, wang: PhoneClient
) -> None:
    # Client.cpp:17622, 18385; telegram.md §1.5
    thread = topic["message_thread_id"]
    sent = await bot.call("sendMessage", chat_id=forum, message_thread_id=thread, text="经过:…")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    assert sent["reply_to_message"]["message_id"] == thread
    assert "forum_topic_created" in sent["reply_to_message"]
    await say(wang, TITLE, "看到了", topic=thread)
    got = await bot.receive("message", text="看到了")
    assert got["reply_to_message"]["message_id"] == thread
    await say(wang, TITLE, "这条呢", topic=thread, reply_to=sent["message_id"])
    assert (await bot.receive("message", text="这条呢"))["reply_to_message"]["message_id"] == sent["message_id"]


async def test_the_general_topic_has_no_thread(forum: int, bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:8276, 18440
    await say(wang, TITLE, "大家好")
    got = await bot.receive("message", text="大家好")
    assert "message_thread_id" not in got
    assert "is_topic_message" not in got
    with pytest.raises(Refused, match="400 Bad Request: message thread not found"):
        await bot.call("sendMessage", chat_id=forum, message_thread_id=1, text="在吗")


async def test_a_topic_that_a_person_deleted_is_missed_only_on_writing(
    forum: int, topic: Json, bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # telegram.md §1.5: no update; Client.cpp:6818
    thread = topic["message_thread_id"]
    await say(wang, TITLE, "看到了", topic=thread)
    before = len(await bot.waiting())
    await operator.post("happenings", what="delete_topic", chat=forum, topic=thread)
    assert len(await bot.waiting()) == before
    with pytest.raises(Refused, match="400 Bad Request: message thread not found"):
        await bot.call("sendMessage", chat_id=forum, message_thread_id=thread, text="在吗")
    for method in ("closeForumTopic", "editForumTopic", "deleteForumTopic"):
        with pytest.raises(Refused, match="400 Bad Request: TOPIC_ID_INVALID"):
            await bot.call(method, chat_id=forum, message_thread_id=thread, name="新名")
    chat = await wang.chat(TITLE)
    assert chat["topics"] == []
    assert all(message.get("message_thread_id") != thread for message in await wang.messages(chat["id"]))


async def test_a_bot_deletes_a_topic_with_all_that_is_in_it(
    forum: int, topic: Json, bot: BotClient, wang: PhoneClient
) -> None:
    thread = topic["message_thread_id"]
    said = await say(wang, TITLE, "看到了", topic=thread)
    assert await bot.call("deleteForumTopic", chat_id=forum, message_thread_id=thread) is True
    await wang.expect("deleted", message_id=said["message_id"])
    assert (await wang.chat(TITLE))["topics"] == []


async def test_a_topic_gets_another_name(forum: int, topic: Json, bot: BotClient, wang: PhoneClient) -> None:
    # Bot API: ForumTopicEdited, only what changed; ForumTopicManager.cpp:566-590
    thread = topic["message_thread_id"]
    where = {"chat_id": forum, "message_thread_id": thread}
    assert await bot.call("editForumTopic", **where, name=" 磨石沟-127  办好了 ") is True
    edited = (await bot.waiting())[-1]
    assert edited["forum_topic_edited"] == {"name": "磨石沟-127 办好了"}
    assert edited["reply_to_message"]["message_id"] == thread
    assert (await wang.chat(TITLE))["topics"][0]["name"] == "磨石沟-127 办好了"
    with pytest.raises(Refused, match="400 Bad Request: TOPIC_NOT_MODIFIED"):
        await bot.call("editForumTopic", **where, name="磨石沟-127 办好了")
    assert await bot.call("editForumTopic", **where) is True
    assert await bot.call("editForumTopic", **where, icon_custom_emoji_id="5368") is True
    assert (await bot.waiting())[-1]["forum_topic_edited"] == {"icon_custom_emoji_id": "5368"}


async def test_a_closed_topic_is_shut_to_all_but_its_keepers(
    forum: int, topic: Json, bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # ForumTopicManager.cpp:1278; Bot API: forum_topic_closed, forum_topic_reopened
    thread = topic["message_thread_id"]
    other = await operator.add_bot("另一个", f"{bot.username}2_bot")
    await operator.set_member(forum, other, "administrator", {"can_pin_messages": True})
    card = await other.call("sendMessage", chat_id=forum, message_thread_id=thread, text="我看看")
    assert await bot.call("closeForumTopic", chat_id=forum, message_thread_id=thread) is True
    assert (await bot.waiting())[-1]["forum_topic_closed"] == {}
    for arguments in ({"message_thread_id": thread}, {"reply_parameters": {"message_id": card["message_id"]}}):
        with pytest.raises(Refused, match="400 Bad Request: TOPIC_CLOSED"):
            await other.call("sendMessage", chat_id=forum, text="再说一句", **arguments)
    with pytest.raises(Refused) as refused:
        await say(wang, TITLE, "再说一句", topic=thread)
    assert refused.value.code == 403
    await bot.call("sendMessage", chat_id=forum, message_thread_id=thread, text="已经办好了")
    with pytest.raises(Refused, match="400 Bad Request: TOPIC_NOT_MODIFIED"):
        await bot.call("closeForumTopic", chat_id=forum, message_thread_id=thread)
    assert await bot.call("reopenForumTopic", chat_id=forum, message_thread_id=thread) is True
    assert (await bot.waiting())[-1]["forum_topic_reopened"] == {}
    assert (await say(wang, TITLE, "再说一句", topic=thread))["message_thread_id"] == thread


async def test_without_the_right_a_bot_opens_and_changes_no_topic(
    forum: int, topic: Json, bot: BotClient, operator: Operator
) -> None:
    # ForumTopicManager.cpp:523, 576, 968, 1027: what the bot opened itself stays its own
    thread = topic["message_thread_id"]
    other = await operator.add_bot("另一个", f"{bot.username}2_bot")
    await operator.set_member(forum, other, "administrator", {"can_pin_messages": True})
    refusals = {
        "createForumTopic": "not enough rights to create a topic",
        "editForumTopic": "not enough rights to edit the topic",
        "closeForumTopic": "not enough rights to close or open the topic",
        "reopenForumTopic": "not enough rights to close or open the topic",
        "deleteForumTopic": "not enough rights to delete the topic",
    }
    for method, description in refusals.items():
        with pytest.raises(Refused) as refused:
            await other.call(method, chat_id=forum, message_thread_id=thread, name="新名")
        assert (refused.value.code, refused.value.description) == (400, f"Bad Request: {description}")
    await operator.set_member(forum, bot, "member")
    assert await bot.call("closeForumTopic", chat_id=forum, message_thread_id=thread) is True


async def test_only_a_forum_has_topics(bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator) -> None:
    # ForumTopicManager.cpp:1252
    await wang.start(bot)
    group = await operator.add_chat("supergroup", TITLE, (li, "creator"), (bot, "administrator", GRANTED))
    for chat in (wang.id, group):
        with pytest.raises(Refused, match="400 Bad Request: the chat is not a forum"):
            await bot.call("createForumTopic", chat_id=chat, name="磨石沟-127")
    sent = await bot.call("sendMessage", chat_id=group, message_thread_id=77, text="在")
    assert "message_thread_id" not in sent  # Client.cpp:8263: ignored where there are no topics
    with pytest.raises(Refused, match="Only a supergroup can be a forum"):
        await operator.add_chat("group", TITLE, (li, "creator"), is_forum=True)


async def test_a_topic_needs_a_name_and_one_of_six_colors(forum: int, bot: BotClient) -> None:
    # ForumTopicManager.cpp:527-538, ForumTopicManager.h:149; Bot API: createForumTopic
    with pytest.raises(Refused, match="400 Bad Request: name must be non-empty"):
        await bot.call("createForumTopic", chat_id=forum, name=" \u200b ")
    with pytest.raises(Refused, match="400 Bad Request: invalid icon color specified"):
        await bot.call("createForumTopic", chat_id=forum, name="磨石沟-127", icon_color=-5)
    assert (await bot.call("createForumTopic", chat_id=forum, name="长" * 200))["name"] == "长" * 128
    assert (await bot.call("createForumTopic", chat_id=forum, name="磨石沟-127"))["icon_color"] == 0x6FB9F0
    with pytest.raises(Refused, match="400 Bad Request: invalid forum topic identifier specified"):
        await bot.call("closeForumTopic", chat_id=forum)


async def test_the_general_topic_can_be_named_and_closed(forum: int, bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:15034-15066
    assert await bot.call("editGeneralForumTopic", chat_id=forum, name="闲聊") is True
    named = (await bot.waiting())[-1]
    assert named["forum_topic_edited"] == {"name": "闲聊"}
    assert "message_thread_id" not in named
    assert await bot.call("closeGeneralForumTopic", chat_id=forum) is True
    with pytest.raises(Refused) as refused:
        await say(wang, TITLE, "大家好")
    assert refused.value.code == 403
    assert await bot.call("reopenGeneralForumTopic", chat_id=forum) is True
    assert (await say(wang, TITLE, "大家好"))["text"] == "大家好"
    assert (await wang.chat(TITLE))["topics"] == []
