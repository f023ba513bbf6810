"""One kind of features, and what those of a text add to each label."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import log, sqrt

from nlp.lanes import lane, packed, unpacked

Weights = tuple[int, ...]
Known = tuple[float, Weights]  # how rare a feature is, and what it weighs for each label, in hundredths

_TENTHS, _HUNDREDTHS = 10, 100
_LIFT = 100 * _HUNDREDTHS  # no weight is below minus a hundred
_LANES = 2  # before those of the labels: the amount squared, the amount


def row(rarity: float, weights: Weights) -> int:
    """The number of a feature. Raises ValueError where the feature is not rare at all, or a weight beyond a hundred."""
    amount = round(rarity * _TENTHS)
    if not 0 < amount < _LIFT or not all(-_LIFT < weight < _LIFT for weight in weights):
        raise ValueError
    return packed([amount * amount, amount, *(amount * (weight + _LIFT) for weight in weights)])


@dataclass(frozen=True)
class Table:
    """`rows`: of each feature one number, with lanes for its amount squared, its amount, and that times each weight,
    which is lifted above nothing. So the sums for all labels are one sum."""

    labels: int
    rows: Mapping[str, int]

    def features(self) -> Iterator[tuple[str, Known]]:
        for feature in self.rows:
            if known := self.known(feature):
                yield feature, known

    def known(self, feature: str) -> Known | None:
        whole = self.rows.get(feature)
        if whole is None:
            return None
        _, amount, *lifted = unpacked(whole, self.labels + _LANES)
        return amount / _TENTHS, tuple(one // amount - _LIFT for one in lifted)

    def weigh(self, told: Sequence[str]) -> "Weighed":
        """A rare feature is more of a text, a repeated one a little more. All amounts, squared, add up to 1: a long
        text weighs no more than a short one."""
        times = Counter(told)
        whole = sum(map(self.rows.get, times, repeat(0)))
        squares, whole = lane(whole, 0), whole * _HUNDREDTHS
        for feature, number in times.items():
            if number > 1 and (one := self.rows.get(feature)):
                more = _times(number)
                whole += one * round((more - 1) * _HUNDREDTHS)
                squares += round(lane(one, 0) * (more * more - 1))
        return Weighed(self, times, whole, sqrt(squares))


@dataclass(frozen=True)
class Weighed:
    """A text by one table."""

    table: Table
    times: Mapping[str, int]
    whole: int
    length: float

    def scores(self) -> list[float]:
        """What it adds to each label."""
        if not self.whole:
            return [0.0] * self.table.labels
        _, amount, *lifted = unpacked(self.whole, self.table.labels + _LANES)
        unit = self.length * _HUNDREDTHS * _HUNDREDTHS
        return [(one - _LIFT * amount) / unit for one in lifted]

    def adding(self, label: int, at_least: int) -> Iterator[tuple[str, float]]:
        """Features of so many characters, and what each adds to the label."""
        for feature, number in self.times.items():
            if len(feature) >= at_least and (one := self.table.rows.get(feature)):
                added = lane(one, label + _LANES) - _LIFT * lane(one, 1)
                yield feature, added * _times(number) / (self.length * _HUNDREDTHS)


def _times(number: int) -> float:
    return 1 + log(number)
