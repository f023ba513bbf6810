"""How often a dictionary is right: what is counted, without any text."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

Answer = tuple[str, str]  # what is right, what was said


@dataclass(frozen=True)
class Figures:
    """Of one label: of all that were said to be it, and of all that are, the share that is right."""

    label: str
    precision: float
    recall: float
    messages: int

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def figures_of(answers: Iterable[Answer]) -> list[Figures]:
    """Of every label that is right for some message, in their order."""
    pairs = Counter(answers)
    right, said = Counter[str](), Counter[str]()
    for (wanted, given), times in pairs.items():
        right[wanted] += times
        said[given] += times
    return [_figures(label, pairs[label, label], said[label], right[label]) for label in sorted(right)]


def macro_f1(figures: list[Figures]) -> float:
    return sum(one.f1 for one in figures) / len(figures)


def _figures(label: str, hits: int, said: int, right: int) -> Figures:
    return Figures(label, hits / said if said else 0.0, hits / right, right)
