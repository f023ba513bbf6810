"""What a text says: the one function that the service asks."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.segment import cut
from nlp.similarity import alike

_MOST = 8
_COMMON_WORDS = Path(__file__).parent / "words" / "common.txt"


@dataclass(frozen=True)
class Reading:
    """Values only. `keywords` are words of the text itself, in their order, none twice, eight at most."""

    keywords: tuple[str, ...]


def read(text: str) -> Reading:
    keywords: list[str] = []
    for word in cut(text):
        if _tells(word) and not any(alike(word, other) for other in keywords):
            keywords.append(word)
    return Reading(tuple(keywords[:_MOST]))


def warm_up() -> None:
    """Load what the first reading would wait for."""
    read("")


def _tells(word: str) -> bool:
    """One character alone tells too little, and common words tell nothing."""
    return len(word) > 1 and any(sign.isalnum() for sign in word) and word not in _common_words()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_COMMON_WORDS.read_text(encoding="utf-8").split())
