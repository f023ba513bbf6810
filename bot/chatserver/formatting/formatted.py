from collections.abc import Callable

from bot.chatserver.formatting.admission import admit
from bot.chatserver.formatting.clean import clean_string, clean_with_spans, is_blank, trim
from bot.chatserver.formatting.detect import find_entities
from bot.chatserver.formatting.entities import Formatted, Span
from bot.chatserver.formatting.errors import FormattingError
from bot.chatserver.formatting.fixing import add_found, fix, within_limit
from bot.chatserver.formatting.given import read_given
from bot.chatserver.formatting.html import parse_html
from bot.chatserver.formatting.markdown import parse_markdown
from bot.chatserver.formatting.markdown_v2 import parse_markdown_v2
from bot.chatserver.formatting.markup import Parsed
from bot.chatserver.formatting.numbers import ascii_lower

# Client.cpp, get_formatted_text: before any parsing.
MOST_BYTES = 1 << 15

_PARSERS: dict[str, Callable[[str], Parsed]] = {
    "html": parse_html,
    "markdown": parse_markdown,
    "markdownv2": parse_markdown_v2,
}


def format_text(
    text: str,
    *,
    parse_mode: str | None = None,
    entities: object = None,
    detect: bool = True,
    allow_empty: bool = True,
) -> Formatted:
    """What the official server makes of a text: parsed by the mode or with the given entities, cleaned, trimmed.

    Raises FormattingError. `detect` also finds mentions, tags, commands and addresses. A caption may come out empty;
    a message may not, nor may it show as nothing: pass `allow_empty=False`.
    """
    _check_size(text, "text" if parse_mode else "strings")
    text, spans = _read(text, parse_mode, entities)
    text, spans = _settle(text, admit(spans))
    if not allow_empty and is_blank(text):
        raise FormattingError("text must be non-empty")
    if detect:
        spans = add_found(spans, find_entities(text))
    return Formatted(text, tuple(span.as_entity() for span in spans))


def _check_size(text: str, name: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise FormattingError(f"{name} must be encoded in UTF-8") from None
    if size > MOST_BYTES:
        raise FormattingError("text is too long")


def _read(text: str, parse_mode: str | None, entities: object) -> Parsed:
    mode = ascii_lower(parse_mode or "")
    if not text or mode in {"", "none"}:
        return Parsed(text, read_given(entities))
    if mode not in _PARSERS:
        raise FormattingError("unsupported parse_mode")
    return _PARSERS[mode](text)


def _settle(text: str, spans: list[Span]) -> Parsed:
    """Cleaned, trimmed and nested (MessageEntity.cpp, fix_formatted_text)."""
    if not spans:
        return Parsed(*trim(clean_string(text), ()))
    # Twice: what crossed or touched nothing may do so when the characters between are gone.
    text, spans = clean_with_spans(text, fix(spans))
    return Parsed(*trim(text, within_limit(fix(spans))))
