"""Learnt words: lays a message to a label by adding up what its words weigh. Needs no numerical library."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp

from nlp.features import Features, features_of
from nlp.hand_words import Shares, shares_of
from nlp.plain import plain
from nlp.table import Table, Weights

TABLES = (*Features._fields, "topics", "title_topics")
_TOPICS, _TITLE_TOPICS = map(TABLES.index, TABLES[-2:])
_HUNDREDTHS = 0.01
_TELLS = 2  # characters of a shown word: one alone tells a reader too little
_MOST = 8
_SUREST = 0.999


@dataclass(frozen=True)
class Guess:
    """`confidence` is 0 to 1, and honest: of guesses with 0.8 about eight in ten are right. `words` decided, the
    weightiest first, as they stand in the text. `abstain`: too unsure to be relied on; it is the best guess even so."""

    category: str
    confidence: float
    runner_up: str | None
    words: tuple[str, ...]
    abstain: bool = False


@dataclass(frozen=True)
class Dictionary:
    """`tables` are those of `nlp.features.Features`, in its order, and two of the county's categories, by what their
    hand-written words tell of a message and of a title alone. Weights are in hundredths.

    `sharpness` turns scores into confidence, and below `threshold` of it a guess abstains. `hand` is how much more the
    hand-written words add, all together, where the labels are the county's categories: they win.
    """

    labels: tuple[str, ...]
    bias: Weights
    tables: tuple[Table, ...]
    sharpness: float
    threshold: float
    hand: float = 0.0

    def guess(self, title: str, detail: str) -> Guess:
        text = plain(f"{title} {detail}" if title else detail)
        weighed = [table.weigh(told) for table, told in zip(self.tables, features_of(title, detail), strict=False)]
        by_hand = list(self._by_hand(shares_of(text), _TOPICS if detail.strip() else _TITLE_TOPICS))
        parts = ([one * _HUNDREDTHS for one in self.bias], *(one.scores() for one in weighed))
        scores = [sum(column) for column in zip(*parts, *(added for _, added in by_hand), strict=True)]
        best, *others = sorted(range(len(scores)), key=lambda label: -scores[label])
        adding: dict[str, float] = defaultdict(float)
        for feature, added in (pair for one in weighed for pair in one.adding(best, _TELLS)):
            adding[feature] += added
        for word, of_labels in by_hand:
            adding[word] += of_labels[best]
        confidence = min(round(confidence_of(scores, self.sharpness), 3), _SUREST)
        second = self.labels[others[0]] if others else None
        return Guess(self.labels[best], confidence, second, tuple(_deciding(adding, text)), confidence < self.threshold)

    def _by_hand(self, shares: Shares, topics: int) -> Iterator[tuple[str, list[float]]]:
        """The hand-written words, and what each adds to each label."""
        for category, words in shares.items():
            rarity, weights = self.tables[topics].known(category) or (0.0, (0,) * len(self.labels))
            own = [self.hand * (label == category) for label in self.labels]
            of_labels = [rarity * weight * _HUNDREDTHS + more for weight, more in zip(weights, own, strict=True)]
            yield from ((word, [share * one for one in of_labels]) for word, share in words.items())


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
