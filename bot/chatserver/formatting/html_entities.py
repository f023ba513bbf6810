from collections.abc import Callable, Mapping, Sequence

from bot.chatserver.formatting.dates import format_in_markup
from bot.chatserver.formatting.entities import Span
from bot.chatserver.formatting.html_tags import KINDS, StartTag
from bot.chatserver.formatting.markup import Output, refusal
from bot.chatserver.formatting.numbers import exact_int, leading_int


def cover_tag(tag: StartTag, start: int, output: Output) -> None:
    """Adds the entity of a tag that closes here and holds some text."""
    special = _SPECIAL.get(tag.name)
    if special is None:
        output.cover(KINDS[tag.name], start)
    else:
        special(tag.attributes, start, output)


def without_hints(spans: Sequence[Span]) -> list[Span]:
    """Only a pre has a language; a code had it as a hint for the pre around it."""
    return [Span(span.kind, span.start, span.end) if span.kind == "code" else span for span in spans]


def _link(attributes: Mapping[str, str], start: int, output: Output) -> None:
    output.cover_link(start, attributes.get("href") or output.written_since(start))


def _pre(_attributes: Mapping[str, str], start: int, output: Output) -> None:
    inner = _same_text("code", start, output)
    if inner is not None and inner.fields:
        output.spans[-1] = Span("pre", start, inner.end, inner.fields)
    else:
        output.cover("pre", start)


def _code(attributes: Mapping[str, str], start: int, output: Output) -> None:
    name = attributes.get("class", "")
    hint = {"language": name[9:]} if name.startswith("language-") and len(name) > 9 else {}
    inner = _same_text("pre", start, output)
    if inner is not None and hint and not inner.fields:
        output.spans[-1] = Span("pre", start, inner.end, hint)
    else:
        output.cover("code", start, **hint)


def _quote(attributes: Mapping[str, str], start: int, output: Output) -> None:
    output.cover("expandable_blockquote" if "expandable" in attributes else "blockquote", start)


def _emoji(attributes: Mapping[str, str], start: int, output: Output) -> None:
    number = exact_int(attributes.get("emoji-id", ""), 64)
    if not number:
        raise refusal("Invalid custom emoji identifier specified")
    output.cover("custom_emoji", start, custom_emoji_id=str(number))


def _date(attributes: Mapping[str, str], start: int, output: Output) -> None:
    letters = format_in_markup(attributes.get("format", ""))
    if letters is None:
        raise refusal("Invalid date format used")
    unix_time = leading_int(attributes.get("unix", ""))
    if unix_time > 0:
        output.cover("date_time", start, unix_time=unix_time, date_time_format=letters)


def _same_text(kind: str, start: int, output: Output) -> Span | None:
    last = output.spans[-1] if output.spans else None
    return last if last and (last.kind, last.start, last.end) == (kind, start, output.length) else None


_SPECIAL: dict[str, Callable[[Mapping[str, str], int, Output], None]] = {
    "a": _link,
    "pre": _pre,
    "code": _code,
    "blockquote": _quote,
    "tg-emoji": _emoji,
    "tg-time": _date,
}
