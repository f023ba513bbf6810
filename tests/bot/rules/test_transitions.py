from collections.abc import Iterable

import pytest

from bot.rules.errors import AlreadySo, NotAtThisLevel, NotNow, NotYours, Refusal
from bot.rules.lifecycle import Action, Actor, Role, Status
from bot.rules.transitions import TABLE, Due, Hands, Transition, decide

OPEN = [status for status in Status if status.is_open]
JUDGING = (Action.JUDGE_SOLVED, Action.JUDGE_HALF, Action.JUDGE_UNSOLVED, Action.REST)
EVERYBODY = frozenset(Actor)


def _from(status: Status | None) -> dict[Action, Transition]:
    return {action: row for (before, action), row in TABLE.items() if before is status}


def _reachable(starts: Iterable[Status]) -> set[Status]:
    found: set[Status] = set()
    left = set(starts)
    while left:
        found |= left
        left = {row.after for (before, _), row in TABLE.items() if before in left} - found
    return found


def _role(row: Transition) -> Role:
    """One as which a holder may take the step."""
    return next(role for role in Role if role in row.held_as)


def _only_for(*actors: Actor) -> set[Action]:
    return {a for a in Action if all(row.who <= set(actors) for (_, done), row in TABLE.items() if done is a)}


def test_every_status_and_every_action_has_its_place_in_the_table() -> None:
    assert {action for _, action in TABLE} == set(Action)
    assert {before for before, _ in TABLE} == {*Status, None}


def test_filing_leads_to_every_status() -> None:
    (filed,) = _from(None).values()
    assert _reachable([filed.after]) == set(Status)


@pytest.mark.parametrize("status", Status)
def test_every_status_can_still_be_answered_and_come_to_an_end(status: Status) -> None:
    assert {Status.ANSWERED, Status.CLOSED} <= _reachable([status])


@pytest.mark.parametrize("status", OPEN)
@pytest.mark.parametrize("actor", [Actor.HOLDER, Actor.CLOCK, Actor.AUTHOR])
def test_holder_clock_and_author_each_have_a_way_out_of_every_open_status(status: Status, actor: Actor) -> None:
    assert any(actor in row.who and row.after is not status for row in _from(status).values())


@pytest.mark.parametrize("status", [status for status in Status if not status.is_open])
def test_the_author_can_bring_back_whatever_has_ended(status: Status) -> None:
    assert any(Actor.AUTHOR in row.who and row.after.is_open for row in _from(status).values())


def test_whoever_brings_an_appeal_to_life_gives_it_a_due_time_and_no_open_one_loses_it() -> None:
    for (before, action), row in TABLE.items():
        was_open = before is not None and before.is_open
        if not row.after.is_open:
            assert row.due is (Due.NONE if row.after is not before else row.due), (before, action)
        elif was_open:
            assert row.due is not Due.NONE, (before, action)
        else:
            assert row.due in {Due.LEVEL, Due.HALF}, (before, action)


def test_words_never_move_the_due_time_nor_the_holder() -> None:
    words = {Action.ADD_WORDS, Action.TELL, Action.NOTE, Action.ASK_BACK, Action.URGE, Action.REMIND}
    said = [row for (_, action), row in TABLE.items() if action in words]
    assert {(row.hands, row.due) for row in said} == {(Hands.KEEP, Due.KEEP)}


def test_handing_an_appeal_about_buys_no_time() -> None:
    handed = {Action.REFER, Action.RETURN, Action.TAKE_OVER, Action.CALL_IN}
    passed = [row for (_, action), row in TABLE.items() if action in handed]
    assert {row.due for row in passed} == {Due.KEEP}


def test_only_the_author_judges() -> None:
    assert _only_for(Actor.AUTHOR) == {*JUDGING}


def test_only_who_said_or_wrote_it_withdraws() -> None:
    assert {action for action in _only_for(Actor.AUTHOR, Actor.WRITER) if action is Action.WITHDRAW}


def test_only_from_above_it_is_taken_over_and_only_the_county_forwards_it() -> None:
    assert Action.TAKE_OVER in _only_for(Actor.LEAD, Actor.COUNTY_OFFICE)
    forwards = [row for (_, action), row in TABLE.items() if action is Action.FORWARD_UP]
    assert {(row.who, row.held_as, row.after) for row in forwards} == {
        (frozenset({Actor.HOLDER}), frozenset({Role.COUNTY_OFFICE}), Status.FORWARDED)
    }


def test_nobody_can_act_as_the_clock() -> None:
    assert _only_for(Actor.CLOCK) == {Action.REMIND, Action.ALARM, Action.ASK_VERDICT, Action.CLOSE}


def test_the_clock_ends_only_what_was_answered() -> None:
    ended = {before for (before, _), row in TABLE.items() if Actor.CLOCK in row.who and row.after is Status.CLOSED}
    assert ended == {Status.ANSWERED}


def test_not_ours_is_a_transfer_and_never_an_end() -> None:
    for action in (Action.REFER, Action.RETURN, Action.ESCALATE):
        assert all(row.after.is_open for (_, done), row in TABLE.items() if done is action)


@pytest.mark.parametrize("status", [*Status, None])
@pytest.mark.parametrize("action", Action)
def test_what_the_table_does_not_name_is_refused_to_everybody(status: Status | None, action: Action) -> None:
    if (status, action) in TABLE:
        assert decide(status, action, EVERYBODY, _role(TABLE[status, action])) is TABLE[status, action]
    else:
        with pytest.raises(Refusal):
            decide(status, action, EVERYBODY, Role.COUNTY_OFFICE)


@pytest.mark.parametrize(("at", "row"), TABLE.items())
def test_a_step_is_refused_to_all_but_those_named(at: tuple[Status | None, Action], row: Transition) -> None:
    with pytest.raises(NotYours):
        decide(*at, EVERYBODY - row.who, _role(row))
    for actor in row.who:
        assert decide(*at, frozenset({actor}), _role(row)) is row


@pytest.mark.parametrize(("at", "row"), TABLE.items())
def test_a_holder_takes_a_step_only_as_one_who_may(at: tuple[Status | None, Action], row: Transition) -> None:
    for role in frozenset(Role) - row.held_as:
        with pytest.raises(NotAtThisLevel):
            decide(*at, frozenset({Actor.HOLDER}), role)
        for actor in row.who - {Actor.HOLDER}:
            assert decide(*at, frozenset({actor, Actor.HOLDER}), role) is row


def test_a_second_tap_is_told_apart_from_a_step_out_of_place() -> None:
    holder, author = frozenset({Actor.HOLDER}), frozenset({Actor.AUTHOR})
    with pytest.raises(AlreadySo):
        decide(Status.ACCEPTED, Action.ACCEPT, holder, Role.CADRE)
    with pytest.raises(AlreadySo):
        decide(Status.CLOSED, Action.JUDGE_SOLVED, author, Role.CADRE)
    with pytest.raises(NotNow):
        decide(Status.ANSWERED, Action.ESCALATE, holder, Role.CADRE)


def test_a_stranger_learns_nothing_of_the_status() -> None:
    with pytest.raises(NotYours):
        decide(Status.ACCEPTED, Action.ACCEPT, frozenset(), Role.CADRE)
