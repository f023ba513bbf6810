"""The likeliest row of labels for the signs of a text: weights of clues, learnt by nlp/learning/redaction.py.

A clue weighs for labels at its sign, a step for two labels in a row; what adds up to most is the answer (Viterbi).
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.spans import Sensitive, Span

TABLE = Path(__file__).parent / "words" / "learnt" / "redaction.tsv"
NOTHING, BEGINS, GOES_ON = "O", "B-", "I-"
_STEP = "(step)"


@dataclass(frozen=True)
class Tagger:
    """`steps`: of each label what it may follow, by place in `labels`, and what that weighs."""

    labels: tuple[str, ...]
    weights: Mapping[str, Sequence[float]]
    steps: tuple[tuple[tuple[int, float], ...], ...]

    def spans(self, clues: Iterable[Iterable[str]]) -> Iterator[Span]:
        """By the clues of each sign."""
        start, kind, place = 0, "", -1
        for place, label in enumerate([*self._labels(clues), NOTHING]):
            if kind and label != GOES_ON + kind:
                yield Span(start, place, Sensitive(kind))
                kind = ""
            if label.startswith(BEGINS):
                start, kind = place, label.removeprefix(BEGINS)

    def _labels(self, clues: Iterable[Iterable[str]]) -> list[str]:
        ways: list[list[int]] = []
        scores = [0.0 if label == NOTHING else float("-inf") for label in self.labels]
        for told in clues:
            best = [max((scores[place] + weight, place) for place, weight in steps) for steps in self.steps]
            ways.append([place for _, place in best])
            scores = [score + more for (score, _), more in zip(best, self._weighed(told), strict=True)]
        return self._back(ways, max(range(len(scores)), key=scores.__getitem__))

    def _weighed(self, told: Iterable[str]) -> list[float]:
        known = [row for clue in told if (row := self.weights.get(clue))]
        return list(map(sum, zip(*known, strict=True))) if known else [0.0] * len(self.labels)

    def _back(self, ways: Sequence[Sequence[int]], last: int) -> list[str]:
        row = []
        for way in reversed(ways):
            row.append(self.labels[last])
            last = way[last]
        return row[::-1]


def read_tagger(lines: Iterable[str]) -> Tagger:
    """After those for people, which begin with #, the labels; then what each weighs after each other one, and a clue
    a line. An empty cell is nothing, or, of steps, never."""
    cells = (line.removesuffix("\n").split("\t") for line in lines if not line.startswith("# "))
    _, *labels = next(cells)
    weights, before = dict[str, Sequence[float]](), dict[str, list[str]]()
    for clue, *told in cells:
        if clue.startswith(_STEP):
            before[clue.removeprefix(_STEP)] = told
        else:
            weights[clue] = array("f", (float(one or 0) for one in told))
    steps = (
        tuple((labels.index(first), float(told[place])) for first, told in before.items() if told[place])
        for place in range(len(labels))
    )
    return Tagger(tuple(labels), weights, tuple(steps))


@cache
def tagger() -> Tagger:
    with TABLE.open(encoding="utf-8", newline="\n") as lines:
        return read_tagger(lines)
