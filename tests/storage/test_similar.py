"""Which appeals may tell of the same matter: found by their words, and by nothing that is nobody's to know."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from bot.rules.lifecycle import Action, Status
from storage.appeal_keywords import record_area_changed
from storage.appeals import Reading, record_private, record_reading
from storage.models import Appeal, AppealKeyword, Grid
from storage.similar import Sought, list_similar_candidates, list_similar_in_county
from tests.storage.cases import file, go_on
from tests.storage.conftest import Settled
from tests.storage.county import CADRE, DAYONG, GUILAN, XIUYING

LAMP = Reading("roads", ["路灯", "瘫"], "路灯不亮", "ordinary")


async def _found(
    settled: Settled, *words: str, household: int = 0, of: int = XIUYING, since: datetime | None = None
) -> list[int]:
    county, cast = settled
    village = await county.session.scalar(select(Grid.id).where(Grid.code == "V"))
    account = await county.account(of)
    sought = Sought(words, household or cast.neighbours, account, since or county.hands.now, 10)
    return [appeal.id for appeal in await list_similar_candidates(county.session, village or 0, sought)]


async def _elsewhere(settled: Settled, parent: str = "A") -> tuple[Grid, int]:
    """Another village, and a household there."""
    county, cast = settled
    above = (await county.session.scalars(select(Grid).where(Grid.code == parent))).one()
    village = await county.grid("W", "柳树沟", "village", above)
    return village, await county.household("3", village, cast.officials[CADRE])


async def _file_in(settled: Settled, household: int, reading: Reading = LAMP) -> Appeal:
    county, cast = settled
    return await file(county, cast, author=DAYONG, household=household, reading=reading)


async def test_candidates_share_a_word_and_are_nobodys_secret(settled: Settled) -> None:
    county, cast = settled
    subsidy, lamp, secret = [await file(county, cast) for _ in range(3)]
    await file(county, cast, barred=[cast.officials[CADRE]])
    await file(county, cast, is_hidden=True)
    await record_reading(county.session, lamp, LAMP)
    await record_private(county.session, secret, "illness")
    assert await _found(settled, "低保", "瘫") == [subsidy.id, lamp.id]
    assert await _found(settled, "缺药") == []
    assert await _found(settled) == []
    assert await _found(settled, "低保", household=cast.household, of=GUILAN) == []


async def test_other_members_of_the_household_come_before_the_neighbours(settled: Settled) -> None:
    county, cast = settled
    hers = await file(county, cast, author=GUILAN)
    neighbours = await file(county, cast, author=XIUYING, household=cast.neighbours)
    assert await _found(settled, "低保", household=cast.household, of=DAYONG) == [hers.id, neighbours.id]
    assert await _found(settled, "低保", household=cast.household, of=GUILAN) == [neighbours.id]


async def test_what_may_not_be_told_of_leaves_no_word_behind(settled: Settled) -> None:
    county, cast = settled
    hers, complaint = await file(county, cast), await file(county, cast)
    await record_private(county.session, hers, "illness")
    await go_on(county, complaint, Action.BAR, barred=frozenset({cast.officials[CADRE]}))
    assert await county.session.scalar(select(func.count()).select_from(AppealKeyword)) == 0


async def test_what_was_withdrawn_or_answered_long_ago_is_not_meant(settled: Settled) -> None:
    county, cast = settled
    withdrawn, answered = [await file(county, cast) for _ in range(2)]
    await go_on(county, withdrawn, Action.WITHDRAW, status=Status.WITHDRAWN)
    await go_on(county, answered, Action.ANSWER, status=Status.ANSWERED)
    assert await _found(settled, "低保") == [answered.id]
    assert await _found(settled, "低保", since=county.hands.now + timedelta(seconds=1)) == []
    await go_on(county, withdrawn, Action.REOPEN, status=Status.FILED)
    assert await _found(settled, "低保") == [answered.id, withdrawn.id]


async def test_a_rare_word_weighs_more_than_two_common_ones_and_the_newest_go_first(settled: Settled) -> None:
    county, cast = settled
    rare = await file(county, cast, reading=Reading("roads", ["净坑"], "净坑", "ordinary"))
    common = [await file(county, cast, reading=Reading("roads", ["路", "坏"], "路坏", "ordinary")) for _ in range(60)]
    found = await _found(settled, "路", "坏", "净坑")
    assert found == [rare.id, *(appeal.id for appeal in reversed(common[-9:]))]


async def test_the_own_village_comes_first_then_the_others_of_its_area(settled: Settled) -> None:
    county, cast = settled
    _, household = await _elsewhere(settled)
    there = await _file_in(settled, household)
    here = await file(county, cast, reading=LAMP)
    await _file_in(settled, household, Reading("roads", ["大桥"], "桥断了", "ordinary"))
    assert await _found(settled, "路灯") == [here.id, there.id]


async def test_another_area_is_not_near_but_the_county_sees_it(settled: Settled) -> None:
    county, cast = settled
    _, household = await _elsewhere(settled, parent="T")
    there = await _file_in(settled, household)
    assert await _found(settled, "路灯") == []
    sought = Sought(["路灯"], cast.household, None, county.hands.now, 10)
    assert await list_similar_in_county(county.session, sought) == [there]


async def test_a_village_that_moves_takes_its_words_along(settled: Settled) -> None:
    county, _ = settled
    village, household = await _elsewhere(settled, parent="T")
    there = await _file_in(settled, household)
    area = (await county.session.scalars(select(Grid).where(Grid.code == "A"))).one()
    await record_area_changed(county.session, village.id, area.id)
    assert await _found(settled, "路灯") == [there.id]


async def test_words_that_no_database_keeps_harm_nobody(settled: Settled) -> None:
    county, cast = settled
    odd = await file(county, cast, reading=Reading("other", ["路\0灯", "长" * 99, "水"], "x", "ordinary"))
    assert await _found(settled, "长" * 99, "路\0灯") == [odd.id]


async def test_index_words_are_what_finds_it_where_they_are_given(settled: Settled) -> None:
    county, cast = settled
    reading = Reading("clinic", ["缺药"], "缺药", "ordinary", index_words=["没药"])
    appeal = await file(county, cast, reading=reading)
    assert (await _found(settled, "没药"), await _found(settled, "缺药")) == ([appeal.id], [])
    await record_reading(county.session, appeal, Reading("water", ["缺药"], "缺药", "ordinary"))
    assert await _found(settled, "没药") == [appeal.id]


async def test_no_row_no_candidate(settled: Settled) -> None:
    county, cast = settled
    await file(county, cast)
    await county.session.execute(delete(AppealKeyword))
    assert await _found(settled, "低保") == []
