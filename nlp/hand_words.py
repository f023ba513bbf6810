"""The hand-written words of the county's categories, and what they weigh in a text."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import log1p

from nlp.county_words import book
from nlp.phrases import Hit, Phrasebook

Shares = Mapping[str, Mapping[str, float]]  # by category the words of a text

_TOPIC = 30  # people say at once what it is about: words that begin so early count more
_EARLY = 1.5
_DOUBT = 3.0  # as if every text had so much weight for some category that the words do not know


def shares_of(text: str) -> Shares:
    """By category the hand-written words that the text has, and their shares of 1."""
    scores = _scores(book(), text)
    total = sum(sum(words.values()) for words in scores.values()) + _DOUBT
    return {category: {word: weight / total for word, weight in words.items()} for category, words in scores.items()}


def weight_of(text: str) -> float:
    """How much the text tells of whatever category."""
    return max((sum(words.values()) for words in _scores(book(), text).values()), default=0.0)


def weights_of(text: str) -> dict[str, float]:
    """The text's words of whatever category, and the most that each weighs."""
    weights: dict[str, float] = {}
    for hit, weight in _hits(book(), text):
        word = text[hit.start : hit.end]
        weights[word] = max(weight, weights.get(word, 0.0))
    return weights


@lru_cache(maxsize=4)
def _scores(words: Phrasebook, text: str) -> dict[str, dict[str, float]]:
    """By category the words of the text and what each weighs there; a repeated word weighs little more."""
    hits = list(_hits(words, text))
    counts = Counter(text[hit.start : hit.end] for hit, _ in hits)
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for hit, weight in hits:
        word = text[hit.start : hit.end]
        early = _EARLY if hit.start < _TOPIC else 1.0
        scores[hit.label].setdefault(word, weight * early * (1 + log1p(counts[word] - 1) / 2))
    return scores


def _hits(words: Phrasebook, text: str) -> Iterator[tuple[Hit, float]]:
    found = words.find(text)
    longest = sorted(found, key=lambda hit: (hit.start, -hit.end))
    end = begin = 0
    for hit in longest:
        if hit.end > end:
            begin, end = hit.start, hit.end
        elif (hit.start, hit.end) != (begin, end):
            continue
        category, _, weight = hit.label.partition("/")
        yield Hit(category, hit.start, hit.end), float(weight)
