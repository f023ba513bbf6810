import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.chatserver.formatting.entities import Span, outer_first
from bot.chatserver.formatting.errors import FormattingError
from bot.chatserver.formatting.utf16 import Ruler

# misc.cpp, clean_input_string: controls become spaces; \r, line separators, directional overrides and the
# combining lines that overflow into the neighbours vanish.
_TO_SPACE = [code for code in range(32) if code not in {10, 13}]
_DROPPED = "\r\u2028-\u202e\u0333\u033f\u030a"
_DROPPED_CHARACTER = re.compile(f"[{_DROPPED}]")
_UNCLEAN = re.compile(f"[\x00-\x09\x0b-\x1f{_DROPPED}]")
_SPACES = dict.fromkeys(_TO_SPACE, " ")
# Runs of direction marks slow phones down, so all but the last become a harmless joiner.
_DIRECTION_MARKS = re.compile("[\u200e\u200f]{2,}")
# misc.cpp, is_empty_string: what shows as nothing.
_BLANK = re.compile(
    "[ \n\xa0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc\U000e0000-\U000e007f]*"
)
_EDGE = " \n"


def clean_string(text: str) -> str:
    if _UNCLEAN.search(text):
        text = _DROPPED_CHARACTER.sub("", text.translate(_SPACES))
    return _DIRECTION_MARKS.sub(lambda run: "\u200c" * (len(run[0]) - 1) + run[0][-1], text)


def is_blank(text: str) -> bool:
    return _BLANK.fullmatch(text) is not None


def clean_with_spans(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """The cleaned text and the spans (sorted, nested) over what is left of them."""
    ruler = Ruler(text)
    _check_edges(spans, ruler)
    gone = [ruler.units(match.start()) for match in _DROPPED_CHARACTER.finditer(text)]
    moved = [
        span.moved(span.start - bisect_left(gone, span.start), span.end - bisect_left(gone, span.end)) for span in spans
    ]
    return clean_string(text), [span for span in moved if span.end > span.start]


def trim(text: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Without spaces and empty lines at the end, and at the beginning as far as no entity covers them."""
    text = text.rstrip(_EDGE)
    end = Ruler(text).length
    kept = [span.moved(span.start, min(span.end, end)) for span in spans if span.start < end]
    lead = len(text) - len(text.lstrip(_EDGE))
    if kept:
        lead = min(lead, kept[0].start)
    moved = [span.moved(span.start - lead, span.end - lead) for span in kept]
    return text[lead:], sorted(moved, key=outer_first)


def _check_edges(spans: Sequence[Span], ruler: Ruler) -> None:
    """The fault that a reader going through the text would meet first (clean_input_string_with_entities)."""
    faults = [fault for order, span in enumerate(spans) for fault in _faults(order, span, ruler)]
    if faults:
        raise FormattingError(min(faults)[-1])


def _faults(order: int, span: Span, ruler: Ruler) -> list[tuple[int, int, int, str]]:
    """Each with where it is noticed, ends before beginnings there, inner ends before outer ones."""
    faults = []
    begins = f"entity beginning at UTF-16 offset {span.start}"
    if span.start > ruler.length:
        sentence = f"entity begins after the end of the text at UTF-16 offset {span.start}"
        faults.append((ruler.length + 1, 0, order, sentence))
    elif span.end > ruler.length:
        sentence = f"{begins} ends after the end of the text at UTF-16 offset {span.end}"
        faults.append((ruler.length + 1, 1, -order, sentence))
    if ruler.cuts_a_character(span.start):
        place = ruler.byte(ruler.character(span.start))
        sentence = f"entity begins in a middle of a UTF-16 symbol at byte offset {place}"
        faults.append((span.start + 1, 1, order, sentence))
    if ruler.cuts_a_character(span.end):
        place = ruler.byte(ruler.character(span.end))
        sentence = f"{begins} ends in a middle of a UTF-16 symbol at byte offset {place}"
        faults.append((span.end + 1, 0, -order, sentence))
    return faults
