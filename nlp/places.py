"""Which places a text names, by kind: village, road, school, group, side of the village, site."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.place_names import SIDES, ending_of, named
from nlp.synonyms import words_in
from nlp.word_files import words_of

_NUMBER = "[0-9一二三四五六七八九十a-zA-Z]{1,4}"
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_TENS = re.compile("([1-9]?)十([1-9]?)")
_SIDE_OF = "村头边"
_SHORTEST = 2


@dataclass(frozen=True)
class Place:
    """`name` as it stands in the text, numbers in digits."""

    kind: str
    name: str

    @property
    def is_wide(self) -> bool:
        """Whether so much lies in it that two texts may well share it."""
        return self.kind in _kinds("wide")

    def is_one_with(self, other: "Place") -> bool:
        """沟村 may be 磨石沟村 cut short; 东石桥村 is another than 石桥村."""
        if self.kind != other.kind:
            return False
        short, long = sorted((self.core, other.core), key=len)
        if self.kind in _numbered_kinds():
            return short == long
        return long.endswith(short) and long[: len(long) - len(short)] not in frozenset(SIDES)

    @property
    def core(self) -> str:
        """What must agree: 3栋 is 3号楼, 丽景小区 is 丽景新城, but 石桥小学 is not 石桥中学."""
        if self.kind == "side":
            return self.name.strip(_SIDE_OF)
        if self.kind in _numbered_kinds():
            return "".join(sign for sign in self.name if sign.isascii())
        if self.kind in _kinds("loose"):
            _, length = ending_of(self.name)
            return self.name[:-length] if len(self.name) - length >= _SHORTEST else self.name
        return self.name


def places_in(text: str, words: Sequence[str] | None = None) -> frozenset[Place]:
    """`words` are the text's, where it has been cut already."""
    found = [(kind, match.group()) for kind, pattern in _fixed() for match in pattern.finditer(text)]
    found += [(kind, _in_digits(match.group())) for kind, pattern in _numbered() for match in pattern.finditer(text)]
    found += named(words_in(text) if words is None else words)
    return frozenset(Place(kind, name) for kind, name in found)


def shared(first: Iterable[Place], second: Iterable[Place]) -> tuple[Place, ...]:
    """The places that both name, each in its longer form."""
    pairs = [(a, b) for a in first for b in second if a.kind == b.kind and a.is_one_with(b)]
    return tuple(sorted({max(pair, key=lambda place: len(place.name)) for pair in pairs}, key=_by_name))


def apart(first: frozenset[Place], second: frozenset[Place]) -> tuple[Place, ...]:
    """The places that keep two texts apart: of each kind that both name, unless they share one of it."""
    keeping: list[Place] = []
    for kind in {place.kind for place in first} & {place.kind for place in second}:
        of_first = [place for place in first if place.kind == kind]
        of_second = [place for place in second if place.kind == kind]
        if not any(a.is_one_with(b) for a in of_first for b in of_second):
            keeping += {*of_first, *of_second}
    return tuple(sorted(keeping, key=_by_name))


def _by_name(place: Place) -> tuple[str, str]:
    return place.name, place.kind


def _in_digits(name: str) -> str:
    return _TENS.sub(lambda tens: (tens[1] or "1") + (tens[2] or "0"), name.translate(_DIGITS))


@cache
def _kinds(which: str) -> frozenset[str]:
    return frozenset(words_of("places")[which])


@cache
def _numbered_kinds() -> frozenset[str]:
    return frozenset(kind for kind, _ in _numbered())


@cache
def _numbered() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = words_of("places")["kinds"].items()
    words = [(kind, "|".join(how["numbered"])) for kind, how in kinds if "numbered" in how]
    return tuple((kind, re.compile(f"{_NUMBER}(?:{any_of})")) for kind, any_of in words)


@cache
def _fixed() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = words_of("places")["kinds"].items()
    return tuple((kind, re.compile("|".join(how["words"]))) for kind, how in kinds if "words" in how)
