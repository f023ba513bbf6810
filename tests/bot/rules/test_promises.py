from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.deadlines import end_of, for_half, for_level
from bot.rules.errors import Refusal
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.promises import Past, Promise, Reckoning, promised_anew
from bot.rules.steps import Standing, Wish, file, take
from bot.rules.terms import Policy
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai
from tests.bot.rules.test_steps import FILED, STEPS

TERMS = POLICY.deadlines
SHORTER = replace(POLICY, deadlines=replace(TERMS, accept=2, half=2, solve=replace(TERMS.solve, cadre=3, village=2)))
START = FILED.now
CADRES = Past(Action.FILE, None, Level.CADRE, START, for_level(CALENDAR, POLICY, Level.CADRE, START).due_at)
KEPT = Promise(START, CADRES.due_at)


def _anew(*history: Past, kept: Promise = KEPT, policy: Policy = SHORTER) -> Promise:
    return promised_anew(kept, history, Reckoning(CALENDAR, policy, "water"))


def _end(day: int) -> datetime:
    return shanghai(date(2026, 11, day), 17, 30)


def test_it_counts_from_when_the_appeal_came_to_where_it_is() -> None:
    assert _anew(CADRES) == Promise(_end(20), _end(23))
    up = Past(Action.ESCALATE, Status.ACCEPTED, Level.VILLAGE, START + timedelta(days=1), None)
    assert _anew(CADRES, up) == Promise(_end(23), _end(23))


def test_what_was_accepted_waits_for_nothing() -> None:
    assert _anew(CADRES, kept=Promise(None, CADRES.due_at)) == Promise(None, _end(23))


def test_a_category_s_own_days_count() -> None:
    water = replace(POLICY.categories["water"], days={Level.CADRE: 1})
    own = replace(SHORTER, categories=POLICY.categories | {"water": water})
    assert _anew(CADRES, policy=own).due_at == _end(19)


@pytest.mark.parametrize("kept", [10, None])
def test_an_extension_stays_granted_beyond_what_the_policy_would_grant_now(kept: int | None) -> None:
    strict = replace(SHORTER, deadlines=replace(SHORTER.deadlines, extension_at_most=1))
    assert CADRES.due_at
    longer = end_of(CALENDAR, TERMS, CADRES.due_at, 10)
    granted = Past(Action.EXTEND, Status.ACCEPTED, Level.CADRE, START, longer, kept)
    assert _anew(CADRES, granted, policy=strict).due_at == end_of(CALENDAR, TERMS, _end(23), 10)
    up = Past(Action.ESCALATE, Status.ACCEPTED, Level.VILLAGE, START, None)
    assert _anew(CADRES, granted, up, policy=strict).due_at == _end(20)


def test_the_missing_half_counts_from_when_it_was_missed() -> None:
    half = Past(Action.JUDGE_HALF, Status.ANSWERED, Level.CADRE, START, None)
    assert _anew(CADRES, half, kept=Promise(None, START)).due_at == for_half(CALENDAR, SHORTER.deadlines, START)


def test_a_history_without_an_arrival_leaves_the_promise() -> None:
    assert _anew(Past(Action.NOTE, Status.ACCEPTED, Level.CADRE, START, None)) == KEPT


@given(st.lists(STEPS, max_size=25), st.booleans())
def test_by_the_policy_that_promised_it_nothing_moves_whatever_happened(
    steps: list[tuple[Action, Actor, int, Wish]], is_kept: bool
) -> None:
    now, standing = START, file(FILED, category="water")
    history = [_step(Action.FILE, None, standing, now)]
    for action, actor, hours, wish in steps:
        now += timedelta(hours=hours)
        before = standing
        try:
            standing = take(before, action, frozenset({actor}), replace(FILED, now=now), wish)
        except Refusal:
            continue
        days = wish.days if is_kept and action is Action.EXTEND else None
        history.append(_step(action, before.status, standing, now, days))
    if standing.status.is_open:
        promised = Promise(standing.accept_by, standing.due_at)
        assert _anew(*history, kept=promised, policy=POLICY) == promised


def _step(action: Action, before: Status | None, after: Standing, now: datetime, days: int | None = None) -> Past:
    return Past(action, before, after.holder.level, now, after.due_at, days)
