"""sendMessage and sendChatAction (Client.cpp:12884, 11392-11412, 13440)."""

import json
from typing import Any

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused


async def refusal(bot: BotClient, method: str = "sendMessage", **arguments: Any) -> str:
    with pytest.raises(Refused) as refused:
        await bot.call(method, **arguments)
    return f"{refused.value.code} {refused.value.description}"


@pytest.fixture
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


async def test_a_text_of_4096_utf16_units_is_taken_and_one_more_is_not(
    bot: BotClient, wang: PhoneClient, chat: int
) -> None:
    # telegram.md §1.2
    for longest in ("字" * 4096, "💡" * 2048):
        assert (await bot.call("sendMessage", chat_id=wang.id, text=longest))["text"] == longest
        assert await refusal(bot, chat_id=wang.id, text=longest + "字") == "400 Bad Request: message is too long"


async def test_the_limit_counts_what_is_left_after_parsing(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    message = await bot.call("sendMessage", chat_id=wang.id, text=f"<b>{'字' * 4096}</b>", parse_mode="HTML")
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "message text is empty"),
        (" \n ", "text must be non-empty"),
        ("a" * 32_769, "text is too long"),
    ],
)
async def test_a_text_that_cannot_be_is_refused_before_the_chat_is_looked_for(
    bot: BotClient, text: str, words: str
) -> None:
    # Client.cpp:11401, 11307; MessageEntity.cpp:4519
    assert await refusal(bot, chat_id=1, text=text) == f"400 Bad Request: {words}"


@pytest.mark.parametrize("mode", ["HTML", "html", "MarkdownV2", "Markdown"])
async def test_a_parse_mode_is_understood_in_any_case(bot: BotClient, wang: PhoneClient, chat: int, mode: str) -> None:
    text = {"html": "<b>急</b> 路灯"}.get(mode.lower(), "*急* 路灯")
    message = await bot.call("sendMessage", chat_id=wang.id, text=text, parse_mode=mode)
    assert (message["text"], message["entities"]) == ("急 路灯", [{"type": "bold", "offset": 0, "length": 1}])


async def test_broken_markup_is_refused(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    words = await refusal(bot, chat_id=wang.id, text="<b>急", parse_mode="HTML")
    assert words.startswith("400 Bad Request: can't parse entities: ")
    assert await refusal(bot, chat_id=wang.id, text="急", parse_mode="rtf") == "400 Bad Request: unsupported parse_mode"


async def test_entities_may_be_given_and_broken_json_is_none(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # Client.cpp:get_input_entities
    bold = {"type": "bold", "offset": 0, "length": 2}
    message = await bot.call("sendMessage", chat_id=wang.id, text="💡坏了", entities=[bold])
    assert message["entities"] == [bold]
    assert "entities" not in await bot.call("sendMessage", chat_id=wang.id, text="坏了", entities="[{")


async def test_a_mentioned_user_is_shown_and_an_unknown_one_is_plain_text(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient, chat: int
) -> None:
    text = f'<a href="tg://user?id={sun.id}">孙干部</a>和<a href="tg://user?id=5">他</a>'
    message = await bot.call("sendMessage", chat_id=wang.id, text=text, parse_mode="HTML")
    assert [(entity["type"], entity["user"]["id"]) for entity in message["entities"]] == [("text_mention", sun.id)]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"is_disabled": True}, {"is_disabled": True}),
        ({"is_disabled": False}, None),
        ({"url": "https://a.cn", "prefer_small_media": True}, {"url": "https://a.cn", "prefer_small_media": True}),
        ({"show_above_text": True}, {"show_above_text": True}),
    ],
)
async def test_link_preview_options_come_back(
    bot: BotClient, wang: PhoneClient, chat: int, given: Any, shown: Any
) -> None:
    # MessageContent.cpp:11293-11304
    message = await bot.call("sendMessage", chat_id=wang.id, text="https://a.cn", link_preview_options=given)
    assert message.get("link_preview_options") == shown
    plain = await bot.call("sendMessage", chat_id=wang.id, text="您好", link_preview_options={"is_disabled": True})
    assert "link_preview_options" not in plain


