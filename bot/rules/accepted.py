"""Which values a number of the policy may have: said beside its type, read and refused by one reader."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Protocol


class Accepted(Protocol):
    """`words` completes the sentence "Accepted: …"."""

    @property
    def words(self) -> str: ...

    def read(self, value: object) -> object:
        """The value as its type; raises ValueError."""


@dataclass(frozen=True)
class Whole:
    least: int
    most: int
    unit: str

    @property
    def words(self) -> str:
        return f"a whole number of {self.unit} from {self.least} to {self.most}"

    def read(self, value: object) -> int:
        if type(value) is not int or not self.least <= value <= self.most:
            raise ValueError
        return value


@dataclass(frozen=True)
class Span:
    """A stretch of wall clock, as a whole number of one unit."""

    number: Whole

    @property
    def words(self) -> str:
        return self.number.words

    def read(self, value: object) -> timedelta:
        return timedelta(**{self.number.unit: self.number.read(value)})


@dataclass(frozen=True)
class Hour:
    words: str = 'a time of day such as "17:30"'

    def read(self, value: object) -> time:
        if not isinstance(value, str) or not re.fullmatch(r"\d\d:\d\d", value):
            raise ValueError
        return time.fromisoformat(value)


@dataclass(frozen=True)
class Line:
    words: str = "a line of text"

    def read(self, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or "\n" in value:
            raise ValueError
        return value


@dataclass(frozen=True)
class Code:
    words: str = "a word of a-z 0-9 _"

    def read(self, value: object) -> str:
        if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9_]{0,31}", value):
            raise ValueError
        return value


@dataclass(frozen=True)
class OneOf:
    """One word of an enumeration."""

    kind: type[StrEnum]

    @property
    def words(self) -> str:
        return f"one of {', '.join(self.kind)}"

    def read(self, value: object) -> StrEnum:
        return self.kind(str(value))


@dataclass(frozen=True)
class Flag:
    words: str = "true or false"

    def read(self, value: object) -> bool:
        if type(value) is not bool:
            raise ValueError
        return value


@dataclass(frozen=True)
class Days:
    words: str = "a list of dates such as [2027-02-06, 2027-02-07]"

    def read(self, value: object) -> frozenset[date]:
        if not isinstance(value, list) or not all(type(day) is date for day in value):
            raise ValueError
        return frozenset(value)


@dataclass(frozen=True)
class DayOfMonth:
    words: str = "a day of the month from 1 to 28, which every month has"

    def read(self, value: object) -> int:
        if type(value) is not int or not 1 <= value <= 28:
            raise ValueError
        return value


@dataclass(frozen=True)
class YearlyDays:
    words: str = 'a list of days of the year such as ["01-01", "10-01"]'

    def read(self, value: object) -> frozenset[tuple[int, int]]:
        if not isinstance(value, list) or not all(re.fullmatch(r"\d\d-\d\d", str(day)) for day in value):
            raise ValueError
        days = [date.fromisoformat(f"2024-{day}") for day in value]  # a leap year: it has every day
        return frozenset((day.month, day.day) for day in days)


@dataclass(frozen=True)
class Years:
    words: str = "a list of years such as [2027]"

    def read(self, value: object) -> frozenset[int]:
        if not isinstance(value, list) or not all(type(year) is int and 2000 <= year <= 2200 for year in value):
            raise ValueError
        return frozenset(value)
