"""Weights of signs for questions, learnt by nlp/learning and kept as text in nlp/words/learnt, a file a question."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from math import exp, sqrt
from pathlib import Path

from nlp.lanes import packed, shift_of, unpacked

TOGETHER = (("danger", "private", "is_appeal"), ("about_cadre",))  # asked of the same signs: one look-up answers all
FOLDER = Path(__file__).parent / "words" / "learnt"
HEAD = "sign\tof"
BIAS = "(bias)"
_TENTHS, _HUNDREDTHS = 10, 100
_LIFT = 1000 * _HUNDREDTHS  # no weight is below minus a thousand
_LANES = 3
_SURELY = 30.0


def chance_of(question: str, signs: frozenset[str]) -> float:
    """Of a yes, between 0 and 1."""
    score = _scores(_asked_with(question), signs)[question]
    return 1 / (1 + exp(-max(min(score, _SURELY), -_SURELY)))


def likeliest(question: str, signs: frozenset[str]) -> str:
    """The kind, where it is a yes."""
    return _judges(_asked_with(question)).likeliest(question, signs)


@dataclass(frozen=True)
class Kinds:
    """What signs weigh for each kind of a yes, where they do for any."""

    names: tuple[str, ...]
    biases: tuple[float, ...]
    weights: Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Judges:
    """Of each question a logistic regression over the signs that are known, brought to length one.

    `rows`: of each sign one number, with three lanes for each question in the order of `biases`: what it counts
    towards the length, one, and its weight, lifted above nothing. So the sums for all questions are one sum.
    """

    biases: Mapping[str, float]
    rows: Mapping[str, int]
    kinds: Mapping[str, Kinds]

    def scores(self, signs: Collection[str]) -> dict[str, float]:
        """By question: above 0 a yes is likelier than a no."""
        lengths, told = self._sums(signs)
        return {name: bias + told[name] / lengths[name] for name, bias in self.biases.items()}

    def likeliest(self, question: str, signs: Collection[str]) -> str:
        kinds, length = self.kinds[question], self._sums(signs)[0][question]
        rows = [row for sign in signs if (row := kinds.weights.get(sign))]
        told = map(sum, zip(*rows, strict=True)) if rows else repeat(0.0, len(kinds.names))
        scores = [bias + one / length for bias, one in zip(kinds.biases, told, strict=True)]
        return max(zip(scores, kinds.names, strict=True))[1]

    def _sums(self, signs: Collection[str]) -> tuple[dict[str, float], dict[str, float]]:
        """By question the length, and what the weights add up to."""
        lanes = unpacked(sum(map(self.rows.get, signs, repeat(0))), _LANES * len(self.biases))
        of_each = zip(self.biases, *(lanes[place::_LANES] for place in range(_LANES)), strict=True)
        lengths, told = {}, {}
        for question, squares, known, lifted in of_each:
            lengths[question] = sqrt(squares / _TENTHS) or 1.0
            told[question] = (lifted - known * _LIFT) / _HUNDREDTHS
        return lengths, told


def read_judges(files: Mapping[str, Iterable[str]]) -> Judges:
    """By question the lines of its file: after those for people, which begin with #, the names of the columns, their
    bias, then a sign a line."""
    found, rows, kinds = dict[str, float](), dict[str, int](), dict[str, Kinds]()
    for place, (question, lines) in enumerate(files.items()):
        cells = (line.removesuffix("\n").split("\t") for line in lines if not line.startswith("# "))
        _, _, _, *names = next(cells)
        found[question], *biases = map(float, next(cells)[2:])
        of_kinds = dict[str, Sequence[float]]()
        for sign, squares, weight, *others in cells:
            rows[sign] = rows.get(sign, 0) + (_row(float(squares), float(weight)) << shift_of(place * _LANES))
            if any(told := array("f", map(float, others))):
                of_kinds[sign] = told
        kinds[question] = Kinds(tuple(names), tuple(biases), of_kinds)
    return Judges(found, rows, kinds)


def _row(squares: float, weight: float) -> int:
    return packed([round(squares * _TENTHS), 1, round(weight * _HUNDREDTHS) + _LIFT])


@lru_cache(maxsize=4)
def _scores(asked: tuple[str, ...], signs: frozenset[str]) -> dict[str, float]:
    return _judges(asked).scores(signs)


def _asked_with(question: str) -> tuple[str, ...]:
    return next(asked for asked in TOGETHER if question in asked)


@cache
def _judges(asked: tuple[str, ...]) -> Judges:
    return read_judges({question: _lines(FOLDER / f"{question}.tsv") for question in asked})


def _lines(path: Path) -> Iterable[str]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from lines
