from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.calendar import Calendar, add_working_days, at, count_working_days, day_of
from tests.bot.rules.calendars import CALENDAR

# Past the years that were announced, too: there the calendar is provisional, but must hold as well.
DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))
COUNTS = st.integers(1, 60)


def test_a_week_of_work_has_five_days() -> None:
    assert add_working_days(CALENDAR, date(2026, 11, 18), 5) == date(2026, 11, 25)


def test_spring_festival_is_passed_over_and_its_make_up_saturdays_are_worked() -> None:
    # Notice of the State Council for 2026: off from 02-15 to 02-23, at work on 02-14 and 02-28, both Saturdays.
    assert add_working_days(CALENDAR, date(2026, 2, 13), 1) == date(2026, 2, 14)
    assert add_working_days(CALENDAR, date(2026, 2, 14), 1) == date(2026, 2, 24)
    assert count_working_days(CALENDAR, date(2026, 2, 24), date(2026, 3, 1)) == 4


def test_national_day_of_2025_takes_eight_days() -> None:
    assert add_working_days(CALENDAR, date(2025, 9, 30), 1) == date(2025, 10, 9)


def test_a_year_not_announced_counts_weekends_and_the_days_fixed_by_law() -> None:
    assert CALENDAR.is_provisional(date(2031, 5, 1))
    working = [day for day in range(1, 8) if CALENDAR.is_working_day(date(2031, 5, day))]
    assert working == [5, 6, 7]  # 1 and 2 are Labour Day (Order 795 of 2024), 3 and 4 a weekend


def test_days_fixed_by_law_are_not_added_to_a_year_that_was_announced() -> None:
    calendar = Calendar(frozenset({2027}), frozenset(), frozenset(), frozenset({(5, 3)}))
    assert calendar.is_working_day(date(2027, 5, 3))
    assert not calendar.is_working_day(date(2028, 5, 3))


@given(DAYS, COUNTS)
def test_working_days_added_are_the_working_days_counted(day: date, count: int) -> None:
    due = add_working_days(CALENDAR, day, count)
    assert CALENDAR.is_working_day(due)
    assert count_working_days(CALENDAR, day, due) == count


@given(DAYS, COUNTS)
def test_going_back_from_a_due_day_and_on_again_comes_to_the_due_day(day: date, count: int) -> None:
    due = add_working_days(CALENDAR, day, 1)
    assert add_working_days(CALENDAR, add_working_days(CALENDAR, due, -count), count) == due


@given(DAYS, DAYS, COUNTS)
def test_who_comes_later_is_never_due_earlier(one: date, other: date, count: int) -> None:
    earlier, later = sorted([one, other])
    assert add_working_days(CALENDAR, earlier, count) <= add_working_days(CALENDAR, later, count)


@given(DAYS, COUNTS, COUNTS)
def test_days_added_in_two_steps_are_days_added_in_one(day: date, first: int, second: int) -> None:
    step = add_working_days(CALENDAR, add_working_days(CALENDAR, day, first), second)
    assert step == add_working_days(CALENDAR, day, first + second)


@given(DAYS)
def test_nobody_waits_more_than_eleven_days_for_a_working_day(day: date) -> None:
    assert add_working_days(CALENDAR, day, 1) - day <= timedelta(days=11)


@given(st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1 < moment.year < 9999), st.times())
def test_the_day_in_china_begins_eight_hours_before_the_one_in_utc(moment: datetime, hour: time) -> None:
    assert day_of(moment) == (moment + timedelta(hours=8)).date()
    assert day_of(at(day_of(moment), hour)) == day_of(moment)
