import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.rules.errors import AlreadySo
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Outcome, Status
from storage.access import access_appeal
from storage.appeals import find_appeal_by_number
from storage.engine import Database
from storage.history import list_steps
from storage.models import Appeal, AppealEvent
from storage.numbers import COUNTY_SERIES, add_number
from storage.steps import By, Step, record_step
from tests.clock import Hands
from tests.storage.cases import file
from tests.storage.conftest import Settled
from tests.storage.county import CADRE, GUILAN, VILLAGE_LEAD, settle

CLOCK = By(Actor.CLOCK)


async def test_a_villages_public_numbers_have_no_gaps_where_hidden_ones_were_filed_between(settled: Settled) -> None:
    county, cast = settled
    one = await file(county, cast)
    barred = await file(county, cast, barred={cast.officials[CADRE]: "accused"})
    at_home = await file(county, cast, is_private=True, in_county_series=True)
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
    step = Step(Action.ESCALATE, CLOCK, Status.ESCALATED, holder=lead, due_at=due, note="到期没有回音")
    await record_step(county.session, appeal, step, county.hands.now)
    filed, escalated = await _events(settled, appeal)
    assert (appeal.status, appeal.level, appeal.due_at, appeal.accept_by) == ("escalated", "village", due, None)
    assert appeal.holder_official_id == cast.officials[VILLAGE_LEAD]
    assert (filed.action, filed.from_status, filed.to_official_id) == ("file", None, cast.officials[CADRE])
    assert (escalated.from_status, escalated.status, escalated.at) == ("filed", "escalated", county.hands.now)
    assert (escalated.to_official_id, escalated.to_grid_id) == (cast.officials[VILLAGE_LEAD], appeal.holder_grid_id)


async def test_only_a_change_of_status_or_holder_makes_buttons_stale(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    due = county.hands.now + timedelta(days=10)
    for step, epoch in (
        (Step(Action.URGE, By(Actor.AUTHOR)), 0),
        (Step(Action.EXTEND, By(Actor.HOLDER), due_at=due), 0),
        (Step(Action.ACCEPT, By(Actor.HOLDER), Status.ACCEPTED), 1),
        (Step(Action.REFER, By(Actor.HOLDER), Status.REFERRED, holder=Holder(Level.CADRE, unit="JW")), 2),
    ):
        await record_step(county.session, appeal, step, county.hands.now)
        assert appeal.epoch == epoch
    assert appeal.due_at == due
    assert appeal.holder_official_id is None


async def test_an_answer_sets_its_outcome_and_going_on_takes_it_away(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    now = county.hands.now
    answer = Step(Action.ANSWER, By(Actor.HOLDER), Status.ANSWERED, outcome=Outcome.PARTLY_SOLVED)
    await record_step(county.session, appeal, answer, now)
    assert (appeal.outcome, appeal.answered_at) == ("partly_solved", now)
    due = now + timedelta(days=5)
    await record_step(county.session, appeal, Step(Action.JUDGE_HALF, CLOCK, Status.HALF_SOLVED, due_at=due), now)
    assert appeal.outcome is None
    await record_step(county.session, appeal, Step(Action.JUDGE_SOLVED, CLOCK, Status.CLOSED), now)
    assert appeal.closed_at == now
    await record_step(county.session, appeal, Step(Action.REOPEN, CLOCK, Status.FILED, due_at=due), now)
    assert appeal.closed_at is None


async def test_of_two_who_take_a_step_from_the_same_state_the_second_is_told_so(database: Database) -> None:
    hands = Hands()
    async with database.write() as session:
        county, cast = await settle(session, hands)
        appeal_id = (await file(county, cast)).id
    async with database.read() as session:
        slow = await session.get_one(Appeal, appeal_id)
    async with database.write() as session:
        quick = await session.get_one(Appeal, appeal_id)
        await record_step(session, quick, Step(Action.ACCEPT, By(Actor.HOLDER), Status.ACCEPTED), hands.now)
    with pytest.raises(AlreadySo):
        await _late_step(database, slow, hands)
    async with database.read() as session:
        assert len(list(await session.scalars(select(AppealEvent)))) == 2


async def _late_step(database: Database, appeal: Appeal, hands: Hands) -> None:
    async with database.write() as session:
        await record_step(session, appeal, Step(Action.WITHDRAW, By(Actor.AUTHOR), Status.WITHDRAWN), hands.now)


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
    due = county.hands.now + timedelta(days=5)
    upwards = Step(
        Action.ESCALATE, CLOCK, Status.ESCALATED, holder=lead, due_at=due, note="她男人又打她", data={"x": 1}
    )
    await record_step(county.session, appeal, upwards, county.hands.now)
    office = Holder(Level.COUNTY, grid="C")
    await record_step(county.session, appeal, Step(Action.ESCALATE, CLOCK, holder=office, due_at=due), county.hands.now)
    for user_id, note in ((VILLAGE_LEAD, None), (GUILAN, "她男人又打她")):
        view = await access_appeal(county.session, await county.viewer(user_id), appeal.id)
        steps = await list_steps(county.session, view)
        assert [step.action for step in steps] == [Action.FILE, Action.ESCALATE, Action.ESCALATE]
        assert (steps[1].note, steps[1].data) == (note, {"x": 1} if note else {})
