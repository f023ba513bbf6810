"""Groups: who is in them, what bots learn of it and may ask."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused
from tests.chatserver.news import GRANTED, say

TITLE = "磨石沟网格群"


async def test_a_bot_that_is_brought_in_learns_it_twice(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # Bot API: Update.my_chat_member, Message.new_chat_members; Client.cpp:4322, 17281
    chat = await operator.add_chat("supergroup", TITLE, (li, "creator"), (bot, "member"))
    change = await bot.receive("my_chat_member")
    assert change["chat"] == {"id": chat, "type": "supergroup", "title": TITLE}
    assert change["from"]["id"] == li.id
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("left", "member")
    assert change["new_chat_member"]["user"]["id"] == bot.id
    came = await bot.receive("message")
    assert [member["id"] for member in came["new_chat_members"]] == [bot.id]


async def test_a_new_group_says_that_it_was_created(li: PhoneClient, operator: Operator) -> None:
    # Client.cpp:4371-4388
    for kind in ("group", "supergroup", "channel"):
        await operator.add_chat(kind, f"{TITLE} {kind}", (li, "creator"))
        created = (await li.messages((await li.chat(f"{TITLE} {kind}"))["id"]))[0]
        assert created["supergroup_chat_created" if kind == "supergroup" else f"{kind}_chat_created"] is True


async def test_people_coming_and_going_are_service_messages(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:4322, 4350
    chat = await operator.add_chat("group", TITLE, (li, "creator"), (bot, "member"))
    await bot.receive("message")
    await operator.set_member(chat, wang, "member")
    came = await bot.receive("message")
    assert (came["from"]["id"], came["new_chat_members"][0]["id"]) == (li.id, wang.id)
    await wang.post(f"chats/{(await wang.chat(TITLE))['id']}/leave")
    gone = await bot.receive("message")
    assert (gone["from"]["id"], gone["left_chat_member"]["id"]) == (wang.id, wang.id)


async def test_only_an_administrator_that_asked_is_told_of_other_members(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Bot API: Update.chat_member
    other = await operator.add_bot("旁听", f"{bot.username}2_bot")
    for listener in (bot, other):
        await listener.call("getUpdates", allowed_updates=["message", "chat_member", "my_chat_member"], offset=1)
    chat = await operator.add_chat(
        "supergroup", TITLE, (li, "creator"), (bot, "administrator", GRANTED), (other, "member")
    )
    await operator.set_member(chat, wang, "member")
    changes = await bot.waiting("chat_member")
    assert [change["new_chat_member"]["user"]["id"] for change in changes] == [other.id, wang.id]
    assert not await other.waiting("chat_member")


async def test_without_asking_no_bot_is_told_of_other_members(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Bot API: getUpdates.allowed_updates
    await operator.add_chat("supergroup", TITLE, (li, "creator"), (bot, "administrator", GRANTED), (wang, "member"))
    assert not await bot.waiting("chat_member")
    assert len(await bot.waiting("my_chat_member")) == 1


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_a_kicked_bot_hears_so_when_it_writes(
    kind: str, bot: BotClient, li: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:8162, 8174, 8176
    chat = await operator.add_chat(kind, TITLE, (li, "creator"), (bot, "administrator", {"can_post_messages": True}))
    await operator.set_member(chat, bot, "kicked")
    change = (await bot.waiting("my_chat_member"))[-1]
    assert change["new_chat_member"] == {"user": change["new_chat_member"]["user"], "status": "kicked", "until_date": 0}
    with pytest.raises(Refused) as refused:
        await bot.call("sendMessage", chat_id=chat, text="在吗")
    assert (refused.value.code, refused.value.description) == (403, f"Forbidden: bot was kicked from the {kind} chat")


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_bot_that_left_is_told_of_its_leaving_and_may_not_write(
    kind: str, bot: BotClient, li: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:17416 (its own doing, and yet told), 17460, 8165, 8183
    chat = await operator.add_chat(kind, TITLE, (li, "creator"), (bot, "member"))
    assert await bot.call("leaveChat", chat_id=chat) is True
    assert (await bot.waiting())[-1]["left_chat_member"]["id"] == bot.id
    assert (await bot.waiting("my_chat_member"))[-1]["new_chat_member"]["status"] == "left"
    with pytest.raises(Refused) as refused:
        await bot.call("sendMessage", chat_id=chat, text="在吗")
    assert (refused.value.code, refused.value.description) == (
        403,
        f"Forbidden: bot is not a member of the {kind} chat",
    )


async def test_a_private_chat_cannot_be_left(bot: BotClient, wang: PhoneClient) -> None:
    # DialogParticipantManager.cpp:2422
    await wang.start(bot)
    with pytest.raises(Refused, match="400 Bad Request: can't leave private chats"):
        await bot.call("leaveChat", chat_id=wang.id)


async def test_a_chat_that_the_bot_never_saw_is_not_found(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # Client.cpp:8230 (getChat fails): nothing is told of what exists
    chat = await operator.add_chat("supergroup", TITLE, (li, "creator"))
    for method in ("getChat", "getChatAdministrators", "getChatMemberCount", "leaveChat"):
        with pytest.raises(Refused, match="400 Bad Request: chat not found"):
            await bot.call(method, chat_id=chat)


async def test_get_chat_tells_everything_of_a_group(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # Bot API: ChatFullInfo; Client.cpp:1188
    chat = await operator.add_chat(
        "supergroup",
        TITLE,
        (li, "creator"),
        (bot, "administrator", GRANTED),
        is_forum=True,
        username=f"g{bot.username}",
    )
    assert await bot.call("setChatDescription", chat_id=chat, description="  只谈公事  ") is True
    told = await bot.call("getChat", chat_id=chat)
    assert (told["id"], told["type"], told["title"]) == (chat, "supergroup", TITLE)
    assert (told["is_forum"], told["description"]) == (True, "只谈公事")
    assert told["active_usernames"] == [told["username"]] == [f"g{bot.username}"]
    assert told["permissions"]["can_send_messages"] is True
    assert {"accent_color_id", "max_reaction_count", "accepted_gift_types"} <= told.keys()
    assert await bot.call("getChat", chat_id=f"@G{bot.username}") == told


async def test_get_chat_of_a_person_has_their_names(bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    told = await bot.call("getChat", chat_id=wang.id)
    assert (told["id"], told["type"], told["first_name"]) == (wang.id, "private", "王大娘")


async def test_members_are_shown_with_their_rights(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Bot API: ChatMember*; Client.cpp:5135, 16726
    members = ((li, "creator"), (bot, "administrator", GRANTED), (wang, "restricted", {"can_send_messages": True}))
    chat = await operator.add_chat("supergroup", TITLE, *members)
    owner = await bot.call("getChatMember", chat_id=chat, user_id=li.id)
    assert (owner["status"], owner["is_anonymous"]) == ("creator", False)
    itself = await bot.call("getChatMember", chat_id=chat, user_id=bot.id)
    assert (itself["can_manage_chat"], itself["can_manage_topics"], itself["can_promote_members"]) == (
        True,
        True,
        False,
    )
    assert "can_post_messages" not in itself
    held_back = await bot.call("getChatMember", chat_id=chat, user_id=wang.id)
    assert (held_back["can_send_messages"], held_back["can_send_photos"]) == (True, False)
    assert (await bot.call("getChatMember", chat_id=chat, user_id=sun.id))["status"] == "left"
    with pytest.raises(Refused, match="400 Bad Request: member not found"):  # DialogParticipantManager.cpp:1883
        await bot.call("getChatMember", chat_id=chat, user_id=5)
    with pytest.raises(Refused, match="400 Bad Request: invalid user_id specified"):  # Client.cpp:12454
        await bot.call("getChatMember", chat_id=chat, user_id="nobody")
    assert await bot.call("getChatMemberCount", chat_id=chat) == 3


async def test_administrators_are_listed_without_other_bots(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:5215 (return_bots)
    other = await operator.add_bot("另一个", f"{bot.username}2_bot")
    staff = ((li, "creator"), (bot, "administrator", GRANTED), (other, "administrator", GRANTED))
    chat = await operator.add_chat("supergroup", TITLE, *staff, (wang, "member"))
    told = await bot.call("getChatAdministrators", chat_id=chat)
    assert {admin["user"]["id"] for admin in told} == {li.id, bot.id}
    told = await bot.call("getChatAdministrators", chat_id=chat, return_bots=True)
    assert {admin["user"]["id"] for admin in told} == {li.id, bot.id, other.id}
    await wang.start(bot)
    with pytest.raises(Refused, match="400 Bad Request: there are no administrators in the private chat"):
        await bot.call("getChatAdministrators", chat_id=wang.id)


async def test_a_title_is_changed_by_who_may_and_everybody_sees_it(
    bot: BotClient, li: PhoneClient, operator: Operator
) -> None:
    # DialogManager.cpp:2337-2379; Client.cpp:17413 (told to the bot that did it)
    chat = await operator.add_chat("supergroup", TITLE, (li, "creator"), (bot, "member"))
    with pytest.raises(Refused, match="400 Bad Request: not enough rights to change chat title"):
        await bot.call("setChatTitle", chat_id=chat, title="新名字")
    await operator.set_member(chat, bot, "administrator", GRANTED)
    with pytest.raises(Refused, match="400 Bad Request: title must be non-empty"):
        await bot.call("setChatTitle", chat_id=chat, title=" \u200b ")
    assert await bot.call("setChatTitle", chat_id=chat, title=" 磨石沟\n 第二网格群 ") is True
    assert (await bot.waiting())[-1]["new_chat_title"] == "磨石沟 第二网格群"
    assert (await li.chat("磨石沟 第二网格群"))["last"]["new_chat_title"] == "磨石沟 第二网格群"


async def test_an_administrator_brings_a_bot_in_by_a_startgroup_link(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # core.telegram.org/bots/features#deep-linking: the payload comes as /start@bot payload
    await operator.add_chat("supergroup", TITLE, (li, "creator"), (wang, "member"))
    with pytest.raises(Refused) as refused:
        await wang.post(f"chats/{(await wang.chat(TITLE))['id']}/members", username=bot.username)
    assert refused.value.code == 403
    await li.post(f"chats/{(await li.chat(TITLE))['id']}/members", username=bot.username, start="wangge-7")
    started = await bot.receive("message", text=f"/start@{bot.username} wangge-7")
    assert started["from"]["id"] == li.id
    assert started["entities"] == [{"type": "bot_command", "offset": 0, "length": len(f"/start@{bot.username}")}]


async def test_what_an_anonymous_administrator_writes_comes_from_the_group(
    bot: BotClient, sun: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:18145-18155; telegram.md §1.5
    chat = await operator.add_chat(
        "supergroup", TITLE, (li, "creator", {"is_anonymous": True}), (bot, "administrator", GRANTED), (sun, "member")
    )
    await say(li, TITLE, "明天开会")
    got = await bot.receive("message", text="明天开会")
    assert (got["from"]["id"], got["from"]["username"]) == (1087968824, "GroupAnonymousBot")
    assert got["sender_chat"]["id"] == chat
    seen = (await sun.messages((await sun.chat(TITLE))["id"]))[-1]
    assert seen["from"]["id"] == 1087968824
    assert "out" not in seen
    assert (await li.messages((await li.chat(TITLE))["id"]))[-1]["out"] is True


async def test_a_restricted_bot_may_not_write(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    # MessageContent.cpp:6302
    chat = await operator.add_chat("supergroup", TITLE, (li, "creator"), (bot, "restricted"))
    with pytest.raises(Refused, match="400 Bad Request: not enough rights to send text messages to the chat"):
        await bot.call("sendMessage", chat_id=chat, text="在吗")
