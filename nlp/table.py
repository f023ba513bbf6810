"""One kind of features, and what those of a text add to each label."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import log, sqrt

from nlp.lanes import LANE, lane, packed, shift_of, unpacked

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
        for feature in [feature for feature, number in times.items() if number > 1]:
            if one := self.rows.get(feature):
                more = 1 + log(times[feature])
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

    def adding(self, label: int) -> Iterator[tuple[str, float]]:
        """What each feature adds to the label."""
        rows, unit = self.table.rows, self.length * _HUNDREDTHS
        lifted, amount = shift_of(label + _LANES), shift_of(1)
        for feature, number in self.times.items():
            if one := rows.get(feature):
                added = (one >> lifted & LANE) - _LIFT * (one >> amount & LANE)
                yield feature, added * (1 + log(number)) / unit
