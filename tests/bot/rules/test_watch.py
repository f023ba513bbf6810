from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.deadlines import for_danger, for_level
from bot.rules.levels import Level
from bot.rules.watch import Stroke, Watched, next_look, stroke_of
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai

# A Wednesday; the week after holds no holiday.
FILED = shanghai(date(2026, 11, 18), 9)
ACCEPT_BY = shanghai(date(2026, 11, 19), 17, 30)
YELLOW = shanghai(date(2026, 11, 24), 17, 30)
DUE = shanghai(date(2026, 11, 25), 17, 30)
MOMENT = timedelta(microseconds=1)
FRESH = Watched(Level.CADRE, ACCEPT_BY, DUE, ACCEPT_BY)
TAKEN = replace(FRESH, accept_by=None, look_at=YELLOW)


def stroke(now: datetime, appeal: Watched) -> Stroke | None:
    return stroke_of(CALENDAR, POLICY, appeal, now)


def look(now: datetime, appeal: Watched) -> datetime:
    return next_look(CALENDAR, POLICY, appeal, now)


def dealt_with(appeal: Watched, now: datetime) -> Watched:
    return replace(appeal, look_at=look(now, appeal))


def test_the_clock_looks_when_it_should_be_accepted_then_for_the_yellow_card_then_when_it_is_due() -> None:
    assert look(FILED, FRESH) == ACCEPT_BY
    assert look(ACCEPT_BY, FRESH) == YELLOW
    assert look(FILED, TAKEN) == YELLOW
    assert look(YELLOW, TAKEN) == DUE


def test_it_warns_once_and_climbs_at_the_first_overdue_moment() -> None:
    assert stroke(YELLOW - MOMENT, TAKEN) is None
    assert stroke(YELLOW, TAKEN) is Stroke.YELLOW
    warned = dealt_with(TAKEN, YELLOW)
    assert stroke(DUE - MOMENT, warned) is None
    assert stroke(DUE, warned) is Stroke.CLIMB


def test_who_does_not_accept_in_time_is_called_and_again_with_the_yellow_card() -> None:
    assert stroke(ACCEPT_BY - MOMENT, FRESH) is None
    assert stroke(ACCEPT_BY, FRESH) is Stroke.UNACCEPTED
    called = dealt_with(FRESH, ACCEPT_BY)
    assert stroke(YELLOW - MOMENT, called) is None
    assert stroke(YELLOW, called) is Stroke.YELLOW


def test_overdue_at_the_county_it_is_called_to_mind_every_working_day() -> None:
    county = replace(TAKEN, level=Level.COUNTY, look_at=DUE)
    assert stroke(DUE, county) is Stroke.RED
    friday = shanghai(date(2026, 11, 27), 17, 30)
    assert look(DUE, county) == shanghai(date(2026, 11, 26), 17, 30)
    assert look(friday, county) == shanghai(date(2026, 11, 30), 17, 30)
    assert stroke(friday, replace(county, look_at=friday)) is Stroke.RED


def test_after_days_without_a_clock_only_the_weightiest_is_done() -> None:
    assert stroke(DUE + timedelta(days=3), FRESH) is Stroke.CLIMB
    assert stroke(DUE - MOMENT, FRESH) is Stroke.UNACCEPTED


class TestDanger:
    """At night, on the eve of Spring Festival: the wall clock alone counts."""

    start = shanghai(date(2026, 2, 16), 23, 50)
    deadlines = for_danger(POLICY.danger, start)
    unopened = Watched(Level.CADRE, deadlines.accept_by, deadlines.due_at, start, is_danger=True)
    opened = replace(unopened, is_opened=True)

    def _after(self, minutes: int, appeal: Watched) -> Stroke | None:
        return stroke(self.start + timedelta(minutes=minutes), appeal)

    def test_ten_minutes_unopened_is_an_alarm_to_the_county_once(self) -> None:
        assert look(self.start, self.unopened) == self.start + timedelta(minutes=10)
        assert self._after(9, self.unopened) is None
        assert self._after(10, self.unopened) is Stroke.ALARM
        alarmed = dealt_with(self.unopened, self.start + timedelta(minutes=10))
        assert self._after(11, alarmed) is None
        assert self._after(10, self.opened) is None

    def test_thirty_minutes_not_accepted_is_a_call(self) -> None:
        assert self._after(29, self.opened) is None
        assert self._after(30, self.opened) is Stroke.UNACCEPTED
        assert self._after(60, replace(self.opened, accept_by=None)) is None

    def test_after_two_hours_it_climbs_accepted_or_not(self) -> None:
        assert self._after(119, replace(self.opened, accept_by=None)) is None
        assert self._after(120, replace(self.opened, accept_by=None)) is Stroke.CLIMB
        assert self._after(120, self.unopened) is Stroke.CLIMB

    def test_overdue_at_the_county_it_is_called_to_mind_by_the_hour(self) -> None:
        county = replace(self.opened, level=Level.COUNTY, accept_by=None)
        assert look(county.due_at, county) == county.due_at + POLICY.danger.climb


@given(
    level=st.sampled_from(list(Level)),
    filed=st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 1)),  # noqa: DTZ001 the zone is set below
    wait=st.timedeltas(timedelta(0), timedelta(days=30)),
    is_accepted=st.booleans(),
)
@pytest.mark.parametrize("is_danger", [True, False])
def test_whenever_the_clock_looks_it_goes_on_and_passes_over_nothing(
    level: Level, filed: datetime, wait: timedelta, is_accepted: bool, is_danger: bool
) -> None:
    start = shanghai(filed.date(), filed.hour)
    days = for_danger(POLICY.danger, start) if is_danger else for_level(CALENDAR, POLICY, level, start)
    appeal = Watched(level, None if is_accepted else days.accept_by, days.due_at, start, is_danger)
    first = look(start, appeal)
    assert start < first <= days.due_at
    waiting, now = replace(appeal, look_at=first), start + wait
    if now >= first:
        assert stroke(now, waiting) is not None
        assert look(now, waiting) > now
    else:
        assert stroke(now, waiting) is None
