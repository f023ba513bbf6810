"""What a bot hears in a group (core.telegram.org/bots/faq: "What messages will my bot get?")."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.news import GRANTED, say, texts

TITLE = "磨石沟网格群"
LAST = "完了"


@pytest.fixture
async def group(bot: BotClient, wang: PhoneClient, li: PhoneClient, operator: Operator) -> int:
    return await operator.add_chat("supergroup", TITLE, (li, "creator"), (wang, "member"), (bot, "member"))


async def test_talk_that_is_not_meant_for_it_stays_from_a_private_bot(
    group: int, bot: BotClient, wang: PhoneClient
) -> None:
    for text in ("今天天气好", "到/start那里去", "写信给 x@y.com", f"@{bot.username}x 你好"):
        await say(wang, TITLE, text)
    await say(wang, TITLE, f"@{bot.username} {LAST}")
    assert await texts(bot) == [f"@{bot.username} {LAST}"]


async def test_commands_and_names_and_replies_reach_it(group: int, bot: BotClient, wang: PhoneClient) -> None:
    sent = await bot.call("sendMessage", chat_id=group, text="有事请说")
    said = ["/help", f"/help@{bot.username}", f"问一下 @{bot.username.upper()}"]
    for text in said:
        await say(wang, TITLE, text)
    await say(wang, TITLE, "俺家的灯坏了", reply_to=sent["message_id"])
    assert await texts(bot) == [*said, "俺家的灯坏了"]


async def test_a_reply_to_what_was_meant_for_it_reaches_it_too(
    group: int, bot: BotClient, wang: PhoneClient, li: PhoneClient
) -> None:
    asked = await say(wang, TITLE, f"@{bot.username} 灯坏了")
    await say(li, TITLE, "是村东头那盏", reply_to=asked["message_id"])
    assert await texts(bot) == [f"@{bot.username} 灯坏了", "是村东头那盏"]


async def test_an_administrator_hears_everything(
    group: int, bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    await operator.set_member(group, bot, "administrator", GRANTED)
    await say(wang, TITLE, "今天天气好")
    assert await texts(bot) == ["今天天气好"]


async def test_a_bot_without_privacy_hears_everything(wang: PhoneClient, bot: BotClient, operator: Operator) -> None:
    open_bot = await operator.add_bot("全听", f"{bot.username}2_bot", reads_all_group_messages=True)
    await operator.add_chat("group", TITLE, (wang, "creator"), (open_bot, "member"))
    await say(wang, TITLE, "今天天气好")
    assert await texts(open_bot) == ["今天天气好"]
    assert (await open_bot.call("getMe"))["can_read_all_group_messages"] is True


async def test_a_command_without_a_name_is_for_the_bot_that_spoke_last(
    group: int, bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    other = await operator.add_bot("另一个", f"{bot.username}2_bot")
    await operator.set_member(group, other, "member")
    await say(wang, TITLE, "/first")
    await other.call("sendMessage", chat_id=group, text="我在")
    await say(wang, TITLE, "/second")
    await say(wang, TITLE, f"/third@{bot.username}")
    assert await texts(bot) == ["/first", f"/third@{bot.username}"]
    assert await texts(other) == ["/first", "/second"]


async def test_a_reply_goes_before_a_name(group: int, bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    other = await operator.add_bot("另一个", f"{bot.username}2_bot")
    await operator.set_member(group, other, "member")
    sent = await other.call("sendMessage", chat_id=group, text="我在")
    await say(wang, TITLE, f"/help@{bot.username}", reply_to=sent["message_id"])
    assert await texts(bot) == []
    assert await texts(other) == [f"/help@{bot.username}"]


async def test_bots_never_hear_each_other(group: int, bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    open_bot = await operator.add_bot("全听", f"{bot.username}2_bot", reads_all_group_messages=True)
    await operator.set_member(group, open_bot, "member")
    await bot.call("sendMessage", chat_id=group, text=f"@{open_bot.username} 你好")
    await say(wang, TITLE, LAST)
    assert await texts(open_bot) == [LAST]


async def test_service_messages_reach_every_bot(
    group: int, bot: BotClient, sun: PhoneClient, operator: Operator
) -> None:
    await operator.set_member(group, sun, "member")
    assert (await bot.waiting())[-1]["new_chat_members"][0]["id"] == sun.id
