from datetime import date

import pytest

from bot.delivery.taps import Taps
from bot.delivery.telegram_bot import courier_bot
from bot.usecases.turn import Toast
from tests.bot_api import HANG_UP, TOKEN, Answer, BotApi
from tests.clock import Hands


async def _answer(api: BotApi, toast: Toast | None) -> dict[str, str]:
    taps = Taps(courier_bot(TOKEN, api.base), Hands())
    taps.answer("tap-1", toast, "zh-Hans")
    await taps.close()
    assert api.calls == ["answerCallbackQuery"]
    return api.given[0]


async def test_a_tap_is_answered_in_the_words_of_the_catalogue(bot_api: BotApi) -> None:
    given = await _answer(bot_api, Toast("resent", {"text": date(2026, 11, 24)}))
    assert given == {"callback_query_id": "tap-1", "text": "(重发)明天"}


async def test_a_tap_without_a_word_is_answered_too(bot_api: BotApi) -> None:
    assert await _answer(bot_api, None) == {"callback_query_id": "tap-1"}


async def test_an_answer_is_cut_at_what_the_bot_api_takes(bot_api: BotApi) -> None:
    # telegram.md §1.2: at most 200 characters
    given = await _answer(bot_api, Toast("resent", {"text": "啊" * 300}))
    assert len(given["text"]) == 200


@pytest.mark.parametrize("fault", [HANG_UP, Answer.error(400, "Bad Request: query is too old")])
async def test_an_answer_that_comes_to_nothing_disturbs_nobody(bot_api: BotApi, fault: Answer) -> None:
    bot_api.script("answerCallbackQuery", fault)
    await _answer(bot_api, Toast("busy"))


async def test_a_sentence_that_is_not_there_disturbs_nobody(bot_api: BotApi) -> None:
    taps = Taps(courier_bot(TOKEN, bot_api.base), Hands())
    taps.answer("tap-1", Toast("no-such-sentence"), "zh-Hans")
    await taps.close()
    assert bot_api.calls == []
