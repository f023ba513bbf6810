"""One button of a keyboard: which kind it is, and whether it may be (Client.cpp:9458-9695, ReplyMarkup.cpp:464-727)."""

from typing import Any

from bot.chatserver.botapi.fields import FieldError, Fields
from bot.chatserver.botapi.links import linked_user, read_link
from bot.chatserver.errors import BadRequest
from bot.chatserver.formatting.clean import clean_string
from bot.chatserver.models import Chat, Json

DATA_LIMIT = 64
COPY_LIMIT = 256
STYLES = frozenset({"primary", "danger", "success"})
_ASKED = ("request_users", "request_user", "request_chat", "request_managed_bot")
# What this server has nothing to do with, and how Telegram's servers refuse a bot that may not use it.
_REFUSED = {
    "callback_game": "BUTTON_TYPE_INVALID",
    "pay": "BUTTON_TYPE_INVALID",
    "switch_inline_query": "BOT_INLINE_DISABLED",
    "switch_inline_query_chosen_chat": "BOT_INLINE_DISABLED",
    "switch_inline_query_current_chat": "BOT_INLINE_DISABLED",
    "login_url": "BOT_DOMAIN_INVALID",
}


def inline_button(given: Any, chat: Chat) -> Json:  # noqa: ANN401 -- whatever JSON holds
    if not isinstance(given, dict):
        raise FieldError("InlineKeyboardButton must be an Object")
    fields = Fields(given)
    shown = _face(fields)
    return shown | _inline_kind(fields, chat) if shown["text"] else shown


def reply_button(given: Any, chat: Chat) -> Json:  # noqa: ANN401
    if isinstance(given, str):
        return {"text": clean_string(given)}
    if not isinstance(given, dict):
        raise FieldError("KeyboardButton must be a String or an Object")
    fields = Fields(given)
    return _face(fields) | _reply_kind(fields, chat)


def _face(fields: Fields) -> Json:
    shown: Json = {"text": clean_string(fields.required_text("text"))}
    if icon := fields.text("icon_custom_emoji_id"):
        if not icon.isdecimal():
            raise FieldError('Field "icon_custom_emoji_id" must be a valid Number')
        shown["icon_custom_emoji_id"] = icon
    style = fields.text("style").lower()
    if style not in STYLES | {"", "default"}:
        raise FieldError("invalid button style specified")
    return shown | ({"style": style} if style in STYLES else {})


def _inline_kind(fields: Fields, chat: Chat) -> Json:
    if url := fields.text("url"):
        user = linked_user(url)
        return {"url": f"tg://user?id={user}" if user else read_link(url, "Inline keyboard button")}
    if data := fields.text("callback_data"):
        if len(data.encode()) > DATA_LIMIT:
            raise BadRequest("BUTTON_DATA_INVALID")
        return {"callback_data": data}
    for name, refusal in _REFUSED.items():
        if name in fields:
            raise BadRequest(refusal)
    if "web_app" in fields:
        return _web_app(fields, "Inline keyboard button Web App", allowed=chat.kind == "private")
    if "copy_text" in fields:
        return _copy_text(fields)
    raise FieldError("Text buttons are unallowed in the inline keyboard")


def _copy_text(fields: Fields) -> Json:
    copied = clean_string(fields.object("copy_text").required_text("text"))
    if not 1 <= len(copied) <= COPY_LIMIT:
        raise BadRequest("BUTTON_COPY_TEXT_INVALID")
    return {"copy_text": {"text": copied}}


def _reply_kind(fields: Fields, chat: Chat) -> Json:
    private = chat.kind == "private"
    if fields.flag("request_phone_number") or fields.flag("request_contact"):
        return _only_in_private("request_contact", "phone number", private=private)
    if fields.flag("request_location"):
        return _only_in_private("request_location", "location", private=private)
    if "request_poll" in fields:
        kind = fields.object("request_poll").text("type")
        poll: Json = {"type": kind} if kind in {"quiz", "regular"} else {}
        return _only_in_private("request_poll", "poll", private=private, value=poll)
    if "web_app" in fields:
        return _web_app(fields, "Keyboard button Web App", allowed=private)
    for name in _ASKED:
        if name in fields:
            asked = fields.object(name).required_integer("request_id")
            return _only_in_private(name, "users and chats", private=private, value={"request_id": asked})
    return {}


def _only_in_private(name: str, what: str, *, private: bool, value: object = True) -> Json:
    if not private:
        raise BadRequest(f"{what} can be requested in private chats only")
    return {name: value}


def _web_app(fields: Fields, what: str, *, allowed: bool) -> Json:
    url = fields.object("web_app").required_text("url")
    if not allowed:
        raise BadRequest("BUTTON_TYPE_INVALID")
    if linked_user(url):
        raise BadRequest("link to a user can't be used in Web App URL buttons")
    return {"web_app": {"url": read_link(url, what, only_https=True)}}
