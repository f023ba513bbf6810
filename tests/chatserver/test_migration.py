"""A group becomes a supergroup."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused
from tests.chatserver.news import GRANTED, say

TITLE = "磨石沟小群"


async def test_the_old_id_names_the_new_one(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # Client.cpp:8155; Bot API: ResponseParameters.migrate_to_chat_id
    old = await operator.add_chat("group", TITLE, (li, "creator"), (bot, "member"))
    new = (await operator.post("happenings", what="migrate", chat=old))["id"]
    assert str(new).startswith("-100")
    for method in ("sendMessage", "getChatMemberCount", "setChatTitle"):
        with pytest.raises(Refused) as refused:
            await bot.call(method, chat_id=old, text="在吗", title="名字")
        assert refused.value.code == 400
        assert refused.value.description == "Bad Request: group chat was upgraded to a supergroup chat"
        assert refused.value.parameters == {"migrate_to_chat_id": new}
    assert (await bot.call("sendMessage", chat_id=new, text="在"))["chat"]["type"] == "supergroup"
    assert (await bot.call("getChat", chat_id=old))["type"] == "group"  # reading stays allowed (Client.cpp:8155)


async def test_both_chats_say_what_happened(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # Client.cpp:4389-4400; Bot API: Message.migrate_to_chat_id, migrate_from_chat_id
    old = await operator.add_chat("group", TITLE, (li, "creator"), (bot, "member"))
    new = (await operator.post("happenings", what="migrate", chat=old))["id"]
    left_behind = await bot.receive("message", migrate_to_chat_id=new)
    assert (left_behind["chat"]["id"], left_behind["from"]["id"]) == (old, li.id)
    first = await bot.receive("message", migrate_from_chat_id=old)
    assert (first["chat"]["id"], first["sender_chat"]["id"]) == (new, new)


async def test_members_come_along_with_their_rights(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    members = ((li, "creator"), (wang, "member"), (bot, "administrator", GRANTED))
    old = await operator.add_chat("group", TITLE, *members)
    new = (await operator.post("happenings", what="migrate", chat=old))["id"]
    assert await bot.call("getChatMemberCount", chat_id=new) == 3
    itself = await bot.call("getChatMember", chat_id=new, user_id=bot.id)
    assert (itself["status"], itself["can_pin_messages"]) == ("administrator", True)
    await say(wang, TITLE, "还在吗")
    assert (await bot.receive("message", text="还在吗"))["chat"]["id"] == new


async def test_phones_have_the_supergroup_in_the_place_of_the_group(
    wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    old = await operator.add_chat("group", TITLE, (li, "creator"), (wang, "member"))
    before = await wang.chat(TITLE)
    await operator.post("happenings", what="migrate", chat=old)
    assert [chat["type"] for chat in await wang.chats()] == ["supergroup"]
    with pytest.raises(Refused) as refused:
        await wang.send(before["id"], "还在吗")
    assert refused.value.code == 403


async def test_a_group_migrates_once(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    old = await operator.add_chat("group", TITLE, (li, "creator"), (bot, "member"))
    new = (await operator.post("happenings", what="migrate", chat=old))["id"]
    for chat in (old, new):
        with pytest.raises(Refused, match="400"):
            await operator.post("happenings", what="migrate", chat=chat)
    assert len([told for told in await bot.waiting() if "migrate_from_chat_id" in told]) == 1
