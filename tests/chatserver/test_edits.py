"""Changing and taking back messages (MessagesManager.cpp: can_edit_message, can_delete_message)."""

from typing import Any

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused

DAYS = 86_400
BUTTON = {"inline_keyboard": [[{"text": "满意", "callback_data": "5"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


async def refusal(bot: BotClient, method: str, **arguments: Any) -> str:
    with pytest.raises(Refused) as refused:
        await bot.call(method, **arguments)
    return refused.value.description


class Card:
    """A message of the bot's in a chat."""

    def __init__(self, bot: BotClient, chat_id: int, sent: dict[str, Any]) -> None:
        self.bot = bot
        self.where = {"chat_id": chat_id, "message_id": sent["message_id"]}
        self.sent = sent

    async def edit(self, text: str, **more: Any) -> Any:
        return await self.bot.call("editMessageText", **self.where, text=text, **more)

    async def refused(self, text: str, **more: Any) -> str:
        return await refusal(self.bot, "editMessageText", **self.where, text=text, **more)


async def post(bot: BotClient, chat_id: int, **more: Any) -> Card:
    return Card(bot, chat_id, await bot.call("sendMessage", chat_id=chat_id, text="有人在办", **more))


@pytest.fixture
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


async def test_an_edited_message_says_when(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    card = await post(bot, wang.id)
    edited = await card.edit("办好了")
    assert edited["text"] == "办好了"
    assert edited["edit_date"] >= edited["date"]
    event = await wang.expect("edited", message_id=edited["message_id"])
    assert event["message"]["text"] == "办好了"


async def test_an_edit_without_a_markup_takes_the_buttons_away(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    card = await post(bot, wang.id, reply_markup=BUTTON, protect_content=True)
    assert card.sent["reply_markup"] == BUTTON
    edited = await card.edit("办好了")
    assert "reply_markup" not in edited
    assert edited["has_protected_content"] is True
    assert (await card.edit("办好了", reply_markup=BUTTON))["reply_markup"] == BUTTON


async def test_a_markup_alone_can_be_changed(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    card = await post(bot, wang.id)
    edited = await bot.call("editMessageReplyMarkup", **card.where, reply_markup=BUTTON)
    assert (edited["text"], edited["reply_markup"]) == ("有人在办", BUTTON)
    assert "edit_date" in edited
    assert "reply_markup" not in await bot.call("editMessageReplyMarkup", **card.where)


async def test_an_edit_that_changes_nothing_is_refused(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # Client.cpp:107
    card = await post(bot, wang.id, reply_markup=BUTTON)
    assert await card.refused("有人在办", reply_markup=BUTTON) == NOT_MODIFIED
    assert await refusal(bot, "editMessageReplyMarkup", **card.where, reply_markup=BUTTON) == NOT_MODIFIED
    await card.edit("有人在办")


async def test_a_message_that_is_not_there_cannot_be_edited(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    card = await post(bot, wang.id)
    await bot.call("deleteMessage", **card.where)
    assert await card.refused("办好了") == "Bad Request: message to edit not found"
    for message_id in (0, -1, 999, "x"):
        words = await refusal(bot, "editMessageText", chat_id=wang.id, message_id=message_id, text="好")
        assert words == "Bad Request: message to edit not found"


async def test_what_others_wrote_cannot_be_edited(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    hers = await wang.send(chat, "路灯坏了")
    card = Card(bot, wang.id, hers)
    assert await card.refused("路灯好了") == "Bad Request: message can't be edited"
    words = await refusal(bot, "editMessageReplyMarkup", **card.where, reply_markup=BUTTON)
    assert words == "Bad Request: message can't be edited"


@pytest.mark.parametrize("markup", [{"force_reply": True}, {"remove_keyboard": True}, {"keyboard": [["好"]]}])
async def test_a_message_with_a_reply_keyboard_cannot_be_edited(
    bot: BotClient, wang: PhoneClient, chat: int, markup: Any
) -> None:
    # MessagesManager.cpp: can_edit_message wants no markup but an inline one.
    card = await post(bot, wang.id, reply_markup=markup)
    assert await card.refused("办好了") == "Bad Request: message can't be edited"


async def test_an_edit_takes_inline_keyboards_only(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    card = await post(bot, wang.id)
    assert await card.refused("办好了", reply_markup={"force_reply": True}) == "Bad Request: inline keyboard expected"


async def test_there_are_no_inline_messages(bot: BotClient) -> None:
    # Client.cpp:12373
    assert await refusal(bot, "editMessageText", text="好") == "Bad Request: message identifier is not specified"
    words = await refusal(bot, "editMessageText", text="好", inline_message_id="abc")
    assert words == "Bad Request: MESSAGE_ID_INVALID"


async def test_an_edited_text_has_the_limits_of_a_new_one(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    card = await post(bot, wang.id)
    assert await card.refused("") == "Bad Request: message text is empty"
    assert await card.refused("字" * 4097) == "Bad Request: message is too long"


async def test_what_a_person_edits_comes_as_an_edited_message(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    hers = await wang.send(chat, "路灯坏了")
    await wang.post(f"chats/{chat}/messages/{hers['message_id']}/edit", text="三盏路灯坏了")
    update = await bot.receive("edited_message")
    assert (update["message_id"], update["text"]) == (hers["message_id"], "三盏路灯坏了")
    assert update["edit_date"] >= update["date"]


async def test_posts_of_others_can_be_edited_with_the_right_to(
    bot: BotClient, sun: PhoneClient, operator: Operator
) -> None:
    # MessagesManager.cpp: can_edit_message, DialogType::Channel
    rights = {"can_post_messages": True, "can_edit_messages": True}
    channel = await operator.add_chat("channel", "回音墙", (sun, "creator"), (bot, "administrator", rights))
    post_of_sun = await sun.send((await sun.chat("回音墙"))["id"], "路灯修好了")
    card = Card(bot, channel, post_of_sun)
    assert (await card.edit("路灯都修好了"))["text"] == "路灯都修好了"
    await operator.set_member(channel, bot, "administrator", {"can_post_messages": True})
    assert await card.refused("路灯又坏了") == "Bad Request: message can't be edited"


async def test_a_deleted_message_leaves_the_phone(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    card = await post(bot, wang.id)
    assert await bot.call("deleteMessage", **card.where) is True
    await wang.expect("deleted", message_id=card.sent["message_id"])
    assert await refusal(bot, "deleteMessage", **card.where) == "Bad Request: message to delete not found"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"message_id": 1}, "chat identifier is not specified"),
        ({"chat_id": 1}, "message identifier is not specified"),
        ({"chat_id": 1, "message_id": 1}, "chat not found"),
    ],
)
async def test_a_deletion_names_chat_and_message(bot: BotClient, arguments: Any, words: str) -> None:
    # Client.cpp:13796-13802
    assert await refusal(bot, "deleteMessage", **arguments) == f"Bad Request: {words}"


async def test_in_private_a_bot_deletes_both_sides_within_two_days(
    bot: BotClient, wang: PhoneClient, chat: int, operator: Operator
) -> None:
    # MessagesManager.cpp: can_revoke_message
    hers, late = await wang.send(chat, "路灯坏了"), await wang.send(chat, "路灯还坏着")
    card = await post(bot, wang.id)
    assert await bot.call("deleteMessage", chat_id=wang.id, message_id=hers["message_id"]) is True
    await operator.advance(2 * DAYS + 60)
    words = "Bad Request: message can't be deleted for everyone"
    assert await refusal(bot, "deleteMessage", chat_id=wang.id, message_id=late["message_id"]) == words
    assert await refusal(bot, "deleteMessage", **card.where) == words


async def test_in_a_supergroup_deleting_what_others_wrote_needs_the_right_to(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # MessagesManager.cpp: can_delete_channel_message
    rights = {"can_delete_messages": True}
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (bot, "administrator", rights))
    inside = (await wang.chat("东村"))["id"]
    first, second = await wang.send(inside, "一"), await wang.send(inside, "二")
    own = await post(bot, group)
    assert await bot.call("deleteMessage", chat_id=group, message_id=first["message_id"]) is True
    await operator.set_member(group, bot, "member")
    words = "Bad Request: message can't be deleted"
    assert await refusal(bot, "deleteMessage", chat_id=group, message_id=second["message_id"]) == words
    assert await bot.call("deleteMessage", **own.where) is True


async def test_in_a_group_deleting_what_others_wrote_needs_an_administrator(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    group = await operator.add_chat("group", "东村", (wang, "creator"), (bot, "member"))
    hers = await wang.send((await wang.chat("东村"))["id"], "一")
    where = {"chat_id": group, "message_id": hers["message_id"]}
    assert await refusal(bot, "deleteMessage", **where) == "Bad Request: message can't be deleted for everyone"
    await operator.set_member(group, bot, "administrator", {"can_delete_messages": True})
    assert await bot.call("deleteMessage", **where) is True


async def test_several_messages_go_at_once_and_missing_ones_do_not_matter(
    bot: BotClient, wang: PhoneClient, chat: int
) -> None:
    # Client.cpp:13812-13824
    cards = [await post(bot, wang.id) for _ in range(2)]
    ids = [card.sent["message_id"] for card in cards]
    assert await bot.call("deleteMessages", chat_id=wang.id, message_ids=[*ids, 999, str(ids[0])]) is True
    for card in cards:
        assert await refusal(bot, "deleteMessage", **card.where) == "Bad Request: message to delete not found"


@pytest.mark.parametrize(
    ("message_ids", "words"),
    [
        ("", "message identifiers are not specified"),
        ([], "message identifiers are not specified"),
        ("[1", "can't parse message_ids JSON object"),
        ({"a": 1}, "expected an Array of message identifiers"),
        ([True], "message identifier must be a Number"),
        (["x"], "can't parse message identifier as a Number"),
        ([1.5], "can't parse message identifier as a Number"),
        ([0], "invalid message identifier specified"),
        ([2**31], "can't parse message identifier as a Number"),
        (list(range(1, 102)), "too many message identifiers specified"),
    ],
)
async def test_broken_lists_of_messages_are_refused(bot: BotClient, message_ids: Any, words: str) -> None:
    # Client.cpp:12405-12442
    assert await refusal(bot, "deleteMessages", chat_id=1, message_ids=message_ids) == f"Bad Request: {words}"
