"""Replies and quotes (Bot API: ReplyParameters; Client.cpp:8473-8540, 9388-9438)."""

from typing import Any

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused

NOT_FOUND = "Bad Request: message to be replied not found"


async def reply(bot: BotClient, chat_id: int, message_id: Any, /, **parameters: Any) -> Any:
    wanted = {"message_id": message_id} | parameters
    return await bot.call("sendMessage", chat_id=chat_id, text="收到了", reply_parameters=wanted)


async def refusal(bot: BotClient, chat_id: int, message_id: Any, /, **parameters: Any) -> str:
    with pytest.raises(Refused) as refused:
        await reply(bot, chat_id, message_id, **parameters)
    return refused.value.description


@pytest.fixture
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


async def test_a_reply_carries_the_message_it_is_about(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    hers = await wang.send(chat, "路灯坏了")
    answer = await reply(bot, wang.id, hers["message_id"])
    assert answer["reply_to_message"]["text"] == "路灯坏了"
    again = await reply(bot, wang.id, answer["message_id"])
    assert "reply_to_message" not in again["reply_to_message"]


async def test_the_arguments_of_before_bot_api_7_still_reply(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # Client.cpp:9389
    hers = await wang.send(chat, "路灯坏了")
    answer = await bot.call("sendMessage", chat_id=wang.id, text="好", reply_to_message_id=hers["message_id"])
    assert answer["reply_to_message"]["message_id"] == hers["message_id"]
    answer = await bot.call(
        "sendMessage", chat_id=wang.id, text="好", reply_to_message_id=999, allow_sending_without_reply=True
    )
    assert "reply_to_message" not in answer


@pytest.mark.parametrize("message_id", [999, "999", 2**31 - 1])
async def test_a_reply_to_nothing_is_refused_unless_it_may_go_without(
    bot: BotClient, wang: PhoneClient, chat: int, message_id: Any
) -> None:
    assert await refusal(bot, wang.id, message_id) == NOT_FOUND
    answer = await reply(bot, wang.id, message_id, allow_sending_without_reply=True)
    assert "reply_to_message" not in answer


async def test_a_reply_to_a_deleted_message_is_refused(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    hers = await wang.send(chat, "路灯坏了")
    await wang.post(f"chats/{chat}/messages/{hers['message_id']}/delete")
    assert await refusal(bot, wang.id, hers["message_id"]) == NOT_FOUND


async def test_a_reply_outlives_its_original(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # Client.cpp:4177: reply_to_message is absent when the original is gone.
    hers = await wang.send(chat, "路灯坏了")
    answer = await reply(bot, wang.id, hers["message_id"])
    await wang.post(f"chats/{chat}/messages/{hers['message_id']}/delete")
    edited = await bot.call("editMessageText", chat_id=wang.id, message_id=answer["message_id"], text="修好了")
    assert "reply_to_message" not in edited


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ("{", "can't parse reply parameters JSON object"),
        ("[]", "object expected as reply parameters"),
        ({"chat_id": 5}, 'can\'t find field "message_id"'),
        ({"message_id": "five"}, 'field "message_id" must be a valid Number'),
        ({"message_id": 1.5}, 'field "message_id" must be a valid Number'),
        ({"message_id": True}, 'field "message_id" must be a Number'),
        ({"message_id": 2**31}, 'field "message_id" must be a valid Number'),
        (
            {"message_id": 1, "allow_sending_without_reply": 1},
            'field "allow_sending_without_reply" must be of type Boolean',
        ),
        ({"message_id": 1, "quote": []}, 'field "quote" must be of type String'),
    ],
)
async def test_broken_reply_parameters_are_refused(
    bot: BotClient, wang: PhoneClient, chat: int, parameters: Any, words: str
) -> None:
    with pytest.raises(Refused) as refused:
        await bot.call("sendMessage", chat_id=wang.id, text="好", reply_parameters=parameters)
    assert refused.value.description == f"Bad Request: {words}"


@pytest.mark.parametrize("parameters", [{}, "", {"message_id": 0}, {"message_id": -5}])
async def test_no_message_is_no_reply(bot: BotClient, wang: PhoneClient, chat: int, parameters: Any) -> None:
    # Client.cpp:9416, 9431
    answer = await bot.call("sendMessage", chat_id=wang.id, text="好", reply_parameters=parameters)
    assert "reply_to_message" not in answer


async def test_a_quote_says_where_it_stands_in_utf16_units(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    hers = await wang.send(chat, "💡坏了,坏了三天")
    answer = await reply(bot, wang.id, hers["message_id"], quote="坏了")
    assert answer["quote"] == {"text": "坏了", "position": 2, "is_manual": True}
    answer = await reply(bot, wang.id, hers["message_id"], quote="坏了", quote_position=6)
    assert answer["quote"]["position"] == 5


@pytest.mark.parametrize("quote", ["好了", "坏了三天吗", "坏了" * 600])
async def test_a_quote_must_stand_in_the_message(bot: BotClient, wang: PhoneClient, chat: int, quote: str) -> None:
    # MessagesManager.cpp:28032
    hers = await wang.send(chat, "坏了三天")
    assert await refusal(bot, wang.id, hers["message_id"], quote=quote) == "Bad Request: QUOTE_TEXT_INVALID"


async def test_a_quote_is_shown_even_where_its_message_is_not(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # Client.cpp:4188: the quote belongs to the reply, whether that one's own original is told or not
    card = await bot.call("sendMessage", chat_id=wang.id, text="井水浑了")
    quoting = await reply(bot, wang.id, card["message_id"], quote="浑了")
    nested = (await reply(bot, wang.id, quoting["message_id"]))["reply_to_message"]
    assert nested["quote"]["text"] == "浑了"
    assert "reply_to_message" not in nested


async def test_a_reply_from_another_chat_shows_where_it_came_from(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient, chat: int
) -> None:
    # Client.cpp:3926-3940: the chat is told of supergroups and channels only.
    await sun.start(bot)
    hers = await wang.send(chat, "路灯坏了")
    card = await reply(bot, sun.id, hers["message_id"], chat_id=wang.id)
    assert "reply_to_message" not in card
    origin = card["external_reply"]["origin"]
    assert (origin["type"], origin["sender_user"]["id"]) == ("user", wang.id)
    assert "chat" not in card["external_reply"]
    assert card["quote"] == {"text": "路灯坏了", "position": 0}
    edited = await bot.call("editMessageText", chat_id=sun.id, message_id=card["message_id"], text="办好了")
    assert edited["external_reply"] == card["external_reply"]


async def test_a_reply_from_a_supergroup_names_it(bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    await wang.start(bot)
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (bot, "administrator"))
    asked = await bot.call("sendMessage", chat_id=group, text="谁来修?")
    answer = await reply(bot, wang.id, asked["message_id"], chat_id=group)
    assert answer["external_reply"]["chat"]["id"] == group
    assert answer["external_reply"]["message_id"] == asked["message_id"]


async def test_the_same_chat_named_again_is_no_other_chat(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # Client.cpp:8477
    hers = await wang.send(chat, "路灯坏了")
    answer = await reply(bot, wang.id, hers["message_id"], chat_id=wang.id)
    assert answer["reply_to_message"]["message_id"] == hers["message_id"]


async def test_a_missing_message_of_another_chat_is_always_refused(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient, chat: int
) -> None:
    # Bot API: allow_sending_without_reply is always False for replies in another chat.
    await sun.start(bot)
    wanted = {"chat_id": wang.id, "allow_sending_without_reply": True}
    assert await refusal(bot, sun.id, 999, **wanted) == NOT_FOUND


async def test_a_bot_cannot_reply_to_what_it_cannot_see(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient, operator: Operator
) -> None:
    await wang.start(bot)
    assert await refusal(bot, wang.id, 1, chat_id=sun.id) == "Bad Request: chat not found"
    group = await operator.add_chat("supergroup", "东村", (sun, "creator"), (bot, "kicked"))
    assert await refusal(bot, wang.id, 1, chat_id=group) == "Forbidden: bot was kicked from the supergroup chat"


async def test_replies_in_a_supergroup_form_a_thread(bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    # Client.cpp:4136: message_thread_id also stands in ordinary reply chains (telegram.md §1.5).
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (bot, "administrator"))
    first = await bot.call("sendMessage", chat_id=group, text="一")
    second = await reply(bot, group, first["message_id"])
    third = await reply(bot, group, second["message_id"])
    assert "message_thread_id" not in first
    assert second["message_thread_id"] == third["message_thread_id"] == first["message_id"]
    assert "is_topic_message" not in third


async def test_the_phone_sees_the_reply_and_the_quote(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    hers = await wang.send(chat, "路灯坏了")
    answer = await reply(bot, wang.id, hers["message_id"], quote="坏了")
    shown = (await wang.expect("message", message_id=answer["message_id"]))["message"]
    assert shown["reply_to_message"]["message_id"] == hers["message_id"]
    assert shown["quote"]["text"] == "坏了"


async def test_a_quote_has_the_formatting_of_the_original(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # Bot API, ReplyParameters.quote: an exact substring including bold, italic and the like.
    original = await bot.call("sendMessage", chat_id=wang.id, text="路灯<b>坏了</b>三天", parse_mode="HTML")
    answer = await reply(bot, wang.id, original["message_id"], quote="灯<b>坏</b>", quote_parse_mode="HTML")
    bold = {"type": "bold", "offset": 1, "length": 1}
    assert answer["quote"] == {"text": "灯坏", "position": 1, "is_manual": True, "entities": [bold]}
    answer = await reply(bot, wang.id, original["message_id"], quote="灯坏", quote_entities=[bold])
    assert answer["quote"]["entities"] == [bold]
    assert await refusal(bot, wang.id, original["message_id"], quote="灯坏") == "Bad Request: QUOTE_TEXT_INVALID"


async def test_a_reply_from_another_topic_is_an_external_one(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # Client.cpp:8462, 8502: is_reply_in_same_topic
    rights = {"can_manage_topics": True}
    forum = await operator.add_chat(
        "supergroup", "东村", (wang, "creator"), (bot, "administrator", rights), is_forum=True
    )
    topics = [await bot.call("createForumTopic", chat_id=forum, name=name) for name in ("东-1", "东-2")]
    first, second = (topic["message_thread_id"] for topic in topics)
    asked = await bot.call("sendMessage", chat_id=forum, message_thread_id=first, text="谁来修?")
    other = await bot.call(
        "sendMessage",
        chat_id=forum,
        message_thread_id=second,
        text="我来",
        reply_parameters={"message_id": asked["message_id"]},
    )
    assert other["external_reply"]["message_id"] == asked["message_id"]
    assert other["message_thread_id"] == second
    same = await reply(bot, forum, asked["message_id"])
    assert same["reply_to_message"]["message_id"] == asked["message_id"]
    assert same["message_thread_id"] == first
