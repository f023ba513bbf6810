from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, NotRequired, TypedDict, cast

from bot.chatserver.formatting.utf16 import Ruler


class Entity(TypedDict):
    """A MessageEntity as the Bot API sends it, with one exception: a text_mention carries the `user_id` alone.

    The caller, who knows the users, puts the `user` object in its place, or drops the entity of an unknown user.
    """

    type: str
    offset: int
    length: int
    url: NotRequired[str]
    user_id: NotRequired[int]
    language: NotRequired[str]
    custom_emoji_id: NotRequired[str]
    unix_time: NotRequired[int]
    date_time_format: NotRequired[str]


@dataclass(frozen=True)
class Formatted:
    """What a message shows: offsets and lengths count UTF-16 code units, entities are sorted and nest cleanly."""

    text: str
    entities: tuple[Entity, ...]


STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
# The kinds that hold no other entity (MessageEntity.cpp, get_pre_entities_mask).
SEALED = frozenset({"code", "pre", "date_time"})

# Which of two entities over the same text stands outside (MessageEntity.cpp, get_type_priority).
_FOUND_PRIORITY = 50
_PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "date_time": 30,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}

_NOTHING: Mapping[str, str | int] = {}


class Span(NamedTuple):
    """An entity at work: `fields` are its further Bot API fields."""

    kind: str
    start: int
    end: int
    fields: Mapping[str, str | int] = _NOTHING

    def moved(self, start: int, end: int) -> "Span":
        return self._replace(start=start, end=end)

    def as_entity(self) -> Entity:
        place = {"type": self.kind, "offset": self.start, "length": self.end - self.start}
        return cast("Entity", {**place, **self.fields})


def outer_first(span: Span) -> tuple[int, int, int]:
    priority = _PRIORITY.get(span.kind, _FOUND_PRIORITY)
    if span.kind == "pre" and "language" in span.fields:
        priority = 10
    return span.start, -span.end, priority


def in_units(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans, counted in characters so far, in UTF-16 units and in order."""
    ruler = Ruler(text)
    return sorted((span.moved(ruler.units(span.start), ruler.units(span.end)) for span in spans), key=outer_first)
