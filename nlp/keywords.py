"""The telling words of a text."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from nlp.segment import cut

_MOST = 8
_ALIKE = 80  # of 100: 低保 and 低保户 are alike, 低保 and 医保 are not
_COMMON_WORDS = Path(__file__).parent / "words" / "common.txt"


def keywords_of(text: str, weighty: Collection[str] = ()) -> tuple[str, ...]:
    """Words of the text in their order, none twice, eight at most: where there are more, those in `weighty` first."""
    words: list[str] = []
    for word in dict.fromkeys(cut(text)):
        if tells(word) and not any(alike(word, other) for other in words):
            words.append(word)
    if len(words) > _MOST:
        kept = sorted(words, key=lambda word: not any(word in heavy or heavy in word for heavy in weighty))[:_MOST]
        words = [word for word in words if word in kept]
    return tuple(words)


def alike(first: str, second: str) -> bool:
    """Whether the two are one word in two forms."""
    return fuzz.ratio(first, second) >= _ALIKE


def tells(word: str) -> bool:
    """One character alone tells too little, and common words tell nothing."""
    return len(word) > 1 and any(sign.isalnum() for sign in word) and word not in _common_words()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_COMMON_WORDS.read_text(encoding="utf-8").split())
