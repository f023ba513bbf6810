"""Entities that a bot gives itself, as they come out of JSON (Client.cpp, get_text_entity)."""

from collections.abc import Mapping

from bot.chatserver.formatting.dates import format_given
from bot.chatserver.formatting.entities import QUOTES, STYLES, Span
from bot.chatserver.formatting.errors import FormattingError
from bot.chatserver.formatting.numbers import exact_int

_BARE = frozenset({*STYLES, *QUOTES, "code"})
# What is found in the text again and therefore not believed.
_FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"})
# Python writes out no number of more than some thousand digits.
_WIDEST_NUMBER = 1024
_Fields = dict[str, str | int]


def read_given(entities: object) -> list[Span]:
    """The spans in UTF-16 units. What is no list at all is ignored, like on the official server."""
    if not isinstance(entities, list):
        return []
    spans = []
    for entity in entities:
        span = _read_entity(entity)
        if span.kind not in _FOUND:
            spans.append(span)
    return spans


def _read_entity(entity: object) -> Span:
    if not isinstance(entity, dict):
        raise _refusal("expected an Object")
    offset, length = _integer(entity, "offset", 32), _integer(entity, "length", 32)
    kind = _string(entity, "type", required=True)
    if not kind:
        raise _refusal("Type is not specified")
    return Span(kind, offset, offset + length, _fields(kind, entity))


def _fields(kind: str, entity: Mapping[str, object]) -> _Fields:
    if kind in _BARE or kind in _FOUND:
        return {}
    if kind == "pre":
        language = _string(entity, "language")
        return {"language": language} if language else {}
    if kind == "text_link":
        return {"url": _string(entity, "url", required=True)}
    if kind == "text_mention":
        return {"user_id": _user_id(entity)}
    if kind == "custom_emoji":
        return {"custom_emoji_id": str(_integer(entity, "custom_emoji_id", 64))}
    if kind == "date_time":
        return _date(entity)
    raise _refusal("Unsupported type specified")


def _user_id(entity: Mapping[str, object]) -> int:
    if "user" not in entity:
        raise _refusal('Can\'t find field "user"')
    user = entity["user"]
    if not isinstance(user, dict):
        raise _refusal('Field "user" must be of type Object')
    return _integer(user, "id", 64)


def _date(entity: Mapping[str, object]) -> _Fields:
    unix_time = _integer(entity, "unix_time", 32)
    letters = format_given(_string(entity, "date_time_format"))
    if letters is None:
        raise _refusal("Invalid date-time format specified")
    return {"unix_time": unix_time, "date_time_format": letters}


def _integer(entity: Mapping[str, object], name: str, bits: int) -> int:
    """A number, or a string that is one; a fraction is never one, not even 1.0 (JsonBuilder.cpp)."""
    if name not in entity:
        raise _refusal(f'Can\'t find field "{name}"')
    value = entity[name]
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise _refusal(f'Field "{name}" must be a Number')
    fits = isinstance(value, int) and value.bit_length() <= bits
    number = exact_int(str(value), bits) if fits or isinstance(value, str) else None
    if number is None:
        raise _refusal(f'Field "{name}" must be a valid Number')
    return number


def _string(entity: Mapping[str, object], name: str, *, required: bool = False) -> str:
    if name not in entity:
        if required:
            raise _refusal(f'Can\'t find field "{name}"')
        return ""
    value = entity[name]
    too_long = isinstance(value, int) and value.bit_length() > _WIDEST_NUMBER
    if isinstance(value, bool) or too_long or not isinstance(value, (int, float, str)):
        raise _refusal(f'Field "{name}" must be of type String')
    return value if isinstance(value, str) else repr(value)


def _refusal(sentence: str) -> FormattingError:
    return FormattingError(f"can't parse MessageEntity: {sentence}")
