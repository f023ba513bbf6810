"""The commands that a bot offers."""

import pytest

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient, Refused
from tests.chatserver.news import GRANTED

TITLE = "磨石沟网格群"
MINE = [{"command": "mine", "description": "我的事"}]


def offer(command: str) -> list[Json]:
    return [{"command": command, "description": "看看"}]


async def offered(phone: PhoneClient, title: str) -> list[str]:
    return [command["command"] for command in (await phone.chat(title))["commands"]]


async def test_what_was_set_is_what_is_got(bot: BotClient) -> None:
    # Bot API: setMyCommands, getMyCommands, deleteMyCommands
    assert await bot.call("getMyCommands") == []
    assert await bot.call("setMyCommands", commands=MINE) is True
    assert await bot.call("getMyCommands") == MINE
    assert await bot.call("getMyCommands", language_code="zh") == []
    assert await bot.call("getMyCommands", scope={"type": "all_private_chats"}) == []
    assert await bot.call("deleteMyCommands") is True
    assert await bot.call("getMyCommands") == []


async def test_a_slash_and_blanks_around_are_taken_off(bot: BotClient) -> None:
    # BotCommand.cpp:186-199
    await bot.call("setMyCommands", commands=[{"command": " /mine ", "description": " 我的事 "}])
    assert await bot.call("getMyCommands") == MINE


async def test_a_private_chat_offers_the_narrowest_that_was_set(bot: BotClient, wang: PhoneClient) -> None:
    # Bot API: BotCommandScope, "Determining list of commands"
    await wang.start(bot)
    steps: list[Json] = [
        {},
        {"language_code": "zh"},
        {"scope": {"type": "all_private_chats"}},
        {"scope": {"type": "all_private_chats"}, "language_code": "zh"},
        {"scope": {"type": "chat", "chat_id": wang.id}},
        {"scope": {"type": "chat", "chat_id": wang.id}, "language_code": "zh"},
    ]
    await bot.call("setMyCommands", commands=offer("never"), scope={"type": "all_group_chats"})
    for number, step in enumerate(steps):
        await bot.call("setMyCommands", commands=offer(f"step{number}"), **step)
        assert await offered(wang, "回音") == [f"step{number}"]
    for number, step in reversed(list(enumerate(steps))):
        assert await offered(wang, "回音") == [f"step{number}"]
        await bot.call("deleteMyCommands", **step)
    assert await offered(wang, "回音") == []


