"""Phrases of the word files, found in a text.

A phrase is words with gaps: `墙|房…要倒|塌` is 墙 or 房, then within ten characters of the same sentence 要倒 or 塌.
A sign of its own stands for the edges: `^` before the first word is the text's beginning, `$` after the last its end.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_GAP = "[^。!?;\n]{0,10}?"
_BLANK = "□"


@dataclass(frozen=True)
class Hit:
    """`label` says what the phrase stands for; the hit is text[start:end]."""

    label: str
    start: int
    end: int


class Phrasebook:
    """Phrases by label. Only phrases of which the text has a word in every place are tried on it."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._patterns: list[tuple[str, re.Pattern[str], list[frozenset[str]]]] = []
        literals: set[str] = set()
        for label, of_label in phrases.items():
            for phrase in of_label:
                places = [frozenset(place.strip("^$").split("|")) for place in phrase.split("…")]
                self._patterns.append((label, _compiled(phrase), places))
                literals.update(*places)
        self._scan = Scan(literals)
        self._first: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, places) in enumerate(self._patterns):
            for word in places[0]:
                self._first[word].append(number)

    def find(self, text: str) -> list[Hit]:
        """All hits, by place, then by label in the order of the file."""
        found = {word for word, _ in self._scan.words(text)}
        numbers = sorted({number for word in found for number in self._first.get(word, ())})
        hits = [hit for number in numbers for hit in self._tried(number, text, found)]
        return sorted(hits, key=lambda hit: hit.start)

    def blanked(self, text: str) -> str:
        """The text with every hit made unreadable, as long as before."""
        for hit in self.find(text):
            text = text[: hit.start] + _BLANK * (hit.end - hit.start) + text[hit.end :]
        return text

    def _tried(self, number: int, text: str, found: set[str]) -> Iterator[Hit]:
        label, pattern, places = self._patterns[number]
        if all(not place.isdisjoint(found) for place in places):
            for match in pattern.finditer(text):
                yield Hit(label, match.start(), match.end())


class Scan:
    """Finds many words in one pass."""

    def __init__(self, words: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words, key=len, reverse=True):
            if word:
                by_first[word[0]].append(word)
        self._by_first = dict(by_first)

    def words(self, text: str) -> Iterator[tuple[str, int]]:
        """Every occurrence and its place; of those that begin together the longest first."""
        for place, sign in enumerate(text):
            for word in self._by_first.get(sign, ()):
                if text.startswith(word, place):
                    yield word, place


def _compiled(phrase: str) -> re.Pattern[str]:
    begin, end = "^" * phrase.startswith("^"), "$" * phrase.endswith("$")
    places = phrase.strip("^$").split("…")
    return re.compile(begin + _GAP.join(f"(?:{'|'.join(map(re.escape, place.split('|')))})" for place in places) + end)
