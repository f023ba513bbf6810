"""The keyboards that come with messages (Client.cpp:get_reply_markup, ReplyMarkup.cpp)."""

import json
from typing import Any

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused

ANSWER = {"text": "满意", "callback_data": "rate:5"}


async def say(bot: BotClient, chat_id: int, markup: Any) -> Any:
    return await bot.call("sendMessage", chat_id=chat_id, text="您看怎么样?", reply_markup=markup)


async def refusal(bot: BotClient, chat_id: int, markup: Any) -> str:
    with pytest.raises(Refused) as refused:
        await say(bot, chat_id, markup)
    assert refused.value.code == 400
    return refused.value.description.removeprefix("Bad Request: ")


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.fixture
async def started(bot: BotClient, wang: PhoneClient) -> int:
    await wang.start(bot)
    return wang.id


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (ANSWER, ANSWER),
        (ANSWER | {"style": "SUCCESS"}, ANSWER | {"style": "success"}),
        (ANSWER | {"style": "danger"}, ANSWER | {"style": "danger"}),
        (ANSWER | {"style": "primary"}, ANSWER | {"style": "primary"}),
        (ANSWER | {"style": "default"}, ANSWER),
        ({"text": "看", "url": "Example.COM"}, {"text": "看", "url": "http://example.com/"}),
        ({"text": "看", "url": "https://a.cn:8443/b?c#d"}, {"text": "看", "url": "https://a.cn:8443/b?c#d"}),
        ({"text": "看", "url": "tg://resolve?domain=a"}, {"text": "看", "url": "tg://resolve?domain=a"}),
        ({"text": "他", "url": "tg://user?id=5"}, {"text": "他", "url": "tg://user?id=5"}),
        ({"text": "抄", "copy_text": {"text": "东-127"}}, {"text": "抄", "copy_text": {"text": "东-127"}}),
        ({"text": "开", "web_app": {"url": "https://a.cn/x"}}, {"text": "开", "web_app": {"url": "https://a.cn/x"}}),
        (ANSWER | {"icon_custom_emoji_id": "7"}, ANSWER | {"icon_custom_emoji_id": "7"}),
    ],
)
async def test_an_inline_button_is_shown_as_it_was_understood(
    bot: BotClient, started: int, given: Any, shown: Any
) -> None:
    # Client.cpp:JsonInlineKeyboardButton, LinkManager.cpp:check_link
    message = await say(bot, started, inline(given))
    assert message["reply_markup"] == inline(shown)


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("满意", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        ({}, "can't parse inline keyboard button: Can't find field \"text\""),
        ({"text": []}, 'can\'t parse inline keyboard button: Field "text" must be of type String'),
        ({"text": "a"}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        (ANSWER | {"style": "loud"}, "can't parse inline keyboard button: invalid button style specified"),
        ({"text": "a", "callback_data": "字" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "url": "ftp://a.cn"}, "inline keyboard button URL 'ftp://a.cn' is invalid: Unsupported URL"),
        ({"text": "a", "url": "http://a"}, "inline keyboard button URL 'http://a' is invalid: Wrong HTTP URL"),
        ({"text": "a", "url": "http://"}, "inline keyboard button URL 'http://' is invalid: URL host is empty"),
        ({"text": "a", "web_app": {"url": "http://a.cn"}}, "inline keyboard button Web App URL 'http://a.cn' is in"),
        ({"text": "a", "copy_text": {}}, "can't parse inline keyboard button: Can't find field \"text\""),
        ({"text": "a", "copy_text": {"text": "字" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "a", "login_url": {"url": "https://a.cn"}}, "BOT_DOMAIN_INVALID"),
        ({"text": "a", "switch_inline_query": ""}, "BOT_INLINE_DISABLED"),
        ({"text": "a", "pay": True}, "BUTTON_TYPE_INVALID"),
        ({"text": "a", "callback_game": {}}, "BUTTON_TYPE_INVALID"),
    ],
)
async def test_a_button_that_cannot_be_is_refused(bot: BotClient, started: int, button: Any, words: str) -> None:
    assert (await refusal(bot, started, inline(button))).startswith(words)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ({"inline_keyboard": {}}, 'field "inline_keyboard" must be of type Array'),
        (
            {"inline_keyboard": [ANSWER]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": ["我的事"]}, 'field "keyboard" must be an Array of Arrays'),
        (
            {"keyboard": [[5]]},
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        ({"force_reply": "yes"}, 'field "force_reply" must be of type Boolean'),
        ({"force_reply": True, "input_field_placeholder": "字" * 65}, "REPLY_MARKUP_INVALID"),
    ],
)
async def test_a_markup_that_cannot_be_is_refused(bot: BotClient, started: int, markup: Any, words: str) -> None:
    # Client.cpp:9697-9788
    assert await refusal(bot, started, markup) == words


async def test_sixty_four_bytes_of_callback_data_are_taken(bot: BotClient, started: int) -> None:
    data = "字" * 21 + "a"
    message = await say(bot, started, inline({"text": "a", "callback_data": data}))
    assert message["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == data


async def test_a_row_is_cut_after_twelve_buttons_and_textless_ones_are_left_out(bot: BotClient, started: int) -> None:
    # ReplyMarkup.cpp:786-803
    row = [{"text": "", "callback_data": "x"}, *[{"text": str(n), "callback_data": str(n)} for n in range(20)]]
    message = await say(bot, started, {"inline_keyboard": [row, [{"text": "", "callback_data": "x"}]]})
    assert [[button["text"] for button in row] for row in message["reply_markup"]["inline_keyboard"]] == [
        [str(n) for n in range(12)]
    ]


async def test_an_empty_markup_is_none(bot: BotClient, started: int) -> None:
    empty: list[dict[str, Any]] = [{}, {"inline_keyboard": []}, {"keyboard": [[]]}, {"remove_keyboard": False}]
    for markup in empty:
        assert "reply_markup" not in await say(bot, started, markup)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (
            {
                "keyboard": [["我要反映", {"text": "我的事", "style": "primary"}]],
                "is_persistent": True,
                "resize_keyboard": True,
                "one_time_keyboard": True,
                "input_field_placeholder": "想说什么就说什么",
                "selective": True,
            },
            {
                "keyboard": [[{"text": "我要反映"}, {"text": "我的事", "style": "primary"}]],
                "is_persistent": True,
                "resize_keyboard": True,
                "one_time_keyboard": True,
                "input_field_placeholder": "想说什么就说什么",
            },
        ),
        (
            {"keyboard": [[{"text": "电话", "request_contact": True}, {"text": "位置", "request_location": True}]]},
            {"keyboard": [[{"text": "电话", "request_contact": True}, {"text": "位置", "request_location": True}]]},
        ),
        ({"remove_keyboard": True}, {"remove_keyboard": True}),
        (
            {"force_reply": True, "input_field_placeholder": "请说"},
            {"force_reply": True, "input_field_placeholder": "请说"},
        ),
    ],
)
async def test_other_keyboards_are_for_the_phone_alone(
    bot: BotClient, wang: PhoneClient, started: int, given: Any, shown: Any
) -> None:
    message = await say(bot, started, given)
    assert "reply_markup" not in message
    event = await wang.expect("message", message_id=message["message_id"])
    assert event["message"]["keyboard"] == shown


async def test_a_group_keyboard_may_be_for_some_but_cannot_ask_for_a_phone_number(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    # ReplyMarkup.cpp:484, get_reply_markup: allow_personal
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (bot, "administrator"))
    hers = await wang.send((await wang.chat("东村"))["id"], "路灯坏了")
    markup: dict[str, Any] = {"force_reply": True, "selective": True}
    for_all = await say(bot, group, markup)
    for_her = await bot.call(
        "sendMessage", chat_id=group, text="哪一盏?", reply_markup=markup, reply_to_message_id=hers["message_id"]
    )
    assert "keyboard" not in (await wang.expect("message", message_id=for_all["message_id"]))["message"]
    assert (await wang.expect("message", message_id=for_her["message_id"]))["message"]["keyboard"] == markup
    asking = {"keyboard": [[{"text": "电话", "request_contact": True}]]}
    assert await refusal(bot, group, asking) == "phone number can be requested in private chats only"
    app = inline({"text": "开", "web_app": {"url": "https://a.cn/x"}})
    assert await refusal(bot, group, app) == "BUTTON_TYPE_INVALID"


async def test_a_channel_takes_inline_keyboards_only(bot: BotClient, sun: PhoneClient, operator: Operator) -> None:
    # ReplyMarkup.cpp:732
    rights = {"can_post_messages": True}
    channel = await operator.add_chat("channel", "回音墙", (sun, "creator"), (bot, "administrator", rights))
    assert await refusal(bot, channel, {"force_reply": True}) == "inline keyboard expected"
    assert (await say(bot, channel, inline(ANSWER)))["reply_markup"] == inline(ANSWER)


async def test_a_markup_may_come_as_text(bot: BotClient, started: int) -> None:
    message = await say(bot, started, json.dumps(inline(ANSWER), ensure_ascii=False))
    assert message["reply_markup"] == inline(ANSWER)
