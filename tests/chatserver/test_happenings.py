"""What the operator lets happen, so that clients can show what they do about it."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused


async def happen(operator: Operator, what: str, **more: object) -> dict[str, object]:
    return await operator.post("happenings", what=what, **more)


async def test_a_person_blocks_and_unblocks_the_bot(operator: Operator, bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    await happen(operator, "block", chat=bot.id, user=wang.id)
    assert (await bot.receive("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    with pytest.raises(Refused, match="blocked by the user"):
        await bot.call("sendMessage", chat_id=wang.id, text="x")
    await happen(operator, "unblock", chat=bot.id, user=wang.id)
    assert (await bot.receive("my_chat_member"))["new_chat_member"]["status"] == "member"


async def test_a_group_becomes_a_supergroup_under_a_new_id(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    group = await operator.add_chat("group", "东村", (wang, "creator"), (bot, "member"))
    successor = (await happen(operator, "migrate", chat=group))["id"]
    with pytest.raises(Refused) as refused:
        await bot.call("sendMessage", chat_id=group, text="x")
    assert refused.value.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused.value.parameters == {"migrate_to_chat_id": successor}
    assert [chat["type"] for chat in await wang.chats()] == ["supergroup"]
    assert (await bot.call("sendMessage", chat_id=successor, text="x"))["chat"]["id"] == successor


async def test_a_deleted_topic_is_gone_from_the_phones(operator: Operator, bot: BotClient, wang: PhoneClient) -> None:
    rights = {"can_manage_topics": True}
    members = ((wang, "creator"), (bot, "administrator", rights))
    group = await operator.add_chat("supergroup", "东村", *members, is_forum=True)
    topic = (await bot.call("createForumTopic", chat_id=group, name="127"))["message_thread_id"]
    await happen(operator, "delete_topic", chat=group, topic=topic)
    assert (await wang.chat("东村"))["topics"] == []
    with pytest.raises(Refused, match="message thread not found"):
        await bot.call("sendMessage", chat_id=group, message_thread_id=topic, text="x")


async def test_a_deactivated_person_cannot_be_written_to(operator: Operator, bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    await happen(operator, "deactivate", user=wang.id)
    with pytest.raises(Refused, match="403 Forbidden: user is deactivated"):
        await bot.call("sendMessage", chat_id=wang.id, text="x")


@pytest.mark.parametrize(
    ("what", "more", "sentence"),
    [
        ("block", {"chat": 1, "user": 2}, "The person 2 has no chat with the bot 1."),
        ("block", {"user": 2}, "'chat' must be a whole number."),
        ("migrate", {"chat": -1}, "There is no group or channel -1."),
        ("delete_topic", {"chat": -1, "topic": 5}, "There is no group or channel -1."),
        ("deactivate", {"user": 1}, "There is no person 1."),
    ],
)
async def test_what_cannot_happen_is_said_in_a_sentence(
    operator: Operator, what: str, more: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        await happen(operator, what, **more)
    assert refused.value.description == sentence
