from typing import Any

from aiogram.types import Message

from handlers.hearing import heard_in
from tests.bot_api import BOT_ID, message


def _card(sender: int, data: str) -> dict[str, Any]:
    return {
        "message_id": 7,
        "date": 1,
        "from": {"id": sender, "is_bot": True, "first_name": "回音"},
        "chat": {"id": 1001, "type": "private"},
        "text": "…",
        "reply_markup": {
            "inline_keyboard": [[{"text": "看", "url": "https://a.cn"}], [{"text": "…", "callback_data": data}]]
        },
    }


def _card_of(replied: dict[str, Any]) -> int | None:
    heard = heard_in(Message.model_validate(message(10, "明天上门", reply_to_message=replied)["message"]), BOT_ID)
    assert heard
    assert heard.reply_to == 7
    return heard.card_of


def test_a_card_that_is_replied_to_names_its_appeal_by_its_buttons() -> None:
    assert _card_of(_card(BOT_ID, "cadre_more:127:3")) == 127


def test_buttons_that_name_something_else_name_no_appeal() -> None:
    assert _card_of(_card(BOT_ID, "out_solved:127:3")) is None


def test_another_bots_message_names_nothing() -> None:
    assert _card_of(_card(BOT_ID + 1, "accept:127:3")) is None
