"""Taps on inline buttons (Client.cpp:17079-17160, 14319)."""

from typing import Any

import pytest

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient, Refused

BUTTON = {"inline_keyboard": [[{"text": "满意", "callback_data": "rate:5"}]]}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


class Tapped:
    """A card of the bot's that the villager tapped."""

    def __init__(self, wang: PhoneClient, chat: int, card: Json, tap: str) -> None:
        self.wang, self.chat, self.card, self.tap = wang, chat, card, tap

    async def again(self, data: str) -> str:
        return await self.wang.tap(self.chat, self.card["message_id"], data)


@pytest.fixture
async def tapped(bot: BotClient, wang: PhoneClient) -> Tapped:
    chat = await wang.start(bot)
    card = await bot.call("sendMessage", chat_id=wang.id, text="您满意吗?", reply_markup=BUTTON)
    return Tapped(wang, chat, card, await wang.tap(chat, card["message_id"], "rate:5"))


async def answer_refusal(bot: BotClient, tap: str, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        await bot.call("answerCallbackQuery", callback_query_id=tap, **more)
    return refused.value.description


async def test_the_bot_learns_who_tapped_what(bot: BotClient, tapped: Tapped) -> None:
    query = await bot.receive("callback_query")
    assert (query["id"], query["data"], query["from"]["id"]) == (tapped.tap, "rate:5", tapped.wang.id)
    assert query["message"]["message_id"] == tapped.card["message_id"]
    assert query["message"]["reply_markup"] == BUTTON


async def test_the_chat_instance_is_the_same_for_every_tap_in_the_chat(bot: BotClient, tapped: Tapped) -> None:
    first = await bot.receive("callback_query")
    await tapped.again("rate:1")
    second = await bot.receive("callback_query")
    assert first["chat_instance"] == second["chat_instance"]
    assert first["id"] != second["id"]


async def test_the_data_is_the_phones_word(bot: BotClient, tapped: Tapped) -> None:
    # Bot API, CallbackQuery: the message may hold no button with this data.
    await tapped.again("forged")
    await bot.receive("callback_query", data="forged")


async def test_the_answer_shows_to_whoever_tapped(bot: BotClient, tapped: Tapped) -> None:
    given: dict[str, Any] = {"text": "谢谢您!", "show_alert": True}
    assert await bot.call("answerCallbackQuery", callback_query_id=tapped.tap, **given) is True
    toast = await tapped.wang.expect("toast", tap=tapped.tap)
    assert (toast["text"], toast["alert"]) == ("谢谢您!", True)


async def test_an_answer_without_a_text_is_only_done(bot: BotClient, tapped: Tapped) -> None:
    assert await bot.call("answerCallbackQuery", callback_query_id=tapped.tap) is True
    assert (await tapped.wang.expect("toast", tap=tapped.tap))["text"] == ""


async def test_an_answer_has_at_most_200_characters(bot: BotClient, tapped: Tapped) -> None:
    # telegram.md §1.2
    assert await answer_refusal(bot, tapped.tap, text="字" * 201) == "Bad Request: MESSAGE_TOO_LONG"
    assert await bot.call("answerCallbackQuery", callback_query_id=tapped.tap, text="字" * 200) is True


async def test_an_answer_opens_only_the_bots_own_chat(bot: BotClient, tapped: Tapped) -> None:
    # Bot API, answerCallbackQuery: url
    assert await answer_refusal(bot, tapped.tap, url="https://example.com/") == "Bad Request: URL_INVALID"
    url = f"https://t.me/{bot.username}?start=more"
    assert await bot.call("answerCallbackQuery", callback_query_id=tapped.tap, url=url) is True
    assert (await tapped.wang.expect("toast", tap=tapped.tap))["url"] == url


async def test_a_tap_is_answered_once(bot: BotClient, tapped: Tapped) -> None:
    await bot.call("answerCallbackQuery", callback_query_id=tapped.tap)
    assert await answer_refusal(bot, tapped.tap) == TOO_OLD


@pytest.mark.parametrize("tap", ["", "5", "x", "9" * 40])
async def test_an_unknown_tap_cannot_be_answered(bot: BotClient, tap: str) -> None:
    # Client.cpp: QUERY_ID_INVALID
    assert await answer_refusal(bot, tap) == TOO_OLD


async def test_only_the_bot_that_was_tapped_answers(bot: BotClient, tapped: Tapped, operator: Operator) -> None:
    other = await operator.add_bot("别人", f"other{bot.id}_bot")
    assert await answer_refusal(other, tapped.tap) == TOO_OLD


async def test_a_tap_expires_after_150_seconds(bot: BotClient, tapped: Tapped, operator: Operator) -> None:
    # Client.cpp:17155
    await operator.advance(151)
    assert await answer_refusal(bot, tapped.tap) == TOO_OLD
    assert await bot.call("getUpdates", allowed_updates=["callback_query"], offset=-1) == []


async def test_a_tap_in_a_group_reaches_the_bot_that_wrote_the_message(
    bot: BotClient, wang: PhoneClient, operator: Operator
) -> None:
    other = await operator.add_bot("别人", f"other{bot.id}_bot")
    group = await operator.add_chat("supergroup", "东村", (wang, "member"), (bot, "member"), (other, "member"))
    card = await bot.call("sendMessage", chat_id=group, text="您满意吗?", reply_markup=BUTTON)
    await wang.tap((await wang.chat("东村"))["id"], card["message_id"], "rate:5")
    query = await bot.receive("callback_query")
    assert query["message"]["chat"]["id"] == group
    assert not any("callback_query" in update for update in await other.call("getUpdates"))
