"""A commitment (承诺): by which working day an answer is promised, and whether that was kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.rules.calendar import Calendar, at, count_working_days, day_of
from bot.rules.deadlines import end_of
from bot.rules.errors import AfterDue, DayOff, DayOver
from bot.rules.lifecycle import Role
from bot.rules.terms import DeadlineTerms

_OFFERED = (3, 5, 10)  # working days


class Kept(StrEnum):
    """What has become of a commitment."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    """The appeal left the hands of whoever promised, or its author took it back, before the moment had come."""


@dataclass(frozen=True)
class Ending:
    """The first step after the promise by which its appeal was answered, or left the hands that promised."""

    at: datetime
    is_answer: bool


def may_commit(held_as: Role) -> bool:
    """A unit may, and whoever holds it for a grid: of a cadre the due date is promise enough."""
    return held_as is not Role.CADRE


def kept(due_at: datetime, ending: Ending | None, now: datetime) -> Kept:
    """The promised moment is the first that is too late; whatever happens from then on cannot mend it."""
    if ending is None or ending.at >= due_at:
        return Kept.LATE if now >= due_at else Kept.OPEN
    return Kept.KEPT if ending.is_answer else Kept.WITHDRAWN


def offered(calendar: Calendar, terms: DeadlineTerms, now: datetime, due_at: datetime) -> dict[int, datetime]:
    """By how many working days what may be promised at a tap ends, the last of it on the due day. Raises AfterDue
    where that has passed."""
    if now >= due_at:
        raise AfterDue
    days = {*_OFFERED, count_working_days(calendar, day_of(now), day_of(due_at))} - {0}
    ends = {count: end_of(calendar, terms, now, count) for count in sorted(days)}
    return {count: end for count, end in ends.items() if end <= due_at}


def promised_until(calendar: Calendar, terms: DeadlineTerms, day: date, due_at: datetime, now: datetime) -> datetime:
    """The moment at which a promise for that day ends. Raises DayOver, DayOff, AfterDue."""
    until = at(day, terms.day_ends)
    if until <= now:
        raise DayOver
    if until > due_at:
        raise AfterDue
    if not calendar.is_working_day(day):
        raise DayOff
    return until
