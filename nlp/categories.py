"""What a text is about, by weighted words; the words are kept, so that a cadre sees what decided."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log1p

from nlp.phrases import Hit, Phrasebook
from nlp.word_files import words_of

OTHER = "other"
_TOPIC = 30  # people say at once what it is about: words that begin so early count more
_EARLY = 1.5
_DOUBT = 3.0  # as if every text had so much weight for some category that the words do not know


@dataclass(frozen=True)
class Guess:
    """`confidence` of 0 to 1; `words` decided, the weightiest first, as they stand in the text."""

    category: str
    confidence: float
    runner_up: str | None
    words: tuple[str, ...]


def category_of(text: str) -> Guess:
    words = _scores(text)
    if not words:
        return Guess(OTHER, 0.0, None, ())
    totals = {category: sum(of_category.values()) for category, of_category in words.items()}
    ranked = sorted(totals, key=lambda category: (-totals[category], category))
    best, runner_up = ranked[0], ranked[1] if len(ranked) > 1 else None
    confidence = totals[best] / (sum(totals.values()) + _DOUBT)
    decided = sorted(words[best], key=lambda word: -words[best][word])
    return Guess(best, round(confidence, 3), runner_up, tuple(decided))


def weight_of(text: str) -> float:
    """How much the text tells of whatever category."""
    return max((sum(words.values()) for words in _scores(text).values()), default=0.0)


def weights_of(text: str) -> dict[str, float]:
    """The text's words of whatever category, and the most that each weighs."""
    weights: dict[str, float] = {}
    for hit, weight in _hits(text):
        word = text[hit.start : hit.end]
        weights[word] = max(weight, weights.get(word, 0.0))
    return weights


def _scores(text: str) -> dict[str, dict[str, float]]:
    """By category the words of the text and what each weighs there; a repeated word weighs little more."""
    hits = list(_hits(text))
    counts = Counter(text[hit.start : hit.end] for hit, _ in hits)
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for hit, weight in hits:
        word = text[hit.start : hit.end]
        early = _EARLY if hit.start < _TOPIC else 1.0
        scores[hit.label].setdefault(word, weight * early * (1 + log1p(counts[word] - 1) / 2))
    return scores


def _hits(text: str) -> Iterator[tuple[Hit, float]]:
    found = _book().find(text)
    longest = sorted(found, key=lambda hit: (hit.start, -hit.end))
    end = begin = 0
    for hit in longest:
        if hit.end > end:
            begin, end = hit.start, hit.end
        elif (hit.start, hit.end) != (begin, end):
            continue
        category, _, weight = hit.label.partition("/")
        yield Hit(category, hit.start, hit.end), float(weight)


@cache
def _book() -> Phrasebook:
    categories = words_of("categories")
    return Phrasebook(
        {
            f"{category}/{weight}": words
            for category, by_weight in categories.items()
            for weight, words in by_weight.items()
        }
    )
