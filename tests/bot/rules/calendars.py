"""Calendars and terms for tests: the real ones of the library and of the built-in policy."""

from datetime import UTC, date, datetime, time

from bot.official_calendar import read_calendar
from bot.policy import read_policy
from bot.rules.calendar import SHANGHAI

POLICY = read_policy()
CALENDAR = read_calendar(POLICY.calendar, running_year=2026)


def shanghai(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """That moment in China, as the tables keep it: in UTC."""
    return datetime.combine(day, time(hour, minute, second), SHANGHAI).astimezone(UTC)
