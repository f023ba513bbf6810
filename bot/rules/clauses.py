"""People's own words, cut and never rephrased: whatever comes out stands in the text as it is."""

import re
from collections.abc import Sequence

_ENDS = r"[\s,。、;:!?…,.;:!?]"
_CLAUSE = re.compile(rf"(?:(?!{_ENDS}).)+", re.DOTALL)
_MORE = "…"
_TOO_SHORT_TO_TELL = 4


def title_of(text: str, keywords: Sequence[str], longest: int = 16) -> str:
    """The most telling clause: the one that holds the weightiest keywords (given weightiest first)."""
    clauses: list[str] = _CLAUSE.findall(text)
    if not clauses:
        return ""
    telling = max(clauses, key=lambda clause: _weight(clause, keywords))
    if not _weight(telling, keywords):
        telling = next((clause for clause in clauses if len(clause) >= _TOO_SHORT_TO_TELL), clauses[0])
    return _around(telling, keywords, longest)


def _weight(clause: str, keywords: Sequence[str]) -> int:
    return sum(len(keywords) - place for place, word in enumerate(keywords) if word in clause)


def _around(clause: str, keywords: Sequence[str], longest: int) -> str:
    """The clause, or a piece of it that begins early enough to hold its weightiest keyword."""
    if len(clause) <= longest:
        return clause
    word = next((word for word in keywords if word in clause), "")
    end = max(longest, min(len(clause), clause.find(word) + len(word)))
    start = end - longest
    return (_MORE if start else "") + clause[start:end] + (_MORE if end < len(clause) else "")


def opening_of(text: str, longest: int = 40) -> str:
    """The text's beginning up to the end of a clause, with … where more follows."""
    text = text.strip()
    if len(text) <= longest:
        return text
    ends = [found.end() for found in _CLAUSE.finditer(text) if found.end() <= longest]
    return text[: ends[-1] if ends else longest] + _MORE
