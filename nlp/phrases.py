"""Phrases of the word files, found in a text.

A phrase is words with gaps: `墙|房…要倒|塌` is 墙 or 房, then within ten signs of the same sentence 要倒 or 塌.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

_GAP = 10
_SENTENCE_ENDS = "。!?;\n"

Place = frozenset[str]
Occurrences = Mapping[str, list[int]]


@dataclass(frozen=True)
class Hit:
    """`label` says what the phrase stands for; the hit is text[start:end]."""

    label: str
    start: int
    end: int


class Phrasebook:
    """Phrases by label. Only those whose first word a text has are tried on it."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._phrases = [(label, _places(phrase)) for label, of_label in phrases.items() for phrase in of_label]
        self._scan = Scan(word for _, places in self._phrases for place in places for word in place)
        self._beginning: dict[str, list[int]] = defaultdict(list)
        for number, (_, places) in enumerate(self._phrases):
            for word in places[0]:
                self._beginning[word].append(number)

    def find(self, text: str) -> list[Hit]:
        """All hits, by place, then by label in the order of the file."""
        found = self._scan.words(text)
        numbers = sorted({number for word in found for number in self._beginning.get(word, ())})
        looked_up: dict[Place, list[tuple[int, int]]] = {}
        hits = []
        for number in numbers:
            label, places = self._phrases[number]
            hits += [Hit(label, start, end) for start, end in _spans(places, text, found, looked_up)]
        return sorted(hits, key=lambda hit: hit.start)


class Scan:
    """Finds many words in one pass."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._automaton = AhoCorasick(self._words)

    def words(self, text: str) -> Occurrences:
        """Every word of them that the text has, with its places."""
        found: dict[str, list[int]] = {}
        for number, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found.setdefault(self._words[number], []).append(start)
        return found


def _places(phrase: str) -> tuple[Place, ...]:
    """Raises ValueError where a phrase would match anything."""
    places = tuple(frozenset(place.split("|")) for place in phrase.split("…"))
    if "" in frozenset().union(*places):
        raise ValueError(f"The phrase {phrase!r} has an empty word; take away a | or … too many.")
    return places


def _spans(
    places: tuple[Place, ...], text: str, found: Occurrences, looked_up: dict[Place, list[tuple[int, int]]]
) -> Iterator[tuple[int, int]]:
    """Where the first word begins and the last ends, each time by the nearest words, the longest of those."""
    for place in places:
        if place not in looked_up:
            looked_up[place] = sorted(
                ((start, start + len(word)) for word in place for start in found.get(word, ())),
                key=lambda span: (span[0], -span[1]),
            )
        if not looked_up[place]:
            return
    for start, end in looked_up[places[0]]:
        last: int | None = end
        for place in places[1:]:
            last = _next_end(looked_up[place], text, last) if last is not None else None
        if last is not None:
            yield start, last


def _next_end(words: list[tuple[int, int]], text: str, after: int) -> int | None:
    for start, end in words:
        if after <= start <= after + _GAP:
            return None if any(sign in _SENTENCE_ENDS for sign in text[after:start]) else end
    return None