async def test_the_old_way_to_disable_previews_works_and_a_broken_new_one_is_refused(
    bot: BotClient, wang: PhoneClient, chat: int
) -> None:
    # Client.cpp:11361-11385
    message = await bot.call("sendMessage", chat_id=wang.id, text="https://a.cn", disable_web_page_preview=True)
    assert message["link_preview_options"] == {"is_disabled": True}
    words = await refusal(bot, chat_id=wang.id, text="您好", link_preview_options="[")
    assert words == "400 Bad Request: can't parse link preview options JSON object"
    words = await refusal(bot, chat_id=wang.id, text="您好", link_preview_options={"is_disabled": "no"})
    assert words == '400 Bad Request: field "is_disabled" must be of type Boolean'


async def test_protected_content_is_marked(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    message = await bot.call("sendMessage", chat_id=wang.id, text="名单", protect_content=True)
    assert message["has_protected_content"] is True


async def test_what_has_no_effect_here_is_accepted(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    options: dict[str, Any] = {
        "disable_notification": True,
        "message_effect_id": "5104841245755180586",
        "allow_paid_broadcast": True,
    }
    assert (await bot.call("sendMessage", chat_id=wang.id, text="您好", **options))["text"] == "您好"


async def test_a_topic_is_ignored_where_there_are_none(bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    # Client.cpp:8283-8296
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (bot, "administrator"))
    message = await bot.call("sendMessage", chat_id=group, text="您好", message_thread_id=77)
    assert "message_thread_id" not in message


@pytest.mark.parametrize("thread", [1, 77])
async def test_a_topic_that_is_not_there_is_refused(
    bot: BotClient, wang: PhoneClient, operator: Operator, thread: int
) -> None:
    # Client.cpp:8279-8292
    forum = await operator.add_chat("supergroup", "东村", (wang, "creator"), (bot, "administrator"), is_forum=True)
    words = await refusal(bot, chat_id=forum, text="您好", message_thread_id=thread)
    assert words == "400 Bad Request: message thread not found"


async def test_a_private_chat_has_no_topic_unless_one_was_made(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    words = await refusal(bot, chat_id=wang.id, text="您好", message_thread_id=77)
    assert words == "400 Bad Request: message thread not found"


@pytest.mark.parametrize(
    ("chat_id", "words"),
    [
        ("", "chat_id is empty"),
        ("0", "chat not found"),
        ("@nobody_here", "chat not found"),
        ("x" * 99, "chat not found"),
    ],
)
async def test_an_unknown_chat_is_not_found(bot: BotClient, chat_id: str, words: str) -> None:
    # Client.cpp:check_chat
    assert await refusal(bot, chat_id=chat_id, text="您好") == f"400 Bad Request: {words}"


async def test_a_bot_cannot_write_first(bot: BotClient, wang: PhoneClient) -> None:
    assert await refusal(bot, chat_id=wang.id, text="您好") == "400 Bad Request: chat not found"


async def test_a_blocked_bot_is_told_so(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # Client.cpp: USER_IS_BLOCKED
    await wang.post(f"chats/{chat}/block")
    assert await refusal(bot, chat_id=wang.id, text="您好") == "403 Forbidden: bot was blocked by the user"
    await wang.post(f"chats/{chat}/unblock")
    assert (await bot.call("sendMessage", chat_id=wang.id, text="您好"))["text"] == "您好"


@pytest.mark.parametrize(("status", "act"), [("kicked", "was kicked from"), ("left", "is not a member of")])
async def test_a_bot_that_is_not_in_the_group_is_told_so(
    bot: BotClient, wang: PhoneClient, operator: Operator, status: str, act: str
) -> None:
    # Client.cpp:check_chat_access
    for kind in ("group", "supergroup", "channel"):
        group = await operator.add_chat(kind, "东村", (wang, "creator"), (bot, status))
        assert await refusal(bot, chat_id=group, text="您好") == f"403 Forbidden: bot {act} the {kind} chat"


async def test_somebody_at_work_shows_on_the_phone(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    socket = await wang.connect()
    await wang.expect("message", text="/start")
    assert await bot.call("sendChatAction", chat_id=wang.id, action="TYPING") is True
    event = json.loads(await socket.recv())
    assert (event["kind"], event["chat"], event["action"], event["from"]["id"]) == ("typing", chat, "typing", bot.id)
    assert "seq" not in event


@pytest.mark.parametrize("action", ["", "dance"])
async def test_an_unknown_action_is_refused(bot: BotClient, wang: PhoneClient, chat: int, action: str) -> None:
    # Client.cpp:13444
    words = await refusal(bot, "sendChatAction", chat_id=wang.id, action=action)
    assert words == "400 Bad Request: wrong parameter action in request"
