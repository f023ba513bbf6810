"""What of a text is weighed: runs of one to three signs."""

import re
from collections.abc import Iterable
from functools import lru_cache

LONGEST = 3
_BEGINS, _ENDS = "^", "$"
_DIGITS = re.compile(r"\d+")
_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=4)
def signs_of(text: str) -> frozenset[str]:
    """Of a text in plain writing."""
    return frozenset(runs(smoothed(text)))


def smoothed(text: str) -> str:
    """In small letters, every number 0, and one space for whatever is no word, between ^ and $."""
    return f"{_BEGINS}{_NO_WORD.sub(' ', _DIGITS.sub('0', text.lower())).strip()}{_ENDS}"


def runs(text: str) -> Iterable[str]:
    for length in range(1, LONGEST + 1):
        for place in range(len(text) - length + 1):
            yield text[place : place + length]
