"""Whether two appeals tell of the same matter, and which keywords and places say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from nlp import places, things
from nlp.places import Place
from nlp.rarity import rarity
from nlp.told import Told, told
from nlp.traits import traits_of
from nlp.word_files import words_of

__all__ = ["Likeness", "Told", "likeness", "told"]

_SAME = 0.5
_ANOTHER = 0.3  # at most so alike are texts about different places or things
_ITSELF = 1.0
_MAY_BE = 0.4  # at least so alike is what names nothing but what the other tells: 低保的事咋样了
_KEYWORDS = 8


@dataclass(frozen=True)
class Likeness:
    """`score` of 0 to 1. `keywords` (the rarest first, eight at most) and `places` are what both tell, each thing in
    one word; `apart` are the places and things that keep them apart."""

    score: float
    keywords: tuple[str, ...]
    places: tuple[str, ...]
    apart: tuple[str, ...]

    @property
    def same_matter(self) -> bool:
        """A reason to ask or to offer, never to merge by itself."""
        return self.score >= _SAME


def likeness(first: Told, second: Told) -> Likeness:
    both = places.shared(first.places, second.places)
    score = max(_score(traits_of(first, second, both)), _at_least(first, second))
    keeping = _keeping_apart(first, second)
    if keeping:
        score = min(score, _ANOTHER)
    names = tuple(dict.fromkeys(place.name for place in both))
    return Likeness(round(score, 3), _keywords(first, second, both), names, keeping)


def _at_least(first: Told, second: Told) -> float:
    if first.words and first.text == second.text:
        return _ITSELF
    fewer, more = sorted((first.words.keys(), second.words.keys()), key=len)
    return _MAY_BE if fewer and fewer <= more and first.categories[0] == second.categories[0] else 0.0


def _keeping_apart(first: Told, second: Told) -> tuple[str, ...]:
    """Places and things of which at least one is what a text begins with: letters name others in passing."""
    named = places.apart(first.places, second.places)
    kinds = {place.kind for place in named if place in first.begins.places or place in second.begins.places}
    wanted = things.apart(first.begins.things, second.things)
    if not (wanted and things.apart(first.things, second.begins.things)):
        wanted = ()
    return (*dict.fromkeys(place.name for place in named if place.kind in kinds), *wanted)


def _keywords(first: Told, second: Told, both: tuple[Place, ...]) -> tuple[str, ...]:
    words = first.words.keys() & second.words.keys()
    said = [word for word in words if not any(word in place.name for place in both)]
    return tuple(sorted(said, key=lambda word: (-rarity(word), word))[:_KEYWORDS])


def _score(traits: Mapping[str, float]) -> float:
    """The logistic function of the weighted traits."""
    weights = _weights()
    return 1 / (1 + exp(-weights["bias"] - sum(weights[name] * value for name, value in traits.items())))


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = words_of("same_matter")["weights"]
    return weights
