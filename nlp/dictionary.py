"""Learnt words: lays a message to a label by adding up what its words weigh. Needs no numerical library."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import exp

from nlp.features import Features, features_of
from nlp.hand_words import Shares, shares_of
from nlp.plain import plain
from nlp.table import Known, Table, Weighed, Weights

Topic = tuple[Mapping[str, float], list[float]]  # shares of a category's words, what a whole share adds to each label

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
        topics = list(self._topics(shares_of(text), _TOPICS if detail.strip() else _TITLE_TOPICS))
        scores = self._scores(weighed, topics)
        best, *others = sorted(range(len(scores)), key=lambda label: -scores[label])
        confidence = min(round(confidence_of(scores, self.sharpness), 3), _SUREST)
        second = self.labels[others[0]] if others else None
        words = _deciding(weighed[::2], topics, best, text) or _deciding(weighed[1::2], (), best, text)
        return Guess(self.labels[best], confidence, second, words, confidence < self.threshold)

    def _topics(self, shares: Shares, table: int) -> Iterator[Topic]:
        for category, words in shares.items():
            yield words, self._of_topics[table].get(category) or self._adding(category, (0.0, (0,) * len(self.labels)))

    @cached_property
    def _of_topics(self) -> dict[int, dict[str, list[float]]]:
        """By table and category."""
        tables = {table: self.tables[table].features() for table in (_TOPICS, _TITLE_TOPICS)}
        return {table: {name: self._adding(name, known) for name, known in tables[table]} for table in tables}

    def _adding(self, category: str, known: Known) -> list[float]:
        """What a whole share of a category's hand-written words adds to each label."""
        rarity, weights = known
        more = (self.hand * (label == category) for label in self.labels)
        return [rarity * weight * _HUNDREDTHS + by_hand for weight, by_hand in zip(weights, more, strict=True)]

    def _scores(self, weighed: Iterable[Weighed], topics: Iterable[Topic]) -> list[float]:
        parts = [[one * _HUNDREDTHS for one in self.bias], *(one.scores() for one in weighed)]
        for words, adding in topics:
            share = sum(words.values())
            parts.append([share * one for one in adding])
        return [sum(column) for column in zip(*parts, strict=True)]


def confidence_of(scores: list[float], sharpness: float) -> float:
    """How sure the best of the scores is."""
    best = max(scores)
    return 1 / sum(exp(sharpness * (score - best)) for score in scores)


def _deciding(weighed: Iterable[Weighed], topics: Iterable[Topic], label: int, text: str) -> tuple[str, ...]:
    """The words that speak for the label, the weightiest first."""
    adding: dict[str, float] = defaultdict(float)
    for one in weighed:
        for feature, added in one.adding(label):
            adding[feature] += added
    for words, of_labels in topics:
        for word, share in words.items():
            adding[word.lower()] += share * of_labels[label]
    speaking = [feature for feature in adding if adding[feature] > 0]
    speaking.sort(key=lambda feature: (-adding[feature], feature))
    return tuple(islice(_apart(speaking, text), _MOST))


def _apart(features: Iterable[str], text: str) -> Iterator[str]:
    """As they stand in the text, none inside another. A pair stands there without the space between."""
    lowered, shown = text.lower(), list[str]()
    for feature in features:
        word = feature if feature in lowered else feature.replace(" ", "")
        place = lowered.find(word)
        if len(word) >= _TELLS and place >= 0 and not any(word in other or other in word for other in shown):
            shown.append(word)
            yield text[place : place + len(word)]
