"""The `reply_markup` argument (Client.cpp:get_reply_markup, ReplyMarkup.cpp).

Too many buttons are cut off without a word, as TDLib does: 12 a row, 300 in all, and none without a text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.botapi.buttons import inline_button, reply_button
from bot.chatserver.botapi.fields import FieldError, Fields, as_refusal, read_object
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Json

ROW_LIMIT = 12
BUTTON_LIMIT = 300
PLACEHOLDER_LIMIT = 64
_WHAT = "reply keyboard markup"
Reader = Callable[[Any], Json]


@dataclass(frozen=True)
class Markup:
    """`inline` is shown in the Message; `keyboard` is for phones alone."""

    inline: Json | None = None
    keyboard: Json | None = None


def read_markup(arguments: Arguments, chat: Chat) -> Markup:
    """The markup of a message that is sent into the chat."""
    fields = read_object(arguments, "reply_markup", _WHAT, "reply markup")
    if fields is None:
        return Markup()
    try:
        markup = _read(fields, chat)
    except FieldError as error:
        raise as_refusal(str(error)) from None
    if chat.kind == "channel" and markup.keyboard is not None:
        raise BadRequest("inline keyboard expected")
    return markup


def read_inline(arguments: Arguments, chat: Chat) -> Json | None:
    """The markup of a message that is edited: it can only be an inline keyboard."""
    markup = read_markup(arguments, chat)
    if markup.keyboard is not None:
        raise BadRequest("inline keyboard expected")
    return markup.inline


def _read(fields: Fields, chat: Chat) -> Markup:
    rows = _rows(fields, "keyboard", "", "keyboard button", lambda given: reply_button(given, chat))
    inline = _rows(
        fields,
        "inline_keyboard",
        " of the InlineKeyboardMarkup",
        "inline keyboard button",
        lambda given: inline_button(given, chat),
    )
    personal = (fields.flag("personal_keyboard") or fields.flag("selective")) and chat.kind != "private"
    shared: Json = {"selective": True} if personal else {}
    placeholder = _placeholder(fields)
    hidden = fields.flag("hide_keyboard") or fields.flag("remove_keyboard")
    forced = fields.flag("force_reply_keyboard") or fields.flag("force_reply")
    if rows:
        return Markup(keyboard=_keyboard(rows, fields) | placeholder | shared)
    if inline:
        return Markup(inline={"inline_keyboard": inline})
    if hidden:
        return Markup(keyboard={"remove_keyboard": True} | shared)
    return Markup(keyboard={"force_reply": True} | placeholder | shared) if forced else Markup()


def _keyboard(rows: list[list[Json]], fields: Fields) -> Json:
    flags = ("is_persistent", "resize_keyboard", "one_time_keyboard")
    return {"keyboard": rows} | {name: True for name in flags if fields.flag(name)}


def _placeholder(fields: Fields) -> Json:
    given = fields.text("input_field_placeholder")
    if len(given) > PLACEHOLDER_LIMIT:
        raise BadRequest("REPLY_MARKUP_INVALID")
    return {"input_field_placeholder": given} if given else {}


def _rows(fields: Fields, name: str, where: str, what: str, read: Reader) -> list[list[Json]]:
    rows: list[list[Json]] = []
    left = BUTTON_LIMIT
    for given in fields.array(name):
        if not isinstance(given, list):
            raise FieldError(f'Field "{name}"{where} must be an Array of Arrays')
        row = [button for one in given if (button := _button(one, what, read))["text"]][: min(ROW_LIMIT, left)]
        left -= len(row)
        rows += [row] if row else []
    return rows


def _button(given: object, what: str, read: Reader) -> Json:
    try:
        return read(given)
    except FieldError as error:
        raise BadRequest(f"can't parse {what}: {error}") from None
