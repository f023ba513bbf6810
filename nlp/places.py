"""Which places a text names, by kind: village, road, school, group, side of the village, site."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.segment import cut
from nlp.word_files import words_of

_NUMBER = "[0-9一二三四五六七八九十]{1,4}"
# Cut off before a name: 我们磨石沟村, 在东风路.
_NO_NAME = frozenset("我俺咱们的在到从去和与及是有这那本该每各一条个座村里上下往向出进修全新老把被让给")


@dataclass(frozen=True)
class Place:
    kind: str
    name: str


def places_in(text: str) -> frozenset[Place]:
    found = {Place(kind, match.group()) for kind, pattern in _patterns() for match in pattern.finditer(text)}
    return frozenset(found | set(_named(text)))


def apart(first: frozenset[Place], second: frozenset[Place]) -> tuple[Place, ...]:
    """The places that keep two texts apart: of each kind that both name, unless they share one of it."""
    keeping: list[Place] = []
    for kind in {place.kind for place in first} & {place.kind for place in second}:
        of_first = {place for place in first if place.kind == kind}
        of_second = {place for place in second if place.kind == kind}
        if not any(_one(a.name, b.name) for a in of_first for b in of_second):
            keeping += sorted(of_first | of_second, key=lambda place: place.name)
    return tuple(keeping)


def _one(first: str, second: str) -> bool:
    return first.endswith(second) or second.endswith(first)


def _named(text: str) -> list[Place]:
    """A name is the word, or the two short words, before 村 or 路; jieba often has both as one."""
    places, before = [], ""
    for word in cut(text):
        for kind, endings in _endings():
            if word.endswith(endings) and (name := _name(before, word, endings)):
                places.append(Place(kind, name))
                break
        before = word
    return places


def _name(before: str, word: str, endings: tuple[str, ...]) -> str:
    if word not in endings:
        return word
    known = before.strip() and not any(sign in _NO_NAME for sign in before) and before.isalnum()
    return before + word if known else ""


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    kinds = words_of("places")["kinds"]
    return tuple((kind, tuple(how["ends_in"])) for kind, how in kinds.items() if "ends_in" in how)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = words_of("places")["kinds"].items()
    numbered = [(kind, f"{_NUMBER}(?:{'|'.join(how['numbered'])})") for kind, how in kinds if "numbered" in how]
    words = [(kind, "|".join(how["words"])) for kind, how in kinds if "words" in how]
    return tuple((kind, re.compile(pattern)) for kind, pattern in numbered + words)
