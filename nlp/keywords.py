"""The telling words of a text."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from nlp.segment import cut
from nlp.similarity import alike

_MOST = 8
_COMMON_WORDS = Path(__file__).parent / "words" / "common.txt"


def keywords_of(text: str, weighty: Collection[str] = ()) -> tuple[str, ...]:
    """Words of the text in their order, none twice, eight at most: where there are more, those in `weighty` first."""
    words: list[str] = []
    for word in cut(text):
        if _tells(word) and not any(alike(word, other) for other in words):
            words.append(word)
    if len(words) > _MOST:
        kept = sorted(words, key=lambda word: not any(word in heavy or heavy in word for heavy in weighty))[:_MOST]
        words = [word for word in words if word in kept]
    return tuple(words)


def _tells(word: str) -> bool:
    """One character alone tells too little, and common words tell nothing."""
    return len(word) > 1 and any(sign.isalnum() for sign in word) and word not in _common_words()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_COMMON_WORDS.read_text(encoding="utf-8").split())
