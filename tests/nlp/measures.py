"""How often a reading is right."""

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.categories import category_of
from nlp.plain import plain
from nlp.similarity import likeness, told


@dataclass(frozen=True)
class Share:
    """`right` of `all`."""

    right: int
    all: int

    @property
    def value(self) -> float:
        return self.right / self.all

    def __str__(self) -> str:
        return f"{self.value:6.3f}  ({self.right} of {self.all})"


def share(answers: Iterable[bool]) -> Share:
    known = list(answers)
    return Share(sum(known), len(known))


def in_category(rows: Iterable[tuple[str, tuple[str, ...]]]) -> Share:
    """`rows` are texts with the categories that are right for them."""
    return share(category_of(plain(text)).category in right for text, right in rows)


def held_same(pairs: Iterable[tuple[str, str]]) -> Share:
    return share(likeness(told(first), told(second)).same_matter for first, second in pairs)
