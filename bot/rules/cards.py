"""What is printed on a card. A token stands here in clear; it goes onto the paper and nowhere else."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from bot.rules.calendar import at, day_of
from bot.rules.errors import Problem


class CardKind(StrEnum):
    """A plate hangs on the door for years and only asks; slips and officials' cards work once, for some days."""

    PLATE = "plate"
    SLIP = "slip"
    OFFICIAL = "official"


class UnknownKind(Problem):
    def __init__(self, word: str) -> None:
        super().__init__(f"There is no card of the kind {word!r}. Known: {', '.join(CardKind)}.")


def read_kind(word: str | None) -> CardKind | None:
    """None stays None. Raises UnknownKind."""
    if word is None:
        return None
    if word not in set(CardKind):
        raise UnknownKind(word)
    return CardKind(word)


def last_day(now: datetime, valid_for: timedelta) -> date:
    """The day that a card names as its last; it holds all of it."""
    return day_of(now + valid_for)


def end_of(day: date) -> datetime:
    return at(day + timedelta(days=1), time.min)


@dataclass(frozen=True)
class CardOrder:
    """Which cards of a grid go into which file. `kind` None means a plate and a slip for each household;
    `whose` empty means everybody; `replace` ends the earlier cards of the same kinds."""

    grid: str
    output: Path
    kind: CardKind | None
    whose: tuple[str, ...]
    replace: bool

    @property
    def kinds(self) -> tuple[CardKind, ...]:
        return (CardKind.PLATE, CardKind.SLIP) if self.kind is None else (self.kind,)


@dataclass(frozen=True)
class Contact:
    name: str
    phone: str


@dataclass(frozen=True)
class HouseholdCard:
    """`tokens` by kind: those of the kinds that were asked for."""

    village: str
    code: str
    head: str
    address: str
    cadre: Contact
    lead: Contact
    tokens: dict[CardKind, str] = field(repr=False)
    last_day: date


@dataclass(frozen=True)
class OfficialCard:
    no: str
    name: str
    unit: str
    post: str
    token: str = field(repr=False)
    last_day: date
