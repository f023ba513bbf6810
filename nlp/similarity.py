"""Whether two appeals tell of the same matter (rapidfuzz), and which keywords and places say so."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from nlp.categories import category_of, weights_of
from nlp.keywords import keywords_of
from nlp.places import Place, apart, places_in
from nlp.plain import plain
from nlp.synonyms import in_one_word

_OF_A_KEYWORD = 2.0  # its weight beside the words of the categories
_SAME = 0.5  # chosen on tests/data/same_matter.toml and the real events, see docs/reading.md
_ANOTHER = 0.3  # at most so alike are texts about different places or of different categories


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
    categories: tuple[str, ...]  # the likeliest and its runner-up
    words: dict[str, float]
    places: frozenset[Place]


def told(text: str) -> Told:
    text = in_one_word(plain(text))
    words = dict.fromkeys(keywords_of(text), _OF_A_KEYWORD) | weights_of(text)
    guess = category_of(text)
    return Told(text, (guess.category, guess.runner_up or guess.category), words, places_in(text))


def likeness(first: Told, second: Told) -> Likeness:
    shared = [word for word in first.words if word in second.words]
    keeping = apart(first.places, second.places)
    score = (_of_words(first, second, shared) + fuzz.token_set_ratio(*_spaced(first, second)) / 100) / 2
    if keeping or not _one_category(first, second):
        score = min(score, _ANOTHER)
    places = sorted(place.name for place in first.places & second.places)
    return Likeness(round(score, 3), tuple(shared), tuple(places), tuple(place.name for place in keeping))


def _one_category(first: Told, second: Told) -> bool:
    return first.categories[0] in second.categories or second.categories[0] in first.categories


def _of_words(first: Told, second: Told, shared: list[str]) -> float:
    weight = sum(first.words[word] + second.words[word] for word in shared)
    total = sum(first.words.values()) + sum(second.words.values())
    return weight / total if total else 0.0


def _spaced(first: Told, second: Told) -> tuple[str, str]:
    return " ".join(first.text), " ".join(second.text)
