from dataclasses import replace
from datetime import date

import pytest

from bot.official_calendar import YearNotCovered, read_calendar
from bot.policy import read_policy

TERMS = read_policy().calendar


def test_the_running_year_must_be_covered() -> None:
    with pytest.raises(YearNotCovered, match=r"years = \[2100\]"):
        read_calendar(TERMS, running_year=2100)
    read_calendar(replace(TERMS, years=frozenset({2100})), running_year=2100)


def test_where_both_speak_of_a_day_the_policy_is_right() -> None:
    worked, holiday = date(2026, 2, 14), date(2026, 10, 1)
    terms = replace(TERMS, holidays=frozenset({worked}), make_up_days=frozenset({holiday}))
    known, changed = read_calendar(TERMS, 2026), read_calendar(terms, 2026)
    assert (known.is_working_day(worked), known.is_working_day(holiday)) == (True, False)
    assert (changed.is_working_day(worked), changed.is_working_day(holiday)) == (False, True)


def test_every_year_since_the_report_was_written_is_covered() -> None:
    years = read_calendar(TERMS, 2026).years
    assert years >= set(range(2013, 2027))
