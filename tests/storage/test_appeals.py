import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.rules.errors import AlreadySo
from bot.rules.escalation import Complaint, Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Outcome, Status
from bot.rules.numbers import COUNTY_SERIES
from storage.access import access_appeal
from storage.appeals import find_appeal_by_number
from storage.engine import Database, Session
from storage.history import list_steps
from storage.models import Appeal, AppealEvent
from storage.numbers import add_number
from storage.standings import find_standing
from storage.steps import By, Step, record_step
from tests.clock import Hands
from tests.storage.cases import file, go_on
from tests.storage.conftest import Settled
from tests.storage.county import CADRE, GUILAN, MAYOR, VILLAGE_LEAD, settle


async def test_a_villages_public_numbers_have_no_gaps_where_hidden_ones_were_filed_between(settled: Settled) -> None:
    county, cast = settled
    one = await file(county, cast)
    barred = await file(county, cast, barred=[cast.officials[CADRE]])
    at_home = await file(county, cast, is_private=True, is_hidden=True)
    two = await file(county, cast, is_private=True)
    assert [(a.series, a.number) for a in (one, barred, at_home, two)] == [
        ("磨石沟", 1),
        (COUNTY_SERIES, 1),
        (COUNTY_SERIES, 2),
        ("磨石沟", 2),
    ]
    assert await find_appeal_by_number(county.session, "磨石沟", 2) == two.id
    assert await find_appeal_by_number(county.session, "磨石沟", 3) is None


async def test_writers_at_the_same_time_get_different_numbers_and_a_failure_leaves_no_gap(
    database: Database,
) -> None:
    async def number(*, fails: bool) -> int:
        async with database.write() as session:
            given = await add_number(session, "磨石沟")
            return given // (not fails)

    turns = (number(fails=turn % 3 == 0) for turn in range(30))
    given = await asyncio.gather(*turns, return_exceptions=True)
    assert sorted(number for number in given if isinstance(number, int)) == list(range(1, 21))


async def test_a_savepoint_that_is_undone_gives_its_number_back(settled: Settled) -> None:
    county, cast = settled
    savepoint = await county.session.begin_nested()
    await file(county, cast)
    await savepoint.rollback()
    assert (await file(county, cast)).number == 1


async def _events(settled: Settled, appeal: Appeal) -> Sequence[AppealEvent]:
    county, _ = settled
    query = select(AppealEvent).where(AppealEvent.appeal_id == appeal.id).order_by(AppealEvent.id)
    return (await county.session.scalars(query)).all()


