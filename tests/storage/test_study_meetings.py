"""A meeting keeps its docket and its decisions; what was not done, or was moved up, is found again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.rules.errors import NotYours
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status
from storage import common_issues, study_meetings
from storage.dockets import list_docket_appeals, list_docket_issues
from storage.models import Appeal, Grid, IssueOrigin, ItemStatus, StudyMeeting, Unit
from storage.study_meetings import NewDecision, NewItem
from tests.storage.cases import file, go_on
from tests.storage.conftest import Settled
from tests.storage.county import AREA_LEAD, CADRE, GUILAN, MAYOR, OFFICE, VILLAGE_LEAD, XIUYING


async def _grid(settled: Settled, code: str) -> Grid:
    return (await settled[0].session.scalars(select(Grid).where(Grid.code == code))).one()


async def _passed_up(settled: Settled, level: Level = Level.VILLAGE, lead: int = VILLAGE_LEAD) -> Appeal:
    county, cast = settled
    appeal = await file(county, cast)
    code = {Level.VILLAGE: "V", Level.AREA: "A", Level.TOWNSHIP: "T"}[level]
    holder = Holder(level, official=cast.officials[lead], grid=code)
    await go_on(county, appeal, Action.ESCALATE, status=Status.ESCALATED, holder=holder)
    return appeal


async def _meeting(settled: Settled, *items: NewItem, code: str = "V") -> StudyMeeting:
    county, cast = settled
    grid = await _grid(settled, code)
    lead = cast.officials[VILLAGE_LEAD]
    return await study_meetings.add_meeting(county.session, grid.id, lead, items, county.hands.now)


async def test_a_grid_has_one_meeting_at_a_time_with_its_docket_in_order(settled: Settled) -> None:
    county, _ = settled
    first, second = await _passed_up(settled), await _passed_up(settled)
    meeting = await _meeting(settled, NewItem(appeal_id=second.id), NewItem(appeal_id=first.id))
    items = await study_meetings.list_items(county.session, meeting.id)
    assert [(item.position, item.appeal_id, item.status) for item in items] == [
        (1, second.id, ItemStatus.OPEN),
        (2, first.id, ItemStatus.OPEN),
    ]
    with pytest.raises(IntegrityError):
        async with county.session.begin_nested():
            await _meeting(settled)
    assert await study_meetings.record_meeting_closed(county.session, meeting, county.hands.now)
    assert not await study_meetings.record_meeting_closed(county.session, meeting, county.hands.now)
    assert await study_meetings.find_open_meeting(county.session, meeting.grid_id) is None
    await _meeting(settled)


async def test_a_meeting_is_for_its_leads_and_whoever_stands_in(settled: Settled) -> None:
    county, cast = settled
    meeting = await _meeting(settled)
    for user in (CADRE, AREA_LEAD, MAYOR, OFFICE, GUILAN):
        with pytest.raises(NotYours):
            await study_meetings.access_meeting(county.session, await county.viewer(user), meeting.id)
    await county.away(cast.officials[VILLAGE_LEAD], cast.officials[CADRE])
    for user in (VILLAGE_LEAD, CADRE):
        viewer = await county.viewer(user)
        assert await study_meetings.access_meeting(county.session, viewer, meeting.id) is meeting
    with pytest.raises(NotYours):
        await study_meetings.access_item(county.session, await county.viewer(VILLAGE_LEAD), 987654)


async def test_an_item_is_settled_once_and_what_was_put_off_may_still_be_decided(settled: Settled) -> None:
    county, _ = settled
    meeting = await _meeting(settled, NewItem(appeal_id=(await _passed_up(settled)).id))
    (item,) = await study_meetings.list_items(county.session, meeting.id)
    steps = (ItemStatus.SKIPPED, ItemStatus.SKIPPED, ItemStatus.DECIDED, ItemStatus.MOVED_UP)
    done = [await study_meetings.record_item_settled(county.session, item, status) for status in steps]
    assert (done, item.status) == ([True, False, True, False], ItemStatus.DECIDED)


async def test_a_decision_is_unfinished_until_it_is_done_or_decided_anew(settled: Settled) -> None:
    county, cast = settled
    session, now = county.session, county.hands.now
    appeal, grid = await _passed_up(settled), await _grid(settled, "V")
    meeting = await _meeting(settled, NewItem(appeal_id=appeal.id))
    (item,) = await study_meetings.list_items(session, meeting.id)
    unit = (await session.scalars(select(Unit))).one()
    new = NewDecision(item.id, cast.officials[VILLAGE_LEAD], "修井", unit.id, now + timedelta(days=9))
    decision = await study_meetings.add_decision(session, new, [unit.id], now)
    assert await study_meetings.find_decision(session, item.id) is decision
    assert await study_meetings.list_helpers(session, decision.id) == [unit]
    assert await study_meetings.list_unfinished(session, grid.id) == [(decision, item)]
    await study_meetings.record_meeting_closed(session, meeting, now)
    again = await _meeting(settled, NewItem(appeal_id=appeal.id, came_back_from_id=item.id))
    (back,) = await study_meetings.list_items(session, again.id)
    later = await study_meetings.add_decision(session, replace(new, item_id=back.id), [], now)
    assert await study_meetings.list_unfinished(session, grid.id) == [(later, back)]
    await study_meetings.record_decision_finished(session, later, now)
    assert await study_meetings.list_unfinished(session, grid.id) == []


async def test_what_was_moved_up_is_found_above(settled: Settled) -> None:
    county, cast = settled
    meeting = await _meeting(settled, NewItem(appeal_id=(await _passed_up(settled)).id))
    (item,) = await study_meetings.list_items(county.session, meeting.id)
    area = await _grid(settled, "A")
    new = NewDecision(item.id, cast.officials[VILLAGE_LEAD], moved_to_grid_id=area.id)
    decision = await study_meetings.add_decision(county.session, new, [], county.hands.now)
    assert await study_meetings.list_unfinished(county.session, meeting.grid_id) == []
    assert await study_meetings.list_unfinished(county.session, area.id) == [(decision, item)]


async def test_a_docket_holds_what_was_passed_up_and_what_is_overdue_since(settled: Settled) -> None:
    county, cast = settled
    await file(county, cast)  # with the cadre
    here, above = await _passed_up(settled), await _passed_up(settled, Level.AREA, AREA_LEAD)
    at_unit = await _passed_up(settled)
    await go_on(county, at_unit, Action.REFER, status=Status.REFERRED, holder=Holder(Level.VILLAGE, unit="JW"))
    village, area = await _grid(settled, "V"), await _grid(settled, "A")
    assert await list_docket_appeals(county.session, village, county.hands.now) == [here]
    assert await list_docket_appeals(county.session, area, county.hands.now) == [above]
    county.hands.move(timedelta(days=8))
    assert await list_docket_appeals(county.session, village, county.hands.now) == [here, at_unit]


async def test_an_issue_is_its_grids_and_that_of_whom_a_member_was_passed_up_to(settled: Settled) -> None:
    county, cast = settled
    session, now = county.session, county.hands.now
    hers, neighbours = await _passed_up(settled), await file(county, cast, author=XIUYING, household=cast.neighbours)
    issue = await common_issues.add_issue(session, hers, IssueOrigin.OFFER, now)
    for appeal in (hers, neighbours):
        await common_issues.record_joined(session, issue, appeal, appeal.account_id, now)
    village, area = await _grid(settled, "V"), await _grid(settled, "A")
    assert await list_docket_issues(session, village) == [issue]
    assert await list_docket_issues(session, area) == []
    holder = Holder(Level.AREA, official=cast.officials[AREA_LEAD], grid="A")
    await go_on(county, hers, Action.ESCALATE, status=Status.ESCALATED, holder=holder)
    assert await list_docket_issues(session, area) == [issue]


async def test_the_clock_finds_grids_with_leads_that_have_not_met(settled: Settled) -> None:
    county, _ = settled
    since = county.hands.now
    meeting = await _meeting(settled)
    found = await study_meetings.list_grids_to_meet(county.session, since, 10)
    assert [grid.code for grid in found] == ["C", "T", "A"]
    await study_meetings.record_meeting_closed(county.session, meeting, county.hands.now)
    assert len(await study_meetings.list_grids_to_meet(county.session, since, 10)) == 3
    assert len(await study_meetings.list_grids_to_meet(county.session, since + timedelta(days=1), 10)) == 4
