from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.errors import NotGranted, NotNow, NotToThem, Refusal, TooLate
from bot.rules.escalation import Complaint, Holder, Ladder, Rung
from bot.rules.levels import GRID_LEVELS, Level
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.steps import Standing, Wish, World, file, take
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai

SUN, VILLAGE_LEAD, AREA_LEAD, COUNTY_LEADER, OFFICE_HEAD = range(1, 6)
_LEADS = ((VILLAGE_LEAD,), (AREA_LEAD,), (SUN, COUNTY_LEADER), (OFFICE_HEAD,))
MOSHIGOU = Ladder(
    SUN,
    tuple(Rung(level, level.value, leads) for level, leads in zip(GRID_LEVELS, _LEADS, strict=True)),
    "discipline",
    frozenset({9}),
)
FILED = World(MOSHIGOU, CALENDAR, POLICY, shanghai(date(2026, 11, 18), 9))
ALL = frozenset(Actor)
HOLDER, AUTHOR, CLOCK = (frozenset({actor}) for actor in (Actor.HOLDER, Actor.AUTHOR, Actor.CLOCK))
WATER_BUREAU = Holder(Level.CADRE, unit="water")


def _on(day: date, hour: int = 9) -> World:
    return replace(FILED, now=shanghai(day, hour))


def _due(standing: Standing) -> datetime:
    assert standing.due_at is not None
    return standing.due_at


def test_words_and_reminders_leave_holder_due_time_and_buttons_as_they_are() -> None:
    standing = file(FILED)
    for action in (Action.ADD_WORDS, Action.URGE, Action.REMIND, Action.NOTE, Action.MAKE_PRIVATE):
        after = take(standing, action, ALL, _on(date(2026, 11, 20)))
        assert replace(after, look_at=standing.look_at) == standing


def test_what_came_due_stays_to_be_looked_at_until_the_clock_has_dealt_with_it() -> None:
    standing, late = file(FILED), _on(date(2026, 11, 20))
    for action in (Action.ADD_WORDS, Action.URGE, Action.ACCEPT, Action.NOTE):
        assert take(standing, action, ALL, late).look_at == standing.look_at
    reminded = take(standing, Action.REMIND, ALL, late).look_at
    assert reminded is not None
    assert reminded > late.now


def test_only_what_is_open_is_looked_at() -> None:
    for action in (Action.ANSWER, Action.WITHDRAW):
        assert take(file(FILED), action, ALL, FILED).look_at is None


def test_referred_to_a_unit_it_keeps_its_date_and_level_and_waits_to_be_accepted_anew() -> None:
    accepted = take(file(FILED), Action.ACCEPT, HOLDER, FILED)
    referred = take(accepted, Action.REFER, HOLDER, _on(date(2026, 11, 20)), Wish(to=WATER_BUREAU))
    assert (accepted.accept_by, referred.accept_by) == (None, shanghai(date(2026, 11, 23), 17) + timedelta(minutes=30))
    assert (referred.due_at, referred.holder) == (accepted.due_at, WATER_BUREAU)


def test_a_wrong_addressee_gives_it_back_within_two_days_and_not_later() -> None:
    referred = take(file(FILED), Action.REFER, HOLDER, FILED, Wish(to=WATER_BUREAU))
    returned = take(referred, Action.RETURN, HOLDER, _on(date(2026, 11, 20)))
    assert (returned.status, returned.holder.official) == (Status.ACCEPTED, SUN)
    with pytest.raises(TooLate):
        take(referred, Action.RETURN, HOLDER, _on(date(2026, 11, 20), hour=18))


def test_a_level_is_given_more_time_once_and_the_next_level_again() -> None:
    once = take(file(FILED), Action.EXTEND, HOLDER, FILED, Wish(days=10))
    with pytest.raises(NotGranted):
        take(once, Action.EXTEND, HOLDER, FILED, Wish(days=1))
    above = take(once, Action.ESCALATE, HOLDER, FILED)
    assert _due(take(above, Action.EXTEND, HOLDER, FILED, Wish(days=3))) > _due(above)


def test_danger_is_never_given_more_time_and_climbs_by_the_minute() -> None:
    danger = file(FILED, is_danger=True)
    assert danger.due_at == FILED.now + timedelta(hours=2)
    with pytest.raises(NotGranted):
        take(danger, Action.EXTEND, HOLDER, FILED, Wish(days=1))
    later = replace(FILED, now=_due(danger))
    assert take(danger, Action.ESCALATE, CLOCK, later).due_at == later.now + timedelta(hours=2)


