from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.rules.deadlines import (
    Clocked,
    end_of,
    extended,
    for_danger,
    for_half,
    for_level,
    may_return,
    on_the_clock,
    overdue_days,
    yellow_at,
)
from bot.rules.errors import NotGranted
from bot.rules.levels import Level
from bot.rules.lifecycle import Action
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai

TERMS = POLICY.deadlines
# A Wednesday; the week after holds no holiday.
FILED = shanghai(date(2026, 11, 18), 9)
DUE = shanghai(date(2026, 11, 25), 17, 30)
MOMENT = timedelta(microseconds=1)


ACCEPT_BY = shanghai(date(2026, 11, 19), 17, 30)
FRESH = Clocked(Level.CADRE, ACCEPT_BY, DUE)
TAKEN = replace(FRESH, accept_by=None)


def _step(now: datetime, appeal: Clocked) -> Action | None:
    return on_the_clock(CALENDAR, TERMS, POLICY.danger, appeal, now)


def test_a_cadre_accepts_by_the_next_evening_and_answers_within_five_working_days() -> None:
    deadlines = for_level(CALENDAR, TERMS, Level.CADRE, FILED)
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
    assert for_level(CALENDAR, TERMS, level, FILED).due_at == shanghai(due, 17, 30)


def test_what_is_filed_at_night_in_utc_counts_from_its_day_in_china() -> None:
    late = shanghai(date(2026, 11, 19), 0, 30)  # still the 18th in UTC
    assert for_level(CALENDAR, TERMS, Level.CADRE, late).accept_by == shanghai(date(2026, 11, 20), 17, 30)


def test_what_is_filed_on_a_saturday_is_due_as_if_filed_on_friday() -> None:
    friday, saturday = (for_level(CALENDAR, TERMS, Level.CADRE, shanghai(date(2026, 11, d), 10)) for d in (20, 21))
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


def test_the_clock_warns_once_and_escalates_at_the_first_overdue_moment() -> None:
    yellow = yellow_at(CALENDAR, TERMS, DUE)
    warned = replace(TAKEN, reminded_at=yellow)
    assert _step(yellow - MOMENT, TAKEN) is None
    assert _step(yellow, TAKEN) is Action.REMIND
    assert _step(DUE - MOMENT, warned) is None
    assert _step(DUE, warned) is Action.ESCALATE


def test_who_does_not_accept_in_time_is_reminded_and_again_with_the_yellow_card() -> None:
    yellow = yellow_at(CALENDAR, TERMS, DUE)
    reminded = replace(FRESH, reminded_at=ACCEPT_BY)
    assert _step(ACCEPT_BY - MOMENT, FRESH) is None
    assert _step(ACCEPT_BY, FRESH) is Action.REMIND
    assert _step(yellow - MOMENT, reminded) is None
    assert _step(yellow, reminded) is Action.REMIND


def test_overdue_at_the_county_there_is_nowhere_to_climb_so_it_is_reminded_once() -> None:
    county = replace(TAKEN, level=Level.COUNTY, reminded_at=yellow_at(CALENDAR, TERMS, DUE))
    assert _step(DUE, county) is Action.REMIND
    assert _step(DUE + timedelta(days=3), replace(county, reminded_at=DUE)) is None


def test_days_overdue_are_working_days_and_the_first_has_begun_at_once() -> None:
    friday = shanghai(date(2026, 11, 20), 17, 30)
    assert overdue_days(CALENDAR, friday, friday - MOMENT) == 0
    assert overdue_days(CALENDAR, friday, friday) == 1
    assert overdue_days(CALENDAR, friday, shanghai(date(2026, 11, 22), 12)) == 1
    assert overdue_days(CALENDAR, friday, shanghai(date(2026, 11, 24), 9)) == 2


class TestDanger:
    """At night, on the eve of Spring Festival: the wall clock alone counts."""

    start = shanghai(date(2026, 2, 16), 23, 50)
    deadlines = for_danger(POLICY.danger, start)
    unseen = Clocked(Level.CADRE, deadlines.accept_by, deadlines.due_at, danger_since=start)
    seen = replace(unseen, opened_at=start)

    def _after(self, minutes: int, appeal: Clocked) -> Action | None:
        return _step(self.start + timedelta(minutes=minutes), appeal)

    def test_ten_minutes_unseen_is_an_alarm_to_the_county_once(self) -> None:
        assert self._after(9, self.unseen) is None
        assert self._after(10, self.unseen) is Action.ALARM
        assert self._after(11, replace(self.unseen, alarmed_at=self.start)) is None
        assert self._after(10, self.seen) is None

    def test_thirty_minutes_not_accepted_is_a_reminder(self) -> None:
        assert self._after(29, self.seen) is None
        assert self._after(30, self.seen) is Action.REMIND
        assert self._after(60, replace(self.seen, accept_by=None)) is None

    def test_after_two_hours_it_climbs_accepted_or_not(self) -> None:
        assert self._after(119, replace(self.seen, accept_by=None)) is None
        assert self._after(120, replace(self.seen, accept_by=None)) is Action.ESCALATE
        assert self._after(120, self.unseen) is Action.ESCALATE
