from datetime import timedelta

import pytest
from sqlalchemy.exc import NoResultFound

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status
from storage import appeal_lists
from storage.appeals import record_look_at
from storage.grids import find_grid
from storage.ladders import find_ladder
from tests.storage.cases import file, go_on
from tests.storage.conftest import Settled
from tests.storage.county import (
    AREA_LEAD,
    CADRE,
    CLERK,
    DAYONG,
    GUILAN,
    INSPECTOR,
    MAYOR,
    OFFICE,
    VILLAGE_LEAD,
    XIUYING,
)


async def _inbox(settled: Settled, user_id: int) -> list[int]:
    county, _ = settled
    views = await appeal_lists.list_inbox(county.session, await county.viewer(user_id), 50)
    return [view.appeal.id for view in views]


async def test_an_inbox_holds_what_must_be_answered_sorted_by_due_time(settled: Settled) -> None:
    county, cast = settled
    late, soon, done = [await file(county, cast) for _ in range(3)]
    earlier = county.hands.now + timedelta(days=1)
    await go_on(county, soon, Action.EXTEND, due_at=earlier)
    await go_on(county, done, Action.ANSWER, status=Status.ANSWERED)
    assert await _inbox(settled, CADRE) == [soon.id, late.id]
    assert await _inbox(settled, VILLAGE_LEAD) == []
    await county.away(cast.officials[CADRE], cast.officials[VILLAGE_LEAD])
    assert await _inbox(settled, VILLAGE_LEAD) == [soon.id, late.id]


async def test_what_a_unit_or_a_grid_holds_is_in_the_inbox_of_each_who_may_act_for_it(settled: Settled) -> None:
    county, cast = settled
    units = await file(county, cast, holder=Holder(Level.TOWNSHIP, unit="JW"), barred=[cast.officials[CADRE]])
    grids = await file(county, cast, holder=Holder(Level.TOWNSHIP, grid="T"), barred=[cast.officials[CADRE]])
    for user_id, inbox in ((INSPECTOR, [units.id]), (CLERK, [units.id]), (MAYOR, [grids.id]), (CADRE, [])):
        assert await _inbox(settled, user_id) == inbox


async def test_a_villager_sees_their_own_and_of_their_household_the_public_ones(settled: Settled) -> None:
    county, cast = settled
    hers, private = await file(county, cast), await file(county, cast, is_private=True)
    his = await file(county, cast, author=DAYONG)
    viewer = await county.viewer(GUILAN)
    own = await appeal_lists.list_own_appeals(county.session, viewer, 10)
    assert [view.appeal.id for view in own] == [private.id, hers.id]
    households = await appeal_lists.list_household_appeals(county.session, viewer, 10)
    assert [view.appeal.id for view in households] == [his.id]
    of_dayong = await appeal_lists.list_household_appeals(county.session, await county.viewer(DAYONG), 10)
    assert [view.appeal.id for view in of_dayong] == [hers.id]
    assert await appeal_lists.list_own_appeals(county.session, await county.viewer(XIUYING), 10) == []


async def test_new_words_may_belong_to_what_is_open_or_was_answered_lately(settled: Settled) -> None:
    county, cast = settled
    guilan, start = await county.account(GUILAN), county.hands.now
    open_one, answered, withdrawn = [await file(county, cast) for _ in range(3)]
    await go_on(county, answered, Action.ANSWER, status=Status.ANSWERED)
    await go_on(county, withdrawn, Action.WITHDRAW, status=Status.WITHDRAWN)
    recent = await appeal_lists.list_recent_of_account(county.session, guilan, start)
    assert [appeal.id for appeal in recent] == [answered.id, open_one.id]
    recent = await appeal_lists.list_recent_of_account(county.session, guilan, start + timedelta(days=1))
    assert [appeal.id for appeal in recent] == [open_one.id]


async def test_the_clock_finds_what_it_must_look_at_oldest_first(settled: Settled) -> None:
    county, cast = settled
    start = county.hands.now
    day, week = start + timedelta(days=1), start + timedelta(days=7)
    late, soon = [await file(county, cast) for _ in range(2)]
    await record_look_at(county.session, late.id, week)
    await record_look_at(county.session, soon.id, day)
    assert await appeal_lists.list_to_look_at(county.session, day - timedelta(seconds=1), 10) == []
    assert await appeal_lists.list_to_look_at(county.session, day, 10) == [soon]
    assert await appeal_lists.list_to_look_at(county.session, week, 10) == [soon, late]
    assert await appeal_lists.list_to_look_at(county.session, week, 1) == [soon]
    await go_on(county, soon, Action.WITHDRAW, status=Status.WITHDRAWN, look_at=None)
    assert await appeal_lists.list_to_look_at(county.session, week, 10) == [late]


async def test_the_ladder_names_everybody_above_a_household(settled: Settled) -> None:
    county, cast = settled
    people = cast.officials
    ladder = await find_ladder(county.session, cast.household, "JW")
    assert (ladder.cadre, ladder.discipline_unit) == (people[CADRE], "JW")
    assert set(ladder.discipline_officers) == {people[INSPECTOR], people[CLERK]}
    assert [(rung.level, rung.grid, rung.leads) for rung in ladder.rungs] == [
        (Level.VILLAGE, "V", (people[VILLAGE_LEAD],)),
        (Level.AREA, "A", (people[AREA_LEAD],)),
        (Level.TOWNSHIP, "T", (people[MAYOR], people[CADRE])),
        (Level.COUNTY, "C", (people[OFFICE],)),
    ]


async def test_nothing_can_be_given_to_a_grid_that_is_not_there(settled: Settled) -> None:
    county, cast = settled
    assert await find_grid(county.session, "nowhere") is None
    with pytest.raises(NoResultFound):
        await file(county, cast, holder=Holder(Level.AREA, grid="nowhere"))
