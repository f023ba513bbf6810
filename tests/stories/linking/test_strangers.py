"""What somebody hears who is not linked."""

from datetime import timedelta

from bot.rules.cards import CardKind
from tests.stories.linking.house import House
from tests.stories.linking.steps import (
    HOME,
    OFFICE,
    appoint,
    ask_by_plate,
)
from tests.stories.linking.talk import buttons_of


async def test_a_stranger_is_told_what_to_do_and_their_words_are_offered_when_they_link(house: House) -> None:
    guilan = await house.person("王桂兰")
    await guilan.say("/start")
    await guilan.hears("请扫一下门口联系卡上的码", "12345")
    await guilan.say("俺家的低保停了")
    await guilan.hears("先给您留着,留7天")
    await guilan.say("问了好几回")
    await guilan.scan(await house.card(CardKind.SLIP, HOME))
    await guilan.tap(await guilan.hears("是您家吗"), "这是我家")
    offer = await guilan.hears("俺家的低保停了 问了好几回", "要交上去吗")
    assert list(buttons_of(offer)) == ["交上去", "不用了"]
    assert len([said for said in await guilan.heard() if "先给您留着" in said]) == 1


async def test_words_of_a_stranger_are_kept_for_a_week_only(house: House) -> None:
    guilan = await house.person("王桂兰")
    await guilan.say("俺家的低保停了")
    await guilan.hears("先给您留着")
    house.hands.move(timedelta(days=7))
    await guilan.scan(await house.card(CardKind.SLIP, HOME))
    await guilan.tap(await guilan.hears("是您家吗"), "这是我家")
    await guilan.say("找人帮忙")
    await guilan.hears("联系干部 孙有田", "张庆林", "12345")
    assert not [said for said in await guilan.heard() if "要交上去吗" in said]


async def test_danger_told_by_a_stranger_reaches_the_county_office_at_once(house: House) -> None:
    office = await appoint(house, "郑立新", OFFICE)
    stranger = await house.person("过路的")
    await stranger.say("着火了 快来人")
    await stranger.hears("119/120/110", "12345")
    await office.hears("着火了 快来人", "“过路的”")


async def test_a_stranger_who_asked_at_a_door_is_told_that_villages_number(house: House) -> None:
    guilan = await ask_by_plate(house, "王桂兰")
    await guilan.hears("打个电话")
    await guilan.say("/start")
    await guilan.hears("磨石沟村", "张庆林", "19900000005")
    await guilan.say("找人帮忙")
    await guilan.hears("给磨石沟村的张庆林打电话")
