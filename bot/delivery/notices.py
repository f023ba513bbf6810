"""Notices as they leave: rendered once, with the buttons below them."""

from datetime import date
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.delivery.parts import split
from bot.delivery.wording import Wording
from bot.rules.buttons import Button
from storage.models import Letter

Rendered = dict[str, Any]
"""`parts`: the texts; `buttons`: what each says and what a tap brings back; `menu`: what each lasting key says."""


def render_notice(wording: Wording, letter: Letter, today: date) -> Rendered:
    """Everything that people will see, as it is kept for a retry. Raises WordingFaulty."""
    text = wording.render(letter.wording, letter.language, letter.data, today)
    buttons = [Button(**kept) for kept in letter.buttons or ()]
    return {
        "parts": split(text),
        "buttons": [render_button(wording, button, letter.language, today) for button in buttons],
        "menu": [wording.render(label, letter.language, {}, today) for label in letter.menu or ()],
    }


def render_button(wording: Wording, button: Button, language: str, today: date) -> list[str]:
    """What it says and what a tap brings back."""
    return [wording.render(button.label, language, button.data, today), button.callback_data]


def markup_of(rendered: Rendered) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    if rendered.get("menu") and not rendered["buttons"]:
        keys = [KeyboardButton(label) for label in rendered["menu"]]
        return ReplyKeyboardMarkup([keys], resize_keyboard=True, is_persistent=True)
    return keyboard_of(rendered)


def keyboard_of(rendered: Rendered) -> InlineKeyboardMarkup | None:
    """One button a row: an old phone cuts what stands side by side."""
    if not rendered["buttons"]:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data)] for label, data in rendered["buttons"]]
    )
