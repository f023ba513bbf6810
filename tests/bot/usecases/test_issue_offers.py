"""Whom it is offered to that a matter is theirs as well, and what they hear of the others."""

from sqlalchemy import select

from storage.models import (
    CommonIssue,
    CommonIssueOffer,
    Grid,
)
from tests.bot.usecases.issues import AWAY, LAMP_EAST, LAMP_WEST, THIRD, appeals, members, third_household
from tests.bot.usecases.village import Village
from tests.handlers.scenes import MEDICINE, SHORTAGE, SUBSIDY, told_by
from tests.storage.county import CADRE, DAYONG, GUILAN, XIUYING


async def test_the_second_household_is_asked_in_the_systems_own_words(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    assert "join-asked" not in await village.told(GUILAN)
    await told_by(village, XIUYING, SHORTAGE)
    asked = await village.last(XIUYING)
    assert (asked.wording, asked.data["count"], asked.data["near"]) == ("join-asked", 1, "village")
    assert asked.data["category"] == "卫生室与就医"
    assert asked.data["shared"] == ["卫生室"]
    assert await members(village) == []


async def test_a_name_that_both_tell_is_told_to_neither(village: Village) -> None:
    await told_by(village, GUILAN, "卫生室赵德福大夫老不在,买个感冒药得跑到镇上")
    await told_by(village, XIUYING, "卫生室的赵德福大夫老不在 买感冒药得跑到镇上")
    letter = await village.last(XIUYING)
    assert letter.wording == "join-asked"
    assert "赵德福" not in str(letter.data)


async def test_whoever_stays_alone_is_not_asked_again_and_nobody_joins_them(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    await village.taps_last(XIUYING, "button-alone")
    assert (await village.last(XIUYING)).wording == "alone"
    await village.taps(GUILAN, "withdraw_surely", (await appeals(village))[0].id)
    await third_household(village)
    await told_by(village, THIRD, "卫生室常用药没有,感冒药都要到镇上买")
    assert "join-asked" not in await village.told(THIRD)


async def test_another_place_is_another_matter(village: Village) -> None:
    await told_by(village, GUILAN, LAMP_EAST)
    await told_by(village, XIUYING, LAMP_WEST)
    assert "join-asked" not in await village.told(XIUYING)
    await told_by(village, XIUYING, LAMP_EAST)
    assert "join-asked" in await village.told(XIUYING)


async def test_a_private_one_is_never_offered_nor_counted(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await village.taps(GUILAN, "make_private", (await appeals(village))[0].id)
    await told_by(village, XIUYING, SHORTAGE)
    assert "join-asked" not in await village.told(XIUYING)


async def test_a_tap_that_comes_too_late_changes_nothing(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    first, _ = await appeals(village)
    await village.taps(GUILAN, "make_private", first.id)
    await village.taps_last(XIUYING, "button-join")
    assert (await village.last(XIUYING)).wording == "not-now"
    assert await members(village) == []


async def test_another_member_of_the_household_is_offered_and_keeps_their_own_words(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, DAYONG, SHORTAGE)
    asked = await village.last(DAYONG)
    assert (asked.wording, asked.data["other"]) == ("join-at-home", "1号")
    await village.taps_last(DAYONG, "button-join")
    assert (await village.last(GUILAN)).data["near"] == "home"
    first, second = await appeals(village)
    assert (first.account_id != second.account_id, await members(village)) == (True, [first.id, second.id])


async def test_another_member_hears_nothing_of_a_private_one(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await village.taps(GUILAN, "make_private", (await appeals(village))[0].id)
    await told_by(village, DAYONG, SHORTAGE)
    assert "join-at-home" not in await village.told(DAYONG)


async def test_of_peoples_own_affairs_nobody_hears_that_a_neighbour_has_the_same(village: Village) -> None:
    await told_by(village, GUILAN, SUBSIDY)
    await told_by(village, XIUYING, SUBSIDY)
    assert (await village.county.session.scalars(select(CommonIssueOffer))).all() == []


async def test_danger_is_not_held_up_by_a_question(village: Village) -> None:
    for user in (GUILAN, XIUYING):
        await village.says(user, "村东头的院墙要倒了 孩子还在下头玩")
    assert "join-asked" not in await village.told(XIUYING)


async def test_what_the_neighbours_area_tells_is_offered_where_the_village_is_silent(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    area = (await village.county.session.scalars(select(Grid).where(Grid.code == "A"))).one()
    there = await village.county.grid("W", "柳树沟", "village", area)
    await village.county.household("9", there, village.cast.officials[CADRE], AWAY)
    await told_by(village, AWAY, SHORTAGE)
    assert (await village.last(AWAY)).data["near"] == "area"
    await village.taps_last(AWAY, "button-join")
    (issue,) = (await village.county.session.scalars(select(CommonIssue))).all()
    assert issue.grid_id == area.id


async def test_an_ordinary_matter_is_not_joined_to_a_danger(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    first = (await appeals(village))[0]
    first.danger = "other"
    await village.county.session.flush()
    await told_by(village, XIUYING, SHORTAGE)
    assert "join-asked" not in await village.told(XIUYING)
