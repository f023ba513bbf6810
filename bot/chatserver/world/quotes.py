"""Quotes: the part of a message that a reply is about."""

from collections.abc import Iterator, Sequence

from bot.chatserver.models import Json, Message

QUOTE_LIMIT = 1024
# The only formatting that a quote keeps, and must share with the original (Bot API, ReplyParameters.quote).
KEPT = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"})


def find_quote(original: Message, text: str, entities: Sequence[Json], position: int) -> Json | None:
    """The TextQuote of this exact part of the original, nearest to `position` (UTF-16 units); None if it has none."""
    whole = text_of(original).encode("utf-16-le")
    part = text.encode("utf-16-le")
    if len(part) > 2 * QUOTE_LIMIT:
        return None
    wanted = _kept(entities, 0, len(part) // 2)
    marked = entities_of(original)
    found = [at for at in _places(whole, part) if _kept(marked, at, len(part) // 2) == wanted]
    if not found:
        return None
    at = min(found, key=lambda place: abs(place - position))
    return _quote(text, wanted, at) | {"is_manual": True}


def quote_part(original: Message, text: str) -> Json | None:
    """The TextQuote of the first place where the original says this, formatted as it is there."""
    part = text.encode("utf-16-le")
    at = next(_places(text_of(original).encode("utf-16-le"), part), None)
    if at is None or not 0 < len(part) <= 2 * QUOTE_LIMIT:
        return None
    return _quote(text, _kept(entities_of(original), at, len(part) // 2), at) | {"is_manual": True}


def quote_start(original: Message) -> Json | None:
    """The quote that Telegram makes by itself when the original stands in another chat."""
    text = text_of(original).encode("utf-16-le")[: 2 * QUOTE_LIMIT].decode("utf-16-le", "ignore")
    length = len(text.encode("utf-16-le")) // 2
    return _quote(text, _kept(entities_of(original), 0, length), 0) if text else None


def text_of(message: Message) -> str:
    text: str = message.content.get("text") or message.content.get("caption") or ""
    return text


def entities_of(message: Message) -> list[Json]:
    entities: list[Json] = message.content.get("entities") or message.content.get("caption_entities") or []
    return entities


def _quote(text: str, entities: list[Json], position: int) -> Json:
    return {"text": text, "position": position} | ({"entities": entities} if entities else {})


def _places(whole: bytes, part: bytes) -> Iterator[int]:
    at = whole.find(part)
    while at >= 0:
        if at % 2 == 0:
            yield at // 2
        at = whole.find(part, at + 1)


def _kept(entities: Sequence[Json], start: int, length: int) -> list[Json]:
    """The quotable entities within the part, cut at its ends and counted from its start."""
    kept = []
    for entity in entities:
        begin = max(entity["offset"], start)
        end = min(entity["offset"] + entity["length"], start + length)
        if entity["type"] in KEPT and begin < end:
            kept.append(entity | {"offset": begin - start, "length": end - begin})
    return kept
