"""A common issue links appeals; who joined and who left stays written."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.rules.lifecycle import Action, Status
from storage import common_issues, issue_offers
from storage.appeals import Reading, record_private
from storage.models import Appeal, CommonIssueMember, Grid, IssueOrigin
from tests.storage.cases import file, go_on
from tests.storage.conftest import Settled
from tests.storage.county import GUILAN, XIUYING

MEDICINE = Reading("clinic", ["卫生室", "没药"], "卫生室没药", "ordinary")


async def _two(settled: Settled) -> tuple[Appeal, Appeal]:
    county, cast = settled
    hers = await file(county, cast, author=GUILAN)
    neighbours = await file(county, cast, author=XIUYING, household=cast.neighbours, reading=MEDICINE)
    return hers, neighbours


async def _joined(settled: Settled) -> tuple[int, Appeal, Appeal]:
    county, _ = settled
    hers, neighbours = await _two(settled)
    issue = await common_issues.add_issue(county.session, hers, IssueOrigin.OFFER, county.hands.now)
    for appeal in (hers, neighbours):
        await common_issues.record_joined(county.session, issue, appeal, appeal.account_id, county.hands.now)
    return issue.id, hers, neighbours


async def test_its_title_is_the_first_ones_own_words_and_its_households_are_counted_once(settled: Settled) -> None:
    county, cast = settled
    issue_id, hers, neighbours = await _joined(settled)
    issue = await common_issues.find_issue_of(county.session, neighbours.id)
    assert issue
    assert (issue.id, issue.title, issue.grid_id) == (issue_id, hers.title, hers.grid_id)
    again = await file(county, cast, author=GUILAN)
    await common_issues.record_joined(county.session, issue, again, again.account_id, county.hands.now)
    assert await common_issues.list_members(county.session, issue_id) == [hers, neighbours, again]
    assert await common_issues.count_households(county.session, issue_id) == 2


async def test_whoever_leaves_is_remembered_and_takes_the_words_along(settled: Settled) -> None:
    county, _ = settled
    issue_id, hers, neighbours = await _joined(settled)
    left = await common_issues.record_left(county.session, hers.id, county.hands.now)
    assert left
    assert left.title == neighbours.title
    assert await common_issues.record_left(county.session, hers.id, county.hands.now) is None
    assert await common_issues.list_members(county.session, issue_id) == [neighbours]
    rows = (await county.session.scalars(select(CommonIssueMember).order_by(CommonIssueMember.id))).all()
    assert [(row.appeal_id, row.left_at is None) for row in rows] == [(hers.id, False), (neighbours.id, True)]
    await common_issues.record_joined(county.session, left, hers, hers.account_id, county.hands.now)
    assert await common_issues.list_issues_of(county.session, [hers.id, 0]) == {hers.id: issue_id}


async def test_an_appeal_is_in_one_issue_at_a_time(settled: Settled) -> None:
    county, _ = settled
    _, hers, neighbours = await _joined(settled)
    other = await common_issues.add_issue(county.session, neighbours, IssueOrigin.HAND, county.hands.now)
    with pytest.raises(IntegrityError):
        async with county.session.begin_nested():
            await common_issues.record_joined(county.session, other, hers, None, county.hands.now)


async def test_what_is_private_or_withdrawn_is_never_counted(settled: Settled) -> None:
    county, _ = settled
    issue_id, hers, neighbours = await _joined(settled)
    await record_private(county.session, hers, "illness")
    assert await common_issues.count_households(county.session, issue_id) == 1
    await go_on(county, neighbours, Action.WITHDRAW, status=Status.WITHDRAWN)
    assert await common_issues.count_households(county.session, issue_id) == 0


async def test_an_issue_of_two_villages_is_that_of_their_area(settled: Settled) -> None:
    county, cast = settled
    _, hers, _ = await _joined(settled)
    issue = await common_issues.find_issue_of(county.session, hers.id)
    area = (await county.session.scalars(select(Grid).where(Grid.code == "A"))).one()
    there = await county.household("3", await county.grid("W", "柳树沟", "village", area), None)
    appeal = await file(county, cast, author=XIUYING, household=there)
    assert issue
    await common_issues.record_joined(county.session, issue, appeal, None, county.hands.now)
    assert issue.grid_id == area.id


async def test_nobody_is_asked_twice_about_the_same_two(settled: Settled) -> None:
    county, _ = settled
    hers, neighbours = await _two(settled)
    now = county.hands.now
    offer = await issue_offers.add_offer(county.session, neighbours.id, hers.id, now)
    assert offer
    assert await issue_offers.add_offer(county.session, neighbours.id, hers.id, now) is None
    assert await issue_offers.list_asked(county.session, [hers.id, neighbours.id]) == {neighbours.id}
    assert await issue_offers.record_offer_settled(county.session, offer, now, is_agreed=False)
    assert not await issue_offers.record_offer_settled(county.session, offer, now, is_agreed=True)
    found = await issue_offers.find_offer(county.session, offer.id)
    assert found
    assert found.is_agreed is False


async def test_whoever_has_left_decides_for_themselves(settled: Settled) -> None:
    county, _ = settled
    _, hers, neighbours = await _joined(settled)
    await common_issues.record_left(county.session, hers.id, county.hands.now)
    assert await issue_offers.list_asked(county.session, [hers.id, neighbours.id]) == {hers.id}
