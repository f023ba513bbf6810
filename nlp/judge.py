"""Weights of signs for a question, learnt by nlp/learning and kept as text in nlp/words/learnt."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from math import exp, sqrt
from pathlib import Path

ASKED_OF_ALL = ("danger", "private", "is_appeal")
FOLDER = Path(__file__).parent / "words" / "learnt"
HEAD = "sign\tof"
BIAS = "(bias)"
_SURELY = 30.0


@dataclass(frozen=True)
class Judge:
    """A logistic regression over the signs that are known, brought to length one. `weights`: how much a sign counts
    towards that length (the real part) and for the answer yes (the imaginary one); `kinds`: for each kind of a yes."""

    bias: float
    weights: Mapping[str, complex]  # a pair of numbers that sum() adds at once: four times as fast as a loop
    names: tuple[str, ...]
    kind_biases: tuple[float, ...]
    kinds: Mapping[str, tuple[float, ...]]

    def chance(self, signs: Collection[str]) -> float:
        """Of a yes, between 0 and 1."""
        return self.chance_of(sum(map(self.weights.get, signs, repeat(0j)), 0j))

    def chance_of(self, told: complex) -> float:
        """By what the weights of the signs add up to."""
        score = self.bias + told.imag / sqrt(told.real or 1.0)
        return 1 / (1 + exp(-max(min(score, _SURELY), -_SURELY)))

    def likeliest(self, signs: Collection[str]) -> str:
        """The kind, where it is a yes."""
        known = [sign for sign in signs if sign in self.kinds]
        length = sqrt(sum(self.weights[sign].real for sign in known) or 1.0)
        told = [sum(column) for column in zip(*(self.kinds[sign] for sign in known), strict=True)] or self.kind_biases
        scores = (bias + one / length for bias, one in zip(self.kind_biases, told, strict=True))
        return max(zip(scores, self.names, strict=True))[1]


@cache
def judge_of(question: str) -> Judge:
    """Of the file nlp/words/learnt/QUESTION.tsv."""
    return read_judge((FOLDER / f"{question}.tsv").read_text(encoding="utf-8"))


def read_judge(text: str) -> Judge:
    """After lines for people, which begin with #: the names of the columns, their bias, then a sign a line."""
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("# ")]
    (_, _, _, *names), (_, _, bias, *biases), *rows = lines
    numbers = {sign: tuple(map(float, row)) for sign, *row in rows}
    weights = {sign: complex(row[0], row[1]) for sign, row in numbers.items()}
    kinds = {sign: row[2:] for sign, row in numbers.items()} if names else {}
    return Judge(float(bias), weights, tuple(names), tuple(map(float, biases)), kinds)


def chance_of(question: str, signs: frozenset[str]) -> float:
    """What `judge_of(question).chance(signs)` says, for a question that is asked of all texts."""
    return judge_of(question).chance_of(_told(signs)[ASKED_OF_ALL.index(question)])


@lru_cache(maxsize=32)
def _told(signs: frozenset[str]) -> tuple[complex, ...]:
    """One look-up a sign for all questions: half the time of one look-up a question."""
    weights = _weights_of_all()
    known = [row for sign in signs if (row := weights.get(sign))]
    return tuple(map(sum, zip(*known, strict=True))) if known else (0j,) * len(ASKED_OF_ALL)


@cache
def _weights_of_all() -> dict[str, tuple[complex, ...]]:
    judges = [judge_of(question).weights for question in ASKED_OF_ALL]
    return {sign: tuple(weights.get(sign, 0j) for weights in judges) for sign in set().union(*judges)}
