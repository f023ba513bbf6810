"""The hand-written words of the categories: as delivered, and with a county's changes on top."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from bot.rules.words import Weights, WordChange, changed
from nlp.phrases import Phrasebook
from nlp.word_files import words_of


@cache
def delivered() -> Weights:
    """The words of `words/categories.toml`."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for category, by_weight in words_of("categories").items():
        for weight, words in by_weight.items():
            for word in words:
                weights[category].setdefault(word, float(weight))
    return weights


def use_words(changes: Iterable[WordChange]) -> None:
    """From now on this process reads every text with these changes on top of the delivered words, and no others.

    Raises ValueError where a phrase would match anything; then it reads as before.
    """
    global _in_force, _book
    weights = changed(delivered(), changes)
    _in_force, _book = weights, _phrasebook(weights)


def in_force() -> Weights:
    """The words that texts are read by now."""
    return delivered() if _in_force is None else _in_force


def book() -> Phrasebook:
    """They are found by it; a hit's label is `category/weight`."""
    global _book
    if _book is None:
        _book = _phrasebook(in_force())
    return _book


def _phrasebook(weights: Weights) -> Phrasebook:
    labelled: Mapping[str, list[str]] = defaultdict(list)
    for category, words in weights.items():
        for word, weight in words.items():
            labelled[f"{category}/{weight:g}"].append(word)
    return Phrasebook(labelled)


_in_force: Weights | None = None
_book: Phrasebook | None = None
