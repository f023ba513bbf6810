"""By when a holder must have answered. A due moment is the first that is too late."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.calendar import Calendar, add_working_days, at, count_working_days, day_of
from bot.rules.errors import NotGranted
from bot.rules.levels import Level
from bot.rules.terms import DangerTerms, DeadlineTerms, Policy


@dataclass(frozen=True)
class Deadlines:
    accept_by: datetime
    due_at: datetime


def end_of(calendar: Calendar, terms: DeadlineTerms, start: datetime, days: int) -> datetime:
    """When the working hours of the `days`-th working day after `start` end."""
    return at(add_working_days(calendar, day_of(start), days), terms.day_ends)


def for_level(calendar: Calendar, policy: Policy, level: Level, start: datetime, category: str = "") -> Deadlines:
    terms, days = policy.deadlines, policy.days_of(category, level)
    return Deadlines(end_of(calendar, terms, start, terms.accept), end_of(calendar, terms, start, days))


def for_danger(terms: DangerTerms, start: datetime) -> Deadlines:
    return Deadlines(start + terms.accept, start + terms.climb)


def for_half(calendar: Calendar, terms: DeadlineTerms, start: datetime) -> datetime:
    return end_of(calendar, terms, start, terms.half)


def for_forwarded(calendar: Calendar, terms: DeadlineTerms, start: datetime) -> datetime:
    return end_of(calendar, terms, start, terms.forwarded)


def extended(calendar: Calendar, terms: DeadlineTerms, due_at: datetime, days: int) -> datetime:
    """That many working days past the due time; raises NotGranted outside 1 … the most allowed."""
    if not 1 <= days <= terms.extension_at_most:
        raise NotGranted
    return end_of(calendar, terms, due_at, days)


def may_return(calendar: Calendar, terms: DeadlineTerms, referred_at: datetime, now: datetime) -> bool:
    return now < end_of(calendar, terms, referred_at, terms.return_within)


def yellow_at(calendar: Calendar, terms: DeadlineTerms, due_at: datetime) -> datetime:
    """The same hour so many working days before the due time."""
    return at(add_working_days(calendar, day_of(due_at), -terms.yellow_before), terms.day_ends)


def overdue_days(calendar: Calendar, due_at: datetime, now: datetime) -> int:
    """Begun working days past the due time; 0 until it has come."""
    if now < due_at:
        return 0
    return max(1, count_working_days(calendar, day_of(due_at), day_of(now)))
