"""What grows over the county, as the clock finds it and its office reads it."""

from sqlalchemy import func, select

from bot.usecases.find_hot_matters import find_hot_matters
from bot.usecases.list_hot_matters import HotRow, list_hot_matters
from storage.models import Appeal, Grid, HotMatter, HotMatterMark
from tests.bot.rules.calendars import POLICY
from tests.bot.usecases.village import Village
from tests.handlers.scenes import MEDICINE, SHORTAGE, SUBSIDY, told_by
from tests.storage.county import CADRE, GUILAN, XIUYING

FAR = 1006
LAMP = "村东头的路灯坏了半年了,晚上看不见路"


async def _far_away(village: Village) -> None:
    """A household of another township's village."""
    county = village.county
    top = (await county.session.scalars(select(Grid).where(Grid.code == "C"))).one()
    there = await county.grid("W", "柳树沟", "village", await county.grid("U", "院东头镇", "township", top))
    await county.household("9", there, village.cast.officials[CADRE], FAR)


async def _listed(village: Village, **later: float) -> list[HotRow]:
    tick = village.later(**(later or {"minutes": 6}))
    await find_hot_matters(tick)
    return await list_hot_matters(tick.session, POLICY, tick.now, 20)


async def test_one_matter_in_two_townships_is_one_row_that_grows(village: Village) -> None:
    await _far_away(village)
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, FAR, SHORTAGE)
    await told_by(village, XIUYING, LAMP)
    (row,) = await _listed(village)
    assert (row.category, list(row.words)) == ("卫生室与就医", ["卫生室"])
    assert (row.heat.households, row.heat.villages, row.heat.this_week, row.heat.grows) == (2, 2, 2, True)
    (later,) = await _listed(village, days=8)
    assert (later.heat.this_week, later.heat.week_before, later.heat.grows) == (0, 2, False)


async def test_a_third_joins_the_matter_that_is_there(village: Village) -> None:
    await _far_away(village)
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, FAR, SHORTAGE)
    await _listed(village)
    await told_by(village, XIUYING, "卫生室常用药没有,感冒药都要到镇上买")
    (row,) = await _listed(village)
    assert row.heat.households == 3
    assert await village.county.session.scalar(select(func.count()).select_from(HotMatter)) == 1


async def test_what_is_private_later_or_withdrawn_does_not_count(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    assert len(await _listed(village)) == 1
    first = (await village.county.session.scalars(select(Appeal).order_by(Appeal.id))).first()
    assert first
    await village.taps(GUILAN, "make_private", first.id)
    assert await _listed(village) == []


async def test_a_private_one_is_not_even_looked_at(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    first = (await village.county.session.scalars(select(Appeal))).one()
    await village.taps(GUILAN, "make_private", first.id)
    await told_by(village, XIUYING, SHORTAGE)
    assert await _listed(village) == []
    assert await village.county.session.scalar(select(func.count()).select_from(HotMatter)) == 0


async def test_of_peoples_own_affairs_only_the_category_is_named(village: Village) -> None:
    await told_by(village, GUILAN, SUBSIDY)
    await told_by(village, XIUYING, SUBSIDY)
    (row,) = await _listed(village)
    assert (row.category, row.words, row.heat.households) == ("低保救助", (), 2)


async def test_each_round_goes_on_where_the_last_one_stopped(village: Village) -> None:
    for number in range(12):
        await village.file(words=f"第{number}件")
    await find_hot_matters(village.later(minutes=6))
    first = await village.county.session.scalar(select(HotMatterMark.appeal_id))
    await find_hot_matters(village.later(seconds=10))
    second = await village.county.session.scalar(select(HotMatterMark.appeal_id))
    assert (first, second) == (10, 12)


async def test_what_was_filed_just_now_waits_until_its_neighbours_are_written(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    assert await _listed(village, minutes=4) == []
    assert len(await _listed(village, minutes=1)) == 1
