from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.rules.deadlines import (
    end_of,
    extended,
    for_half,
    for_level,
    may_return,
    overdue_days,
    yellow_at,
)
from bot.rules.errors import NotGranted
from bot.rules.levels import Level
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai

TERMS = POLICY.deadlines
# A Wednesday; the week after holds no holiday.
FILED = shanghai(date(2026, 11, 18), 9)
DUE = shanghai(date(2026, 11, 25), 17, 30)
MOMENT = timedelta(microseconds=1)


def test_a_cadre_accepts_by_the_next_evening_and_answers_within_five_working_days() -> None:
    deadlines = for_level(CALENDAR, POLICY, Level.CADRE, FILED)
    assert deadlines.accept_by == shanghai(date(2026, 11, 19), 17, 30)
    assert deadlines.due_at == DUE


@pytest.mark.parametrize(
    ("level", "due"),
    [
        (Level.CADRE, date(2026, 11, 25)),
        (Level.VILLAGE, date(2026, 11, 25)),
        (Level.AREA, date(2026, 11, 27)),
        (Level.TOWNSHIP, date(2026, 12, 2)),
        (Level.COUNTY, date(2026, 12, 9)),
    ],
)
def test_the_higher_the_level_the_longer_it_has(level: Level, due: date) -> None:
    assert for_level(CALENDAR, POLICY, level, FILED).due_at == shanghai(due, 17, 30)


def test_a_category_with_days_of_its_own_at_a_level_has_those_there_and_the_levels_days_elsewhere() -> None:
    water = replace(POLICY.categories["water"], days={Level.VILLAGE: 3})
    policy = replace(POLICY, categories=POLICY.categories | {"water": water})
    due = {at: for_level(CALENDAR, policy, at, FILED, "water").due_at for at in Level}
    assert due.pop(Level.VILLAGE) == shanghai(date(2026, 11, 23), 17, 30)
    assert due == {at: for_level(CALENDAR, POLICY, at, FILED).due_at for at in due}
    assert for_level(CALENDAR, policy, Level.VILLAGE, FILED, "roads").due_at == DUE
    assert for_level(CALENDAR, policy, Level.VILLAGE, FILED, "taken away since").due_at == DUE


def test_what_is_filed_at_night_in_utc_counts_from_its_day_in_china() -> None:
    late = shanghai(date(2026, 11, 19), 0, 30)  # still the 18th in UTC
    assert for_level(CALENDAR, POLICY, Level.CADRE, late).accept_by == shanghai(date(2026, 11, 20), 17, 30)


def test_what_is_filed_on_a_saturday_is_due_as_if_filed_on_friday() -> None:
    friday, saturday = (for_level(CALENDAR, POLICY, Level.CADRE, shanghai(date(2026, 11, d), 10)) for d in (20, 21))
    assert friday == saturday


def test_half_an_answer_has_five_more_days() -> None:
    assert for_half(CALENDAR, TERMS, FILED) == DUE


def test_an_extension_counts_from_the_old_due_time_and_ends_at_ten_days() -> None:
    assert extended(CALENDAR, TERMS, DUE, 10) == shanghai(date(2026, 12, 9), 17, 30)
    for days in (0, -1, 11):
        with pytest.raises(NotGranted):
            extended(CALENDAR, TERMS, DUE, days)


def test_a_wrong_addressee_has_two_working_days_to_return_it() -> None:
    last = end_of(CALENDAR, TERMS, FILED, 2)
    assert may_return(CALENDAR, TERMS, FILED, last - MOMENT)
    assert not may_return(CALENDAR, TERMS, FILED, last)


def test_the_yellow_card_comes_one_working_day_before() -> None:
    monday_evening = shanghai(date(2026, 11, 23), 17, 30)
    assert yellow_at(CALENDAR, TERMS, monday_evening) == shanghai(date(2026, 11, 20), 17, 30)


def test_days_overdue_are_working_days_and_the_first_has_begun_at_once() -> None:
    friday = shanghai(date(2026, 11, 20), 17, 30)
    assert overdue_days(CALENDAR, friday, friday - MOMENT) == 0
    assert overdue_days(CALENDAR, friday, friday) == 1
    assert overdue_days(CALENDAR, friday, shanghai(date(2026, 11, 22), 12)) == 1
    assert overdue_days(CALENDAR, friday, shanghai(date(2026, 11, 24), 9)) == 2
