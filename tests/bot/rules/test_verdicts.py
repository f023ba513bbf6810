from datetime import date, timedelta

import pytest

from bot.rules.errors import NotNow, TooLate
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status, Verdict
from bot.rules.transitions import TABLE
from bot.rules.verdicts import check_open, judge, on_silence
from tests.bot.rules.calendars import POLICY, shanghai

TERMS = POLICY.verdicts
ANSWERED = shanghai(date(2026, 11, 18), 9)


@pytest.mark.parametrize("level", [level for level in Level if level is not Level.COUNTY])
def test_half_stays_in_the_same_hands_once_and_then_climbs(level: Level) -> None:
    assert judge(Verdict.HALF, level, halves=0) is Action.JUDGE_HALF
    assert judge(Verdict.HALF, level, halves=1) is Action.JUDGE_UNSOLVED


def test_above_the_countys_answer_the_verdict_is_kept_and_the_appeal_rests() -> None:
    assert judge(Verdict.HALF, Level.COUNTY, halves=0) is Action.JUDGE_HALF
    assert judge(Verdict.HALF, Level.COUNTY, halves=1) is Action.REST
    assert judge(Verdict.NOT_SOLVED, Level.COUNTY, halves=0) is Action.REST


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("halves", [0, 1, 2])
def test_every_verdict_on_an_answer_has_its_row_in_the_lifecycle(verdict: Verdict, level: Level, halves: int) -> None:
    assert (Status.ANSWERED, judge(verdict, level, halves)) in TABLE


def test_there_is_no_verdict_before_an_answer_nor_after_thirty_days() -> None:
    with pytest.raises(NotNow):
        check_open(None, ANSWERED, TERMS)
    check_open(ANSWERED, ANSWERED + timedelta(days=29, hours=23), TERMS)
    with pytest.raises(TooLate):
        check_open(ANSWERED, ANSWERED + timedelta(days=30), TERMS)


def test_silence_is_asked_once_more_after_three_days_and_ends_after_thirty() -> None:
    asked = ANSWERED + timedelta(days=3)
    assert on_silence(ANSWERED, None, asked - timedelta(seconds=1), TERMS) is None
    assert on_silence(ANSWERED, None, asked, TERMS) is Action.ASK_VERDICT
    assert on_silence(ANSWERED, asked, asked + timedelta(days=20), TERMS) is None
    assert on_silence(ANSWERED, asked, ANSWERED + timedelta(days=30), TERMS) is Action.CLOSE
