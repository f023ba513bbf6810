from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.plain_dates import Nearness, nearness, say_by, say_day

WEDNESDAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 18), "今天下班前"),
        (date(2026, 11, 19), "明天下班前"),
        (date(2026, 11, 20), "后天下班前"),
        (date(2026, 11, 22), "周日以前"),
        (date(2026, 11, 25), "下周三(11月25日)以前"),
        (date(2026, 12, 2), "12月2日(周三)以前"),
        (date(2027, 1, 8), "2027年1月8日(周五)以前"),
    ],
)
def test_a_due_day_is_said_as_villagers_say_it(day: date, said: str) -> None:
    assert say_by(day, WEDNESDAY, "zh-Hans") == said


def test_on_monday_friday_is_this_weeks() -> None:
    assert say_by(date(2026, 11, 20), date(2026, 11, 16), "zh-Hans") == "周五以前"


def test_a_day_that_has_passed_is_never_taken_for_one_to_come() -> None:
    assert say_day(date(2026, 11, 17), WEDNESDAY, "zh-Hans") == "昨天"
    assert say_day(date(2026, 11, 16), WEDNESDAY, "zh-Hans") == "11月16日(周一)"


def test_the_next_week_may_lie_in_the_next_year() -> None:
    assert say_by(date(2027, 1, 5), date(2026, 12, 30), "zh-Hans") == "下周二(1月5日)以前"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 19), "by the end of tomorrow"),
        (date(2026, 11, 20), "by the end of Friday"),
        (date(2026, 11, 25), "by Wednesday next week (25 November)"),
        (date(2026, 12, 2), "by Wednesday, 2 December"),
    ],
)
def test_the_same_is_said_in_english(day: date, said: str) -> None:
    assert say_by(day, WEDNESDAY, "en") == said


@given(st.dates(date(2020, 1, 1), date(2032, 1, 1)), st.integers(-400, 400))
def test_no_two_days_are_said_alike_on_the_same_day(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    others = (day + timedelta(days=n) for n in range(-15, 16) if n)
    assert say_day(day, today, "zh-Hans") not in {say_day(other, today, "zh-Hans") for other in others}


@given(st.dates(date(2020, 1, 1), date(2032, 1, 1)), st.integers(3, 14))
def test_a_bare_weekday_is_always_in_the_running_week(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    if nearness(day, today) is Nearness.THIS_WEEK:
        assert day.isocalendar()[:2] == today.isocalendar()[:2]
