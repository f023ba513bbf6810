from datetime import date, datetime, timedelta

import pytest

from bot.rules.commitments import Ending, Kept, kept, may_commit, offered, promised_until
from bot.rules.errors import AfterDue, DayOff, DayOver, Refusal
from bot.rules.lifecycle import Role
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai

TERMS = POLICY.deadlines
MONDAY = date(2026, 11, 23)
DUE = shanghai(MONDAY + timedelta(days=7), 17, 30)
NOW = shanghai(MONDAY, 9, 30)
SOON, LATER = DUE - timedelta(seconds=1), DUE + timedelta(days=2)


@pytest.mark.parametrize(
    ("ending", "now", "state"),
    [
        (None, SOON, Kept.OPEN),
        (None, DUE, Kept.LATE),
        (Ending(SOON, is_answer=True), LATER, Kept.KEPT),
        (Ending(DUE, is_answer=True), LATER, Kept.LATE),
        (Ending(SOON, is_answer=False), LATER, Kept.WITHDRAWN),
        (Ending(DUE, is_answer=False), DUE, Kept.LATE),
    ],
)
def test_what_is_promised_is_kept_by_an_answer_before_its_moment_and_by_nothing_else(
    ending: Ending | None, now: datetime, state: Kept
) -> None:
    assert kept(DUE, ending, now) is state


def test_at_a_tap_no_day_after_the_due_one_is_offered_and_the_due_one_is() -> None:
    ends = offered(CALENDAR, TERMS, NOW, DUE)
    assert list(ends) == [3, 5]
    assert ends[5] == DUE
    assert list(offered(CALENDAR, TERMS, NOW, shanghai(MONDAY + timedelta(days=1), 17, 30))) == [1]
    assert offered(CALENDAR, TERMS, NOW, shanghai(MONDAY, 11)) == {}, "a danger's due time"
    with pytest.raises(AfterDue):
        offered(CALENDAR, TERMS, DUE, DUE)


@pytest.mark.parametrize(
    ("days", "refusal"), [(-1, DayOver), (0, None), (4, None), (5, DayOff), (7, None), (8, AfterDue)]
)
def test_a_promise_is_for_a_working_day_that_is_neither_over_nor_after_the_due_one(
    days: int, refusal: type[Refusal] | None
) -> None:
    day = MONDAY + timedelta(days=days)
    if refusal is None:
        assert promised_until(CALENDAR, TERMS, day, DUE, NOW) == shanghai(day, 17, 30)
        return
    with pytest.raises(refusal):
        promised_until(CALENDAR, TERMS, day, DUE, NOW)


def test_today_can_be_promised_until_its_working_hours_end() -> None:
    with pytest.raises(DayOver):
        promised_until(CALENDAR, TERMS, MONDAY, DUE, shanghai(MONDAY, 17, 30))


def test_a_cadre_has_the_due_date_and_nothing_else_to_promise() -> None:
    assert [may_commit(role) for role in Role] == [role is not Role.CADRE for role in Role]
