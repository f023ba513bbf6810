from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.nights import after_the_night, is_digest_day, is_night, may_urge
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai

NIGHTS = POLICY.nights
DAY = date(2026, 11, 18)


@pytest.mark.parametrize(("hour", "night"), [(0, True), (6, True), (7, False), (12, False), (20, False), (21, True)])
def test_the_night_is_from_nine_to_seven_in_china(hour: int, night: bool) -> None:
    assert is_night(shanghai(DAY, hour), NIGHTS) is night


def test_what_is_due_at_night_waits_for_the_next_morning() -> None:
    assert after_the_night(shanghai(DAY, 23), NIGHTS) == shanghai(DAY + timedelta(days=1), 7)
    assert after_the_night(shanghai(DAY, 3), NIGHTS) == shanghai(DAY, 7)
    assert after_the_night(shanghai(DAY, 12), NIGHTS) == shanghai(DAY, 12)


def test_a_night_may_also_lie_within_one_day() -> None:
    noon = replace(NIGHTS, begins=time(12), ends=time(14))
    assert after_the_night(shanghai(DAY, 13), noon) == shanghai(DAY, 14)
    assert not is_night(shanghai(DAY, 14), noon)


@given(st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1 < moment.year < 9999))
def test_nobody_waits_longer_than_the_night(now: datetime) -> None:
    later = after_the_night(now, NIGHTS)
    assert not is_night(later, NIGHTS)
    assert timedelta(0) <= later - now <= timedelta(hours=10)


def test_there_is_no_digest_on_days_off() -> None:
    assert is_digest_day(CALENDAR, shanghai(date(2026, 2, 14), 7, 30))  # a Saturday at work
    assert not is_digest_day(CALENDAR, shanghai(date(2026, 2, 17), 7, 30))


def test_a_villager_urges_once_a_day() -> None:
    evening = shanghai(DAY, 23, 59)
    assert may_urge(None, evening)
    assert not may_urge(shanghai(DAY, 0), evening)
    assert may_urge(evening, evening + timedelta(minutes=1))
