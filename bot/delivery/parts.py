"""Long texts in parts that the Bot API takes, cut where a reader would pause."""

import re

LONGEST = 4096  # UTF-16 units (telegram.md §1.2)
# The lines that mark a copy are put before a part when it is sent again.
_ROOM = 64
_BORDERS = (r"\n{2,}", r"\n", r"(?<=[。!?;.!?;])", r"(?<=[,、, ])")


def split(text: str, longest: int = LONGEST - _ROOM) -> list[str]:
    """At borders of paragraphs where there are any, else of lines, sentences, clauses; nothing is lost but the white
    space at a border."""
    parts = []
    while _units(text) > longest:
        end = _border(text, longest)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*parts, text]


def _border(text: str, longest: int) -> int:
    """Where the first part ends: not in its first half, lest there be many small ones."""
    most = _most_signs(text, longest)
    for border in _BORDERS:
        ends = [found.start() for found in re.finditer(border, text[:most])]
        if ends and ends[-1] > most // 2:
            return ends[-1]
    return most


def _most_signs(text: str, longest: int) -> int:
    units = 0
    for place, sign in enumerate(text):
        units += _units(sign)
        if units > longest:
            return place
    return len(text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
