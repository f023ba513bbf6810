"""The telling words of a text."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from math import log
from pathlib import Path

from rapidfuzz import fuzz

from nlp.clauses import beginning_of
from nlp.places import places_in
from nlp.plain import plain
from nlp.rarity import rarity
from nlp.segment import cut
from nlp.synonyms import in_one_word, words_in
from nlp.word_files import words_of

_MOST = 8
_MOST_FOUND_BY = 12
_BEGUN_WITH = 2.0  # what a text begins with tells so much more
_RARE = 6  # what is rarer tells no more: in a letter it may be any word that is seldom written
_ALIKE = 80  # of 100: 低保 and 低保户 are alike, 低保 and 医保 are not
_COMMON_WORDS = Path(__file__).parent / "words" / "common.txt"


def keywords_of(text: str, weighty: Collection[str] = ()) -> tuple[str, ...]:
    """Words of the text in their order, none twice, eight at most: where there are more, those in `weighty` first."""
    words = [word for word in dict.fromkeys(cut(text)) if len(word) > 1 and tells(word)]
    if len(words) > _MOST:
        first = [word for word in words if any(word in heavy or heavy in word for heavy in weighty)]
        words = sorted(_each_once([*first, *words]), key=words.index)
    return tuple(_each_once(words))


def _each_once(words: Iterable[str]) -> list[str]:
    """As many as are kept, none that is another one in another form."""
    kept: list[str] = []
    for word in words:
        if not any(alike(word, other) for other in kept):
            kept.append(word)
        if len(kept) == _MOST:
            break
    return kept


def index_words(text: str) -> tuple[str, ...]:
    """The words by which texts of the same matter find one another, each thing in one word; twelve at most, the most
    telling first. Names of village and town are left out: all that is told there has them."""
    text = in_one_word(plain(text)).strip()
    words = words_in(text)
    wide = " ".join(place.name for place in places_in(text, words) if place.is_wide)
    counts = Counter(word for word in words if tells(word) and word not in wide)
    beginning = beginning_of(text)

    def weight(word: str) -> float:
        return min(rarity(word), _RARE) * (_BEGUN_WITH if word in beginning else 1) * (1 + log(counts[word]))

    return tuple(sorted(counts, key=weight, reverse=True)[:_MOST_FOUND_BY])


def alike(first: str, second: str) -> bool:
    """Whether the two are one word in two forms."""
    return fuzz.ratio(first, second) >= _ALIKE


def tells(word: str) -> bool:
    """Most signs tell too little alone, and common words tell nothing."""
    if len(word) == 1:
        return word in _telling_signs()
    return any(sign.isalnum() for sign in word) and word not in _common_words()


@cache
def _telling_signs() -> frozenset[str]:
    return frozenset(words_of("same_matter")["one_sign"])


@cache
def _common_words() -> frozenset[str]:
    return frozenset(_COMMON_WORDS.read_text(encoding="utf-8").split())
