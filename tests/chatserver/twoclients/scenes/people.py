"""People who block and unblock the bot, and who come into groups and leave them."""

import pytest

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage

BEGINNINGS = {"group": "message", "supergroup": "message", "channel": "channel_post"}
ADMIN = ("can_invite_users", "can_restrict_members")


@scene(shows="Update.my_chat_member ChatMemberBanned=kicked ChatMemberMember=member")
async def a_person_blocks_and_unblocks_the_bot(stage: Stage) -> None:
    chat = await stage.greet(stage.wang)
    await stage.wang.post(f"chats/{chat}/block")
    assert (await stage.hear("my_chat_member")).new_chat_member.status == "kicked"
    with pytest.raises(stage.client.error, match=r"(?i)bot was blocked by the user"):
        await stage.bot.send_message(stage.wang.id, "在吗?")
    await stage.wang.post(f"chats/{chat}/unblock")
    assert (await stage.hear("my_chat_member")).new_chat_member.status == "member"


@scene(
    shows="Update.chat_member Message.new_chat_members Message.left_chat_member ChatMemberLeft=left "
    "ChatMemberRestricted=restricted ChatMemberAdministrator=administrator ChatMemberBanned.until_date"
)
async def people_come_and_go(stage: Stage) -> None:
    group = await stage.group("supergroup", *ADMIN)
    for status in ("member", "restricted", "administrator", "kicked", "left"):
        await stage.operator.set_member(group, stage.li, status, {"can_send_messages": True, "can_pin_messages": True})
        assert (await stage.hear("chat_member")).new_chat_member.status == status
    chat = (await stage.sun.chat("南村网格"))["id"]
    await stage.sun.post(f"chats/{chat}/leave")
    assert (await stage.hear("chat_member")).new_chat_member.user.id == stage.sun.id
    assert (await stage.hear(having="new_chat_members")).new_chat_members[0].id == stage.li.id
    gone = [(await stage.hear(having="left_chat_member")).left_chat_member.id for _ in range(2)]
    assert gone == [stage.li.id, stage.sun.id]


@scene(calls="leaveChat", shows="Update.my_chat_member Message.new_chat_members Message.left_chat_member")
async def a_bot_is_brought_in_and_leaves(stage: Stage) -> None:
    await stage.operator.add_chat("group", "打谷场", (stage.wang, "creator"))
    chat = (await stage.wang.chat("打谷场"))["id"]
    await stage.wang.post(f"chats/{chat}/members", username=stage.me.username, start="grid_7")
    change = await stage.hear("my_chat_member")
    assert (await stage.hear()).new_chat_members[0].id == stage.me.id
    assert (await stage.hear()).text == f"/start@{stage.me.username} grid_7"
    await stage.bot.leave_chat(change.chat.id)
    assert (await stage.hear("my_chat_member")).new_chat_member.status == "left"
    assert (await stage.hear()).left_chat_member.id == stage.me.id


@scene(shows="Message.group_chat_created Message.supergroup_chat_created Message.channel_chat_created")
async def people_reply_to_the_note_that_began_a_chat(stage: Stage) -> None:
    # Only so a bot sees these notes: it comes later than they (Bot API: Message.group_chat_created).
    for number, (kind, update) in enumerate(BEGINNINGS.items()):
        await stage.operator.add_chat(kind, f"群{number}", (stage.wang, "creator"), (stage.me, "administrator"))
        chat = (await stage.wang.chat(f"群{number}"))["id"]
        beginning = (await stage.wang.messages(chat))[0]["message_id"]
        await stage.wang.send(chat, "从这里开始", reply_to=beginning)
        assert (await stage.hear(update, having="text")).reply_to_message.message_id == beginning


@scene(shows="ChatMemberOwner=creator")
async def a_bot_hears_of_owners_and_of_its_own_ban(stage: Stage) -> None:
    group = await stage.group("supergroup")
    owner = await stage.bot.get_chat_member(group, stage.wang.id)
    assert owner.status == "creator"
    await stage.operator.set_member(group, stage.me, "kicked")
    assert (await stage.hear("my_chat_member")).new_chat_member.status == "kicked"
    with pytest.raises(stage.client.error, match=r"(?i)bot was kicked from the supergroup chat"):
        await stage.bot.send_message(group, "在吗?")
