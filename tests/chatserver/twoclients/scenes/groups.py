"""Groups: what is asked of them and changed in them, pins, anonymous administrators, migration."""

import pytest

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage

EVERYTHING = ("can_change_info", "can_pin_messages", "can_delete_messages", "can_manage_chat")


@scene(
    calls="getChat getChatMember getChatAdministrators getChatMemberCount",
    shows="ChatFullInfo.permissions ChatFullInfo.accepted_gift_types ChatFullInfo.pinned_message "
    "ChatFullInfo.description ChatFullInfo.active_usernames ChatMemberOwner.is_anonymous "
    "ChatMemberAdministrator.can_pin_messages ChatMemberMember=member",
)
async def a_bot_asks_about_its_chats(stage: Stage) -> None:
    bot = stage.bot
    await stage.greet(stage.wang)
    assert (await bot.get_chat(stage.wang.id)).first_name == "王大娘"
    assert (await bot.get_chat_member(stage.wang.id, stage.wang.id)).status == "member"
    group = await stage.group("supergroup", *EVERYTHING, username=f"nancun{stage.me.id}")
    await bot.set_chat_description(group, "有事请说")
    await bot.pin_chat_message(group, (await bot.send_message(group, "公告")).message_id)
    assert (await bot.get_chat(f"@nancun{stage.me.id}")).pinned_message.text == "公告"
    assert await bot.get_chat_member_count(group) == 3
    administrators = await bot.get_chat_administrators(group, return_bots=True)
    assert {each.status for each in administrators} == {"creator", "administrator"}
    assert (await bot.get_chat_member(group, stage.sun.id)).status == "member"
    assert (await bot.get_chat_member(group, stage.li.id)).status == "left"
    for kind in ("group", "channel"):
        assert (await bot.get_chat(await stage.group(kind))).type == kind


@scene(
    calls="setChatTitle setChatDescription pinChatMessage unpinChatMessage unpinAllChatMessages",
    shows="Message.new_chat_title Message.pinned_message",
)
async def a_bot_names_the_group_and_pins(stage: Stage) -> None:
    group = await stage.group("supergroup", *EVERYTHING)
    await stage.bot.set_chat_title(group, "北村网格")
    assert (await stage.hear()).new_chat_title == "北村网格"
    await stage.bot.set_chat_description(group, "有事请说")
    for text in ("一", "二", "三"):
        note = await stage.bot.send_message(group, text)
        await stage.bot.pin_chat_message(group, note.message_id, disable_notification=True)
        assert (await stage.hear()).pinned_message.text == text
    await stage.bot.unpin_chat_message(group, message_id=note.message_id)
    await stage.bot.unpin_chat_message(group)
    await stage.bot.unpin_all_chat_messages(group)


@scene(shows="Message.sender_chat Message.text Update.message")
async def an_anonymous_administrator_writes_as_the_group(stage: Stage) -> None:
    group = await stage.group("supergroup", *EVERYTHING)
    await stage.operator.set_member(group, stage.li, "administrator", {"is_anonymous": True, "can_manage_chat": True})
    chat = (await stage.li.chat("南村网格"))["id"]
    await stage.li.send(chat, "大家注意")
    said = await stage.hear(text="大家注意")
    assert (said.from_user.username, said.sender_chat.id) == ("GroupAnonymousBot", group)
    reply = stage.types.ReplyParameters(message_id=said.message_id)
    await stage.bot.send_message(group, "收到", reply_parameters=reply)


@scene(shows="Message.migrate_to_chat_id Message.migrate_from_chat_id")
async def a_group_becomes_a_supergroup(stage: Stage) -> None:
    group = await stage.group("group", *EVERYTHING)
    await stage.operator.post("happenings", what="migrate", chat=group)
    successor = (await stage.hear(having="migrate_to_chat_id")).migrate_to_chat_id
    assert (await stage.hear(having="migrate_from_chat_id")).migrate_from_chat_id == group
    with pytest.raises(stage.client.migrated):
        await stage.bot.send_message(group, "还在吗?")
    assert (await stage.bot.send_message(successor, "在")).chat.type == "supergroup"


@scene(shows="Message.message_thread_id Message.reply_to_message")
async def people_talk_in_a_group(stage: Stage) -> None:
    group = await stage.group("supergroup", *EVERYTHING)
    chat = (await stage.sun.chat("南村网格"))["id"]
    first = await stage.sun.send(chat, f"@{stage.me.username} 水停了")
    await stage.hear(message_id=first["message_id"])
    await stage.sun.send(chat, "还没来", reply_to=first["message_id"])
    answer = await stage.hear(text="还没来")
    assert (answer.chat.id, answer.message_thread_id) == (group, first["message_id"])
