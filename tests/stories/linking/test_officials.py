"""How officials come to act from their own phones."""

from bot.rules.cards import CardKind
from tests.stories.linking.house import House
from tests.stories.linking.steps import CADRE, NEIGHBOURS, OFFICE, VILLAGE_LEAD, appoint
from tests.stories.linking.talk import buttons_of


async def test_an_official_is_confirmed_by_the_county_office_and_not_by_themselves(house: House) -> None:
    office = await appoint(house, "郑立新", OFFICE)
    cadre = await house.person("老孙")
    await cadre.scan(await house.official_card(CADRE))
    asked = await cadre.hears("请县里的活动办确认", "孙有田", "12345")
    question = await office.hears("孙有田", "0003号", "“老孙”")
    await cadre.forge(asked, buttons_of(question)["是他本人,确认"])
    await cadre.hears("这个按钮不是给您的")
    await office.tap(question, "是他本人,确认")
    await cadre.hears("连上了", "孙有田")
    await office.hears("孙有田的工作号连上了")


async def test_a_new_card_takes_the_place_of_the_one_that_was_scanned_before(house: House) -> None:
    office = await appoint(house, "郑立新", OFFICE)
    cadre = await house.person("老孙")
    await cadre.scan(await house.official_card(CADRE))
    old = await office.hears("“老孙”")
    new_card = await house.official_card(CADRE, replace=True)
    await office.tap(old, "是他本人,确认")
    await office.hears("换了新卡")
    await cadre.scan(new_card)
    await office.tap(await office.hears("“老孙”"), "是他本人,确认")
    await cadre.hears("连上了", "孙有田")


async def test_whom_the_office_does_not_know_acts_as_nobody(house: House) -> None:
    office = await appoint(house, "郑立新", OFFICE)
    finder = await house.person("捡卡的")
    await finder.scan(await house.official_card(CADRE))
    await office.tap(await office.hears("“捡卡的”"), "不是他")
    await finder.hears("没有确认")


async def test_somebody_may_be_a_villager_and_an_official(house: House) -> None:
    lead = await appoint(house, "张庆林", VILLAGE_LEAD)
    await lead.scan(await house.card(CardKind.SLIP, NEIGHBOURS))
    await lead.tap(await lead.hears("是您家吗"), "这是我家")
    await lead.hears("连上了", "孙有田")
    await lead.say("/unlink")
    assert list(buttons_of(await lead.hears("要断开哪一个"))) == ["断开王德福家", "断开张庆林的工作号"]
