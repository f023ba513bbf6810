"""When people are written to."""

from datetime import datetime, timedelta

from bot.rules.calendar import SHANGHAI, Calendar, at, day_of
from bot.rules.terms import NightTerms

_ONE_DAY = timedelta(days=1)


def is_night(now: datetime, terms: NightTerms) -> bool:
    hour = now.astimezone(SHANGHAI).time()
    if terms.begins <= terms.ends:
        return terms.begins <= hour < terms.ends
    return hour >= terms.begins or hour < terms.ends


def after_the_night(now: datetime, terms: NightTerms) -> datetime:
    """Now, or at night the moment when it ends."""
    if not is_night(now, terms):
        return now
    morning = at(day_of(now), terms.ends)
    return morning if morning > now else at(day_of(now) + _ONE_DAY, terms.ends)


def is_digest_day(calendar: Calendar, now: datetime) -> bool:
    return calendar.is_working_day(day_of(now))


def may_urge(urged_at: datetime | None, now: datetime) -> bool:
    """Once a day of the calendar in China."""
    return urged_at is None or day_of(urged_at) < day_of(now)
