"""Whether two appeals tell of the same matter (rapidfuzz), and which keywords and places say so."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from nlp.categories import category_of, weights_of
from nlp.places import Place, apart, places_in
from nlp.plain import plain
from nlp.synonyms import in_one_word

_ALIKE = 80  # of 100: 低保 and 低保户 are alike, 低保 and 医保 are not
_SAME = 0.45  # chosen on tests/data/same_matter.toml and the real events, see docs/reading.md
_ANOTHER_PLACE = 0.3  # at most so alike are texts about different places


@dataclass(frozen=True)
class Likeness:
    """`score` of 0 to 1; `keywords` and `places` are what both tell, `apart` the places that keep them apart."""

    score: float
    keywords: tuple[str, ...]
    places: tuple[str, ...]
    apart: tuple[str, ...]

    @property
    def same_matter(self) -> bool:
        """A reason to ask or to offer, never to merge by itself."""
        return self.score >= _SAME


@dataclass(frozen=True)
class Told:
    """What is compared of a text; made once for a text that is compared with many."""

    text: str
    category: str
    words: dict[str, float]
    places: frozenset[Place]


def told(text: str) -> Told:
    text = in_one_word(plain(text))
    return Told(text, category_of(text).category, weights_of(text), places_in(text))


def likeness(first: Told, second: Told) -> Likeness:
    shared = [word for word in first.words if word in second.words]
    keeping = apart(first.places, second.places)
    score = (_of_words(first, second, shared) + fuzz.token_set_ratio(*_spaced(first, second)) / 100) / 2
    if keeping or first.category != second.category:
        score = min(score, _ANOTHER_PLACE)
    places = sorted(place.name for place in first.places & second.places)
    return Likeness(round(score, 3), tuple(shared), tuple(places), tuple(place.name for place in keeping))


def alike(first: str, second: str) -> bool:
    """Whether the two are one word in two forms."""
    return fuzz.ratio(first, second) >= _ALIKE


def _of_words(first: Told, second: Told, shared: list[str]) -> float:
    weight = sum(first.words[word] + second.words[word] for word in shared)
    total = sum(first.words.values()) + sum(second.words.values())
    return weight / total if total else 0.0


def _spaced(first: Told, second: Told) -> tuple[str, str]:
    return " ".join(first.text), " ".join(second.text)
