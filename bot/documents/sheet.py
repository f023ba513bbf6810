"""A paper as a value: what stands on it in order, whatever it is written as."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    heading: str
    texts: Sequence[str]


@dataclass(frozen=True)
class Sheet:
    """The first row of the table is its heading; without rows there is none."""

    title: str
    lines: Sequence[str]
    table: Sequence[Sequence[str]] = ()
    parts: Sequence[Part] = ()
    signed: str = ""
