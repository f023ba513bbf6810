"""The marks of MarkdownV2 and what stands behind them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bot.chatserver.formatting.errors import FormattingError
from bot.chatserver.formatting.links import date_in, emoji_in
from bot.chatserver.formatting.markup import Output, byte_offset, refusal

# The longer mark first.
_OPENING = (
    ("__", "underline"),
    ("_", "italic"),
    ("*", "bold"),
    ("~", "strikethrough"),
    ("||", "spoiler"),
    ("[", "text_link"),
    ("![", "custom_emoji"),
    ("```", "pre"),
    ("`", "code"),
)
_CLOSING = {kind: mark for mark, kind in _OPENING} | {"text_link": "]", "custom_emoji": "]"}
# How the official server calls the kinds in its errors.
_NAMES = {
    "underline": "Underline",
    "italic": "Italic",
    "bold": "Bold",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "pre": "Pre",
    "code": "Code",
    "blockquote": "BlockQuote",
}
_URL = re.compile(r"(?:\\[\x01-\x7e]|[^)])*+")
_ESCAPED = re.compile(r"\\([\x01-\x7e])")


class OpenEntity(NamedTuple):
    """An entity whose mark stands at `at` in the source and whose text begins at `start` in the output."""

    kind: str
    at: int
    start: int
    fields: Mapping[str, str]


def opening_mark(text: str, place: int) -> tuple[str, str]:
    """The mark at place and the kind that it begins; every other reserved character must be escaped."""
    for mark, kind in _OPENING:
        if text.startswith(mark, place):
            return mark, kind
    raise reserved(text[place])


def closing_mark(kind: str, text: str, place: int) -> str | None:
    mark = _CLOSING.get(kind)
    if mark is None or not text.startswith(mark, place):
        return None
    return None if kind == "italic" and text.startswith("__", place) else mark


def cover_marked(opened: OpenEntity, text: str, place: int, output: Output) -> int:
    """Adds the entity whose closing mark ends at place; where the text goes on."""
    if opened.kind == "text_link":
        return _cover_link(opened, text, place, output)
    if opened.kind == "custom_emoji":
        return _cover_inline(opened, text, place, output)
    output.cover(opened.kind, opened.start, **opened.fields)
    return place


def reserved(character: str) -> FormattingError:
    return refusal(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")


def unended(opened: OpenEntity, text: str) -> FormattingError:
    name = "PreCode" if opened.fields else _NAMES[opened.kind]
    return refusal(f"Can't find end of {name} entity at byte offset {byte_offset(text, opened.at)}")


def _cover_link(opened: OpenEntity, text: str, place: int, output: Output) -> int:
    if text.startswith("(", place):
        link, place = _read_url(text, place + 1)
    else:
        link = output.written_since(opened.start)
    output.cover_link(opened.start, link)
    return place


def _cover_inline(opened: OpenEntity, text: str, place: int, output: Output) -> int:
    if not text.startswith("(", place):
        raise refusal("The entity must contain a tg://emoji or tg://time URL")
    link, place = _read_url(text, place + 1)
    emoji, date = emoji_in(link), date_in(link)
    if emoji is not None:
        output.cover("custom_emoji", opened.start, custom_emoji_id=str(emoji))
    elif date is not None:
        output.cover("date_time", opened.start, unix_time=date[0], date_time_format=date[1])
    else:
        raise refusal("Invalid tg://emoji or tg://time URL specified")
    return place


def _read_url(text: str, begin: int) -> tuple[str, int]:
    found = _URL.match(text, begin)
    end = begin if found is None else found.end()
    if not text.startswith(")", end):
        raise refusal(f"Can't find end of a URL at byte offset {byte_offset(text, begin)}")
    return _ESCAPED.sub(r"\1", text[begin:end]), end + 1
