"""What is compared of a text; made once for a text that is compared with many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nlp.categories import category_of
from nlp.clauses import CHAT_LINE, beginning_of
from nlp.keywords import tells
from nlp.places import Place, places_in
from nlp.plain import plain
from nlp.rarity import RAREST, rarity
from nlp.synonyms import in_one_word, words_in
from nlp.things import Things, things_in, troubles_in

Words = Mapping[str, int]


@dataclass(frozen=True)
class Part:
    """`words` are those that tell, with their rarity, without the names of village and town: they are the same all
    over it. `names` are the rarest of them and those that name a place; `matter` are the others. `pairs` are the
    signs that stand together, by which a name is found whichever way it was cut."""

    words: Words
    matter: Words
    names: Words
    pairs: frozenset[str]
    places: frozenset[Place]
    things: Things


@dataclass(frozen=True)
class Told(Part):
    """`text` is plain and in one word for each thing; `categories` are the likeliest and its runner-up; `begins` is
    what is said first, in letters the subject; `troubles` are told of chat lines alone."""

    text: str
    categories: tuple[str, str]
    begins: Part
    troubles: frozenset[str]

    @property
    def is_short(self) -> bool:
        return len(self.text) <= CHAT_LINE


def told(text: str) -> Told:
    text = in_one_word(plain(text)).strip()
    guess, whole, beginning = category_of(text), _part(text), beginning_of(text)
    categories = guess.category, guess.runner_up or guess.category
    begins = whole if beginning == text else _part(beginning)
    return Told(**vars(whole), text=text, categories=categories, begins=begins, troubles=troubles_in(beginning))


def _part(text: str) -> Part:
    cut = words_in(text)
    places = places_in(text, cut)
    words = _telling(cut, places)
    named = " ".join(place.name for place in places)
    names = {word: weight for word, weight in words.items() if weight == RAREST or word in named}
    matter = {word: weight for word, weight in words.items() if word not in names}
    return Part(words, matter, names, _pairs(text), places, things_in(text))


def _telling(words: Sequence[str], places: frozenset[Place]) -> Words:
    wide = " ".join(place.name for place in places if place.is_wide)
    return {word: rarity(word) for word in words if tells(word) and word not in wide}


def _pairs(text: str) -> frozenset[str]:
    return frozenset(one + next_ for one, next_ in pairwise(text) if one.isalnum() and next_.isalnum())