async def test_a_group_offers_administrators_and_members_their_own(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # Bot API: BotCommandScope, "Determining list of commands"
    members = ((li, "creator"), (wang, "member"), (sun, "member"), (bot, "administrator", GRANTED))
    chat = await operator.add_chat("supergroup", TITLE, *members)
    steps: list[tuple[Json, tuple[str, str, str]]] = [
        ({"type": "default"}, ("s0", "s0", "s0")),
        ({"type": "all_group_chats"}, ("s1", "s1", "s1")),
        ({"type": "all_chat_administrators"}, ("s2", "s1", "s1")),
        ({"type": "chat", "chat_id": str(chat)}, ("s3", "s3", "s3")),
        ({"type": "chat_administrators", "chat_id": chat}, ("s4", "s3", "s3")),
        ({"type": "chat_member", "chat_id": chat, "user_id": wang.id}, ("s4", "s5", "s3")),
    ]
    for number, (scope, expected) in enumerate(steps):
        await bot.call("setMyCommands", commands=offer(f"s{number}"), scope=scope)
        seen = [(await offered(phone, TITLE))[0] for phone in (li, wang, sun)]
        assert tuple(seen) == expected


async def test_a_phone_learns_at_once_of_commands_for_its_chat(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    since = (await wang.get("chats"))["seq"]
    await wang.connect(since)
    await bot.call("setMyCommands", commands=MINE, scope={"type": "chat", "chat_id": wang.id})
    assert (await wang.expect("chat"))["chat"] == chat
    assert (await wang.chat("回音"))["commands"] == MINE


async def test_commands_of_several_bots_name_their_bot(bot: BotClient, li: PhoneClient, operator: Operator) -> None:
    other = await operator.add_bot("另一个", f"{bot.username}2_bot")
    await operator.add_chat("group", TITLE, (li, "creator"), (bot, "member"), (other, "member"))
    for one in (bot, other):
        await one.call("setMyCommands", commands=MINE)
    assert sorted(await offered(li, TITLE)) == sorted([f"mine@{bot.username}", f"mine@{other.username}"])


@pytest.mark.parametrize(
    ("commands", "description"),
    [
        # BotCommand.cpp:176-206
        ([{"command": "", "description": "看"}], "command must be non-empty"),
        ([{"command": "a" * 33, "description": "看"}], "command length must not exceed 32"),
        ([{"command": "mine", "description": " "}], "command description must be non-empty"),
        ([{"command": "mine", "description": "看" * 257}], "command description length must not exceed 256"),
        # Client.cpp:10639-10677
        ("[", "can't parse commands JSON object"),
        ({"command": "mine"}, "expected an Array of BotCommand"),
        (["mine"], "can't parse BotCommand: expected an Object"),
        ([{"command": "mine"}], "can't parse BotCommand: Can't find field \"description\""),
        # tdlib/telegram-bot-api#98 (levlam); LonamiWebs/Telethon#4700
        ([{"command": "Mine", "description": "看"}], "BOT_COMMAND_INVALID"),
        ([{"command": "我的", "description": "看"}], "BOT_COMMAND_INVALID"),
        ([{"command": f"c{number}", "description": "看"} for number in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_bad_commands_are_refused(commands: object, description: str, bot: BotClient) -> None:
    with pytest.raises(Refused) as refused:
        await bot.call("setMyCommands", commands=commands)
    assert (refused.value.code, refused.value.description) == (400, f"Bad Request: {description}")


async def test_a_hundred_commands_are_not_too_many(bot: BotClient) -> None:
    # Bot API: setMyCommands
    commands = [{"command": f"c{number}", "description": "看"} for number in range(100)]
    assert await bot.call("setMyCommands", commands=commands) is True
    assert len(await bot.call("getMyCommands")) == 100


@pytest.mark.parametrize(
    ("scope", "description"),
    [
        # Client.cpp:10576-10637
        ("{", "can't parse BotCommandScope JSON object"),
        ([], "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ({}, "can't parse BotCommandScope: Can't find field \"type\""),
        ({"type": "village"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"type": "chat"}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"type": "chat", "chat_id": ""}, "can't parse BotCommandScope: Empty chat_id specified"),
        ({"type": "chat_member", "chat_id": 5, "user_id": 0}, "can't parse BotCommandScope: Invalid user_id specified"),
        ({"type": "chat", "chat_id": 5}, "chat not found"),
    ],
)
async def test_bad_scopes_are_refused(scope: object, description: str, bot: BotClient) -> None:
    for method in ("setMyCommands", "getMyCommands", "deleteMyCommands"):
        with pytest.raises(Refused) as refused:
            await bot.call(method, commands=MINE, scope=scope)
        assert (refused.value.code, refused.value.description) == (400, f"Bad Request: {description}")


async def test_scopes_must_fit_their_chat(
    bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator
) -> None:
    # BotCommandScope.cpp:71, 79; misc.cpp:395
    await wang.start(bot)
    channel = await operator.add_chat("channel", TITLE, (li, "creator"), (bot, "administrator", GRANTED))
    with pytest.raises(Refused, match="400 Bad Request: can't use specified scope in private chats"):
        await bot.call("setMyCommands", commands=MINE, scope={"type": "chat_administrators", "chat_id": wang.id})
    with pytest.raises(Refused, match="400 Bad Request: can't change commands in channel chats"):
        await bot.call("setMyCommands", commands=MINE, scope={"type": "chat", "chat_id": channel})
    for language in ("zh-hans", "Z", "ZH"):
        with pytest.raises(Refused, match="400 Bad Request: invalid language code specified"):
            await bot.call("setMyCommands", commands=MINE, language_code=language)
