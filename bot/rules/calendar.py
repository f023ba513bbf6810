"""Working days of China as plain arithmetic over a calendar that is given."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import islice

# China keeps one time and no summer time since 1991.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """`years` are those whose holidays and make-up days were announced; any other is provisional."""

    years: frozenset[int]
    holidays: frozenset[date]
    make_up_days: frozenset[date]
    fixed_holidays: frozenset[tuple[int, int]]
    """(month, day) that are holidays by law, for years not announced yet."""

    def is_working_day(self, day: date) -> bool:
        if day in self.make_up_days:
            return True
        if day in self.holidays or day.weekday() >= _SATURDAY:
            return False
        return not (self.is_provisional(day) and (day.month, day.day) in self.fixed_holidays)

    def is_provisional(self, day: date) -> bool:
        return day.year not in self.years


def add_working_days(calendar: Calendar, day: date, count: int) -> date:
    """The `count`-th working day after `day`, which itself never counts; before it where `count` is negative."""
    step = _ONE_DAY if count >= 0 else -_ONE_DAY
    if not count:
        return day
    return next(islice(_working_days(calendar, day, step), abs(count) - 1, None))


def _working_days(calendar: Calendar, day: date, step: timedelta) -> Iterator[date]:
    while True:
        day += step
        if calendar.is_working_day(day):
            yield day


def count_working_days(calendar: Calendar, after: date, until: date) -> int:
    """How many working days lie after the one day, up to and with the other."""
    days = range(1, (until - after).days + 1)
    return sum(calendar.is_working_day(after + timedelta(days=n)) for n in days)


def day_of(moment: datetime) -> date:
    """The day it is in China."""
    return moment.astimezone(SHANGHAI).date()


def at(day: date, hour: time) -> datetime:
    """That hour of that day in China, as UTC."""
    return datetime.combine(day, hour, SHANGHAI).astimezone(UTC)
