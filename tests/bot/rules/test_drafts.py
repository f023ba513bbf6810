from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.rules.drafts import DraftReading, DraftStep, asked_again_at, first_card_at, on_quiet
from tests.bot.rules.calendars import POLICY, shanghai

TERMS = POLICY.drafts
SAID = shanghai(date(2026, 11, 18), 9)
WAKES = SAID + TERMS.quiet
CLEAR = DraftReading(has_words=True, reads_as_appeal=True, may_be_about_the_cadre=False, may_be_private=False)


def test_a_clear_draft_files_itself_after_three_quiet_minutes() -> None:
    assert on_quiet(CLEAR, WAKES, 0, WAKES - timedelta(seconds=1)) is None
    assert on_quiet(CLEAR, WAKES, 0, WAKES) is DraftStep.FILE


@pytest.mark.parametrize(
    "doubtful",
    [
        replace(CLEAR, has_words=False),
        replace(CLEAR, reads_as_appeal=False),
        replace(CLEAR, may_be_about_the_cadre=True),
        replace(CLEAR, may_be_private=True),
        replace(CLEAR, may_be_another_home=True),
    ],
)
def test_any_doubt_is_asked_about_instead(doubtful: DraftReading) -> None:
    steps = [on_quiet(doubtful, WAKES, asked, WAKES) for asked in range(4)]
    assert steps == [DraftStep.ASK, DraftStep.REMIND, DraftStep.LAY_ASIDE, DraftStep.LAY_ASIDE]


def test_danger_is_filed_at_once_whatever_else_is_in_doubt() -> None:
    danger = DraftReading(
        has_words=False, reads_as_appeal=False, may_be_about_the_cadre=True, may_be_private=True, is_danger=True
    )
    assert on_quiet(danger, WAKES, 0, SAID) is DraftStep.FILE


def test_the_first_card_leaves_a_minute_later_and_that_of_danger_at_once() -> None:
    assert first_card_at(SAID, TERMS, is_danger=False) == SAID + timedelta(minutes=1)
    assert first_card_at(SAID, TERMS, is_danger=True) == SAID


def test_nobody_is_reminded_at_night() -> None:
    asked_late = shanghai(date(2026, 11, 18), 22)
    assert asked_again_at(1, SAID, TERMS, POLICY.nights) == SAID + timedelta(days=1)
    assert asked_again_at(2, SAID, TERMS, POLICY.nights) == SAID + timedelta(days=7)
    assert asked_again_at(1, asked_late, TERMS, POLICY.nights) == shanghai(date(2026, 11, 20), 7)
