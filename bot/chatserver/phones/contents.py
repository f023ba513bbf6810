"""What a phone says, as the content of a message."""

import math

from bot.chatserver.formatting import FormattingError, format_text, utf16_length
from bot.chatserver.formatting.clean import is_blank
from bot.chatserver.models import Json
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.world.media import throw_dice

MAX_TEXT = 4_096
MAX_CAPTION = 1_024
MAX_NAME = 64


def read_content(body: Json, user_id: int) -> Json:
    """A place, a contact, a die or a text.

    :raises Refusal: it is broken, empty or too long.
    """
    if body.get("location") is not None:
        return {"location": _place(body["location"])}
    if body.get("dice") is not None:
        return throw_dice(str(body["dice"]))
    if body.get("contact") is not None:
        return {"contact": _contact(body["contact"], user_id)}
    return read_text(body)


def read_text(body: Json) -> Json:
    text, entities = _formatted(body.get("text"), MAX_TEXT)
    if is_blank(text):
        raise Refusal(400, "消息是空的。")
    return {"text": text} | ({"entities": entities} if entities else {})


def read_caption(body: Json) -> Json:
    text, entities = _formatted(body.get("caption"), MAX_CAPTION)
    if is_blank(text):
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def _formatted(given: object, limit: int) -> tuple[str, list[Json]]:
    """People type no formatting, but names, tags, commands and addresses are found."""
    try:
        formatted = format_text(given if isinstance(given, str) else "")
    except FormattingError:
        formatted = None
    if formatted is None or utf16_length(formatted.text) > limit:
        raise Refusal(400, f"这条消息太长了,一条最多 {limit} 个字,请分成几条发。")
    return formatted.text, [dict(entity) for entity in formatted.entities]


def _place(given: object) -> Json:
    place = given if isinstance(given, dict) else {}
    latitude, longitude = place.get("latitude"), place.get("longitude")
    if not (_within(latitude, 90) and _within(longitude, 180)):
        raise Refusal(400, "这个位置不对。")
    return {"latitude": latitude, "longitude": longitude}


def _within(value: object, limit: float) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and abs(value) <= limit


def _contact(given: object, user_id: int) -> Json:
    contact = given if isinstance(given, dict) else {}
    number, name = contact.get("phone_number"), contact.get("first_name")
    if not (_short(number) and _short(name)):
        raise Refusal(400, "这个电话号码不对。")
    return {"phone_number": number, "first_name": name, "user_id": user_id}


def _short(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= MAX_NAME
