"""Learnt words: lays a message to a label by adding up what its words weigh. Needs no numerical library."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import NamedTuple

from nlp.features import features_of
from nlp.plain import plain

Weights = tuple[int, ...]
Known = tuple[float, Weights]  # how rare a feature is, and what it weighs for each label
ByHand = Mapping[str, Mapping[str, float]]  # for some labels the hand-written words of a text and their shares of 1

_HUNDREDTHS = 0.01
_TELLS = 2  # characters of a shown word: one alone tells a reader too little
_MOST = 8


@dataclass(frozen=True)
class Guess:
    """`confidence` is 0 to 1, and honest: of guesses with 0.8 about eight in ten are right. `words` decided, the
    weightiest first, as they stand in the text. `abstain`: too unsure to be relied on; it is the best guess even so."""

    category: str
    confidence: float
    runner_up: str | None
    words: tuple[str, ...]
    abstain: bool = False


class Hit(NamedTuple):
    """A feature of a text that is known: how much of the text it is, and what it weighs for each label."""

    feature: str
    amount: float
    weights: Weights


@dataclass(frozen=True)
class Dictionary:
    """`tables` go with `nlp.features.Features`, in its order; weights are in hundredths.

    `sharpness` turns scores into confidence, below `threshold` of it a guess abstains, and `hand` is what the
    hand-written words of a text add to its scores, all together.
    """

    labels: tuple[str, ...]
    bias: Weights
    tables: tuple[Mapping[str, Known], ...]
    sharpness: float
    threshold: float
    hand: float = 0.0

    def guess(self, title: str, detail: str, by_hand: ByHand | None = None) -> Guess:
        hits, by_hand = list(self.hits(title, detail)), by_hand or {}
        scores = self.scores(hits, by_hand)
        ranked = sorted(range(len(scores)), key=lambda label: -scores[label])
        best = ranked[0]
        second = self.labels[ranked[1]] if len(ranked) > 1 else None
        confidence = round(confidence_of(scores, self.sharpness), 3)
        adding = {hit.feature: hit.amount * hit.weights[best] * _HUNDREDTHS for hit in hits}
        for word, part in by_hand.get(self.labels[best], {}).items():
            adding[word] = adding.get(word, 0.0) + part * self.hand
        words = tuple(_deciding(adding, plain(f"{title} {detail}")))
        return Guess(self.labels[best], confidence, second, words, confidence < self.threshold)

    def hits(self, title: str, detail: str) -> Iterator[Hit]:
        """A rare feature is more. The amounts of one table, squared, add up to 1: a long text weighs no more."""
        for table, features in zip(self.tables, features_of(title, detail), strict=True):
            known = [
                (feature, (1 + log(times)) * found[0], found[1])
                for feature, times in Counter(features).items()
                if (found := table.get(feature))
            ]
            length = sqrt(sum(amount * amount for _, amount, _ in known))
            yield from (Hit(feature, amount / length, weights) for feature, amount, weights in known)

    def scores(self, hits: list[Hit], by_hand: ByHand) -> list[float]:
        """By label, in the order of `labels`."""
        columns = zip(self.bias, *([hit.amount * weight for weight in hit.weights] for hit in hits), strict=True)
        learnt = [sum(column) * _HUNDREDTHS for column in columns]
        hand = (self.hand * sum(by_hand.get(label, {}).values()) for label in self.labels)
        return [score + more for score, more in zip(learnt, hand, strict=True)]


def confidence_of(scores: list[float], sharpness: float) -> float:
    """How sure the best of the scores is."""
    best = max(scores)
    return 1 / sum(exp(sharpness * (score - best)) for score in scores)


def _deciding(adding: Mapping[str, float], text: str) -> Iterator[str]:
    """Words that speak for the label, none inside another; a pair is shown as it stands, without the space."""
    shown: list[str] = []
    for feature in sorted(adding, key=lambda feature: (-adding[feature], feature)):
        word = feature if feature in text else feature.replace(" ", "")
        if adding[feature] <= 0 or len(shown) == _MOST:
            return
        if len(word) >= _TELLS and word in text and not any(word in other or other in word for other in shown):
            shown.append(word)
            yield word