async def test_status_holder_and_history_change_together(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    county.hands.move(timedelta(days=8))
    due = county.hands.now + timedelta(days=5)
    lead = Holder(Level.VILLAGE, official=cast.officials[VILLAGE_LEAD], grid="V")
    await go_on(
        county,
        appeal,
        Action.ESCALATE,
        note="到期没有回音",
        status=Status.ESCALATED,
        holder=lead,
        due_at=due,
        accept_by=None,
    )
    filed, escalated = await _events(settled, appeal)
    assert (appeal.status, appeal.level, appeal.due_at, appeal.accept_by) == ("escalated", "village", due, None)
    assert appeal.holder_official_id == cast.officials[VILLAGE_LEAD]
    assert (filed.action, filed.from_status, filed.to_official_id) == ("file", None, cast.officials[CADRE])
    assert (escalated.from_status, escalated.status, escalated.at) == ("filed", "escalated", county.hands.now)
    assert (escalated.to_official_id, escalated.to_grid_id) == (cast.officials[VILLAGE_LEAD], appeal.holder_grid_id)


async def test_a_step_that_leaves_the_holder_goes_to_nobody_in_the_history(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    await go_on(county, appeal, Action.ACCEPT, status=Status.ACCEPTED)
    _, accepted = await _events(settled, appeal)
    assert (accepted.to_official_id, accepted.to_unit_id, accepted.to_grid_id) == (None, None, None)


async def test_the_epoch_is_kept_as_the_rules_count_it(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    due = county.hands.now + timedelta(days=10)
    await go_on(county, appeal, Action.EXTEND, due_at=due)
    assert (appeal.epoch, appeal.due_at) == (1, due)
    await go_on(county, appeal, Action.ACCEPT, status=Status.ACCEPTED)
    assert appeal.epoch == 2


async def test_an_answer_sets_its_outcome_and_going_on_takes_it_away(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    start, due = county.hands.now, appeal.due_at
    await go_on(county, appeal, Action.ANSWER, status=Status.ANSWERED, outcome=Outcome.PARTLY_SOLVED, due_at=None)
    assert (appeal.outcome, appeal.answered_at, appeal.due_at) == ("partly_solved", start, None)
    county.hands.move(timedelta(days=1))
    await go_on(county, appeal, Action.JUDGE_SOLVED, status=Status.CLOSED)
    assert (appeal.outcome, appeal.answered_at, appeal.closed_at) == ("partly_solved", start, county.hands.now)
    await go_on(county, appeal, Action.JUDGE_HALF, status=Status.HALF_SOLVED, due_at=due)
    assert (appeal.outcome, appeal.closed_at) == (None, None)


async def test_where_it_stands_is_read_back_as_it_was_recorded(settled: Settled) -> None:
    county, cast = settled
    appeal, start = await file(county, cast, told=[cast.officials[MAYOR]]), county.hands.now
    unit = Holder(Level.CADRE, unit="JW")
    await go_on(county, appeal, Action.EXTEND)
    await go_on(county, appeal, Action.REFER, status=Status.REFERRED, holder=unit)
    standing = await find_standing(county.session, appeal)
    cadre = cast.officials[CADRE]
    assert (standing.status, standing.holder, standing.epoch) == (Status.REFERRED, unit, 2)
    assert (standing.referred_by, standing.referred_at) == (Holder(Level.CADRE, official=cadre), start)
    assert (standing.held, standing.extended) == (frozenset({cadre}), frozenset({Level.CADRE}))
    assert (standing.complaint, standing.barred, standing.is_danger) == (Complaint.NONE, frozenset(), False)


async def test_what_was_once_an_accusation_is_read_back_as_one(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast, barred=[cast.officials[CADRE]])
    both = frozenset({cast.officials[CADRE], cast.officials[MAYOR]})
    await go_on(county, appeal, Action.BAR, complaint=Complaint.UNSEEN, barred=both)
    standing = await find_standing(county.session, appeal)
    assert (standing.complaint, standing.barred) == (Complaint.ACCUSED, both)


async def test_of_two_who_take_a_step_from_the_same_state_the_second_is_told_so(database: Database) -> None:
    hands = Hands()
    async with database.write() as session:
        county, cast = await settle(session, hands)
        appeal_id = (await file(county, cast)).id
    async with database.read() as session:
        slow = await session.get_one(Appeal, appeal_id)
    async with database.write() as session:
        quick = await session.get_one(Appeal, appeal_id)
        await _step(session, quick, Action.ACCEPT, Status.ACCEPTED, hands)
    with pytest.raises(AlreadySo):
        await _late_step(database, slow, hands)
    async with database.read() as session:
        assert len(list(await session.scalars(select(AppealEvent)))) == 2


async def _late_step(database: Database, appeal: Appeal, hands: Hands) -> None:
    async with database.write() as session:
        await _step(session, appeal, Action.WITHDRAW, Status.WITHDRAWN, hands)


async def _step(session: Session, appeal: Appeal, action: Action, status: Status, hands: Hands) -> None:
    before = await find_standing(session, appeal)
    after = replace(before, status=status, epoch=before.epoch + 1)
    await record_step(session, appeal, Step(action, By(Actor.CLOCK), after), hands.now)


@pytest.mark.parametrize("tampering", [update(AppealEvent).values(note="无事发生"), delete(AppealEvent)])
async def test_the_database_lets_nobody_rewrite_history(settled: Settled, tampering: Any) -> None:
    county, cast = settled
    await file(county, cast)
    with pytest.raises(DBAPIError, match="appeal_events only grows"):
        await county.session.execute(tampering)
    await county.session.rollback()


@pytest.mark.parametrize(
    "change",
    [{"due_at": None}, {"holder_official_id": None}, {"outcome": "solved"}, {"status": "lost"}, {"number": 0}],
)
async def test_the_database_keeps_no_open_appeal_that_nobody_has_to_answer(
    settled: Settled, change: dict[str, object]
) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    with pytest.raises(IntegrityError):
        await county.session.execute(update(Appeal).where(Appeal.id == appeal.id).values(**change))
    await county.session.rollback()


async def test_whoever_may_not_read_the_words_sees_no_notes_in_the_history(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast, is_private=True)
    lead = Holder(Level.VILLAGE, official=cast.officials[VILLAGE_LEAD], grid="V")
    await go_on(county, appeal, Action.ESCALATE, status=Status.ESCALATED, holder=lead, note="她男人又打她")
    await go_on(county, appeal, Action.ESCALATE, holder=Holder(Level.COUNTY, grid="C"))
    for user_id, note in ((VILLAGE_LEAD, None), (GUILAN, "她男人又打她")):
        view = await access_appeal(county.session, await county.viewer(user_id), appeal.id)
        steps = await list_steps(county.session, view)
        assert [step.action for step in steps] == [Action.FILE, Action.ESCALATE, Action.ESCALATE]
        assert steps[1].note == note
