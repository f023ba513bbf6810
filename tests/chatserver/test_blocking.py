"""A person blocks the bot, takes it back, or ends the account."""

import pytest

from tests.chatserver.harness import BotClient, Operator, PhoneClient, Refused


async def test_a_bot_learns_that_it_was_blocked_and_taken_back(bot: BotClient, wang: PhoneClient) -> None:
    # Bot API: "For private chats, this update is received only when the bot is blocked or unblocked by the user"
    chat = await wang.start(bot)
    assert not await bot.waiting("my_chat_member")
    await wang.post(f"chats/{chat}/block")
    change = await bot.receive("my_chat_member")
    assert (change["chat"]["id"], change["from"]["id"]) == (wang.id, wang.id)
    assert change["old_chat_member"]["status"] == "member"
    assert (change["new_chat_member"]["status"], change["new_chat_member"]["until_date"]) == ("kicked", 0)
    await wang.post(f"chats/{chat}/unblock")
    change = await bot.receive("my_chat_member")
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("kicked", "member")


async def test_blocking_twice_is_told_once(bot: BotClient, wang: PhoneClient) -> None:
    chat = await wang.start(bot)
    for _ in range(2):
        await wang.post(f"chats/{chat}/block")
    assert len(await bot.waiting("my_chat_member")) == 1


async def test_a_blocked_bot_cannot_write_until_it_is_taken_back(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:127
    chat = await wang.start(bot)
    await wang.post(f"chats/{chat}/block")
    with pytest.raises(Refused) as refused:
        await bot.call("sendMessage", chat_id=wang.id, text="您好")
    assert (refused.value.code, refused.value.description) == (403, "Forbidden: bot was blocked by the user")
    await wang.post(f"chats/{chat}/unblock")
    assert (await bot.call("sendMessage", chat_id=wang.id, text="您好"))["text"] == "您好"


async def test_the_operator_may_let_a_person_block_a_bot(bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    # docs/chatserver.md: happenings
    await wang.start(bot)
    await operator.post("happenings", what="block", chat=bot.id, user=wang.id)
    assert (await bot.receive("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await operator.post("happenings", what="unblock", chat=bot.id, user=wang.id)
    assert (await bot.receive("my_chat_member"))["new_chat_member"]["status"] == "member"


async def test_nobody_can_write_to_an_account_that_ended(bot: BotClient, wang: PhoneClient, operator: Operator) -> None:
    # Client.cpp:8136
    await wang.start(bot)
    await operator.post("happenings", what="deactivate", user=wang.id)
    with pytest.raises(Refused) as refused:
        await bot.call("sendMessage", chat_id=wang.id, text="您好")
    assert (refused.value.code, refused.value.description) == (403, "Forbidden: user is deactivated")
    with pytest.raises(Refused, match="401"):
        await wang.chats()