def test_its_categorys_own_days_hold_from_when_it_reaches_that_level() -> None:
    water = replace(POLICY.categories["water"], days={Level.VILLAGE: 3})
    world = replace(FILED, policy=replace(POLICY, categories=POLICY.categories | {"water": water}))
    leaking, cut = file(world, category="water"), file(world, category="power_telecom")
    assert leaking.due_at == cut.due_at
    above = [take(standing, Action.ESCALATE, CLOCK, world) for standing in (leaking, cut)]
    assert [standing.due_at for standing in above] == [
        shanghai(date(2026, 11, 23), 17) + timedelta(minutes=30),
        shanghai(date(2026, 11, 25), 17) + timedelta(minutes=30),
    ]


def test_said_later_to_be_about_the_cadre_it_leaves_his_hands_for_good() -> None:
    wish = Wish(complaint=Complaint.ACCUSED, barred=frozenset({SUN}))
    barred = take(take(file(FILED), Action.ACCEPT, HOLDER, FILED), Action.BAR, AUTHOR, FILED, wish)
    assert barred.holder == Holder(Level.TOWNSHIP, unit="discipline")
    with pytest.raises(NotToThem):
        take(barred, Action.REFER, HOLDER, FILED, Wish(to=Holder(Level.CADRE, official=SUN)))


def test_at_the_county_nobody_can_pass_it_up() -> None:
    standing = file(FILED)
    while standing.holder.level is not Level.COUNTY:
        standing = take(standing, Action.ESCALATE, CLOCK, FILED)
    with pytest.raises(NotNow):
        take(standing, Action.ESCALATE, CLOCK, FILED)


def test_brought_back_it_is_the_last_holders_with_a_new_date() -> None:
    withdrawn = take(file(FILED), Action.WITHDRAW, AUTHOR, FILED)
    later = _on(date(2026, 12, 1))
    again = take(withdrawn, Action.REOPEN, AUTHOR, later)
    assert (withdrawn.due_at, again.holder) == (None, withdrawn.holder)
    assert _due(again) > later.now


STEPS = st.tuples(
    st.sampled_from(Action),
    st.sampled_from(Actor),
    st.integers(0, 4 * 24),
    st.builds(
        Wish,
        to=st.none() | st.just(WATER_BUREAU) | st.builds(Holder, st.just(Level.CADRE), st.integers(1, 5)),
        days=st.integers(0, 11),
        complaint=st.sampled_from(Complaint),
        barred=st.frozensets(st.integers(1, 5), max_size=2),
    ),
)


@given(st.booleans(), st.lists(STEPS, max_size=40))
def test_whatever_people_do_an_open_appeal_has_a_holder_who_may_have_it_and_a_due_time(
    is_danger: bool, steps: list[tuple[Action, Actor, int, Wish]]
) -> None:
    now, standing = FILED.now, file(FILED, is_danger=is_danger)
    for action, actor, hours, wish in steps:
        now += timedelta(hours=hours)
        before = standing
        try:
            standing = take(before, action, frozenset({actor}), replace(FILED, now=now), wish)
        except Refusal:
            continue
        assert (standing.due_at is not None) == standing.status.is_open
        assert standing.accept_by is None or standing.status.is_open
        assert standing.holder.official not in standing.barred
        assert standing.barred >= before.barred
        assert standing.epoch >= before.epoch
        if (standing.status, standing.holder) != (before.status, before.holder):
            assert standing.epoch > before.epoch
        if action is Action.ESCALATE:
            assert standing.holder.level > before.holder.level
            assert standing.holder.official is None or standing.holder.official not in before.held


@given(st.lists(STEPS, max_size=15))
def test_left_alone_every_open_appeal_climbs_to_the_county(steps: list[tuple[Action, Actor, int, Wish]]) -> None:
    standing = file(FILED)
    for action, actor, _, wish in steps:
        try:
            standing = take(standing, action, frozenset({actor}), FILED, wish)
        except Refusal:
            continue
    climbed = 0
    while standing.status.is_open and standing.holder.level is not Level.COUNTY:
        standing = take(standing, Action.ESCALATE, CLOCK, replace(FILED, now=_due(standing)))
        climbed += 1
    assert climbed <= len(Level) - 1
