"""Names, houses and diagnoses as the learnt tagger finds them, by what stands around and what other finders say."""

from collections.abc import Iterator, Sequence

from nlp.clues import clues_in
from nlp.finders.full_names import full_names_in
from nlp.finders.name_words import is_in_office, name_words
from nlp.layers import layers_of
from nlp.spans import Sensitive, Span
from nlp.tagging import Tagger, tagger

LEARNT = (Sensitive.NAME, Sensitive.HOUSE, Sensitive.DIAGNOSIS)
"""What the tagger looks for; what other finders say of these stands, and is a clue besides."""
_MARK = "〔"
_ALMOST = 2.5  # points of what may be a full name


def learnt_in(text: str, found: Sequence[Span], by: Tagger | None = None) -> Iterator[Span]:
    """`found`: by all other finders. Marks and officials in office are left alone."""
    for span in (by or tagger()).spans(clues_of(text, found)):
        official = span.kind == Sensitive.NAME and is_in_office(name_words(), text, span.start, span.end)
        if not official and _MARK not in text[span.start : span.end] and not _in_mark(text, span.start):
            yield span


def clues_of(text: str, found: Sequence[Span]) -> Iterator[tuple[str, ...]]:
    return clues_in(layers_of(text, found, full_names_in(text, _ALMOST)))


def _in_mark(text: str, place: int) -> bool:
    return text.rfind(_MARK, 0, place) > text.rfind("〕", 0, place)
