"""How people come to be linked, and how nobody else does (DESIGN §2; telegram.md §6.3)."""

from datetime import timedelta

from bot.rules.cards import CardKind
from storage.households import find_household
from storage.members import list_members
from tests.stories.linking.house import House
from tests.stories.linking.steps import (
    CADRE,
    HOME,
    NEIGHBOURS,
    VILLAGE_LEAD,
    appoint,
    ask_by_plate,
    link,
    members_of,
)
from tests.stories.linking.talk import buttons_of


async def test_a_slip_links_at_once_after_the_tap_and_is_good_for_one(house: House) -> None:
    slip = await house.card(CardKind.SLIP, HOME)
    guilan, other = await house.person("王桂兰"), await house.person("路人")
    await guilan.scan(slip)
    question = await guilan.hears("磨石沟村", "1组1号王桂兰家", "是您家吗")
    assert list(buttons_of(question)) == ["这是我家", "不是我家"]
    await guilan.tap(question, "这是我家")
    welcome = await guilan.hears("连上了", "孙有田", "19900000003")
    assert [key["text"] for row in welcome["keyboard"]["keyboard"] for key in row] == ["我要反映", "我的事", "找人帮忙"]
    await other.scan(slip)
    await other.hears("这张卡用不了", "12345")
    await guilan.scan(slip)
    await guilan.hears("您已经连上了")
    assert await members_of(house) == ["王桂兰"]


async def test_whoever_says_that_it_is_not_their_home_uses_nothing_up(house: House) -> None:
    slip = await house.card(CardKind.SLIP, HOME)
    wrong, right = await house.person("邻居"), await house.person("王桂兰")
    await wrong.scan(slip)
    await wrong.tap(await wrong.hears("是您家吗"), "不是我家")
    await wrong.hears("没有连")
    await right.scan(slip)
    await right.tap(await right.hears("是您家吗"), "这是我家")
    await right.hears("连上了")
    assert await members_of(house) == ["王桂兰"]


async def test_of_two_with_one_slip_in_hand_the_first_tap_counts(house: House) -> None:
    slip = await house.card(CardKind.SLIP, HOME)
    first, second = await house.person("大勇"), await house.person("路人")
    questions = []
    for talk in (first, second):
        await talk.scan(slip)
        questions.append(await talk.hears("是您家吗"))
    await first.tap(questions[0], "这是我家")
    await first.hears("连上了")
    await second.tap(questions[1], "这是我家")
    await second.hears("请再扫一下卡")
    assert await members_of(house) == ["大勇"]


async def test_an_old_a_replaced_and_an_invented_card_get_the_same_answer(house: House) -> None:
    old = await house.card(CardKind.SLIP, HOME)
    house.hands.move(timedelta(days=9))
    replaced = await house.card(CardKind.SLIP, NEIGHBOURS)
    await house.card(CardKind.SLIP, NEIGHBOURS, replace=True)
    person = await house.person("王德福")
    answers = []
    for token in (old, replaced, "AAAAAAAAAAAAAAAAAAAAAA"):
        await person.scan(token)
        answers.append((await person.hears("这张卡用不了"))["text"])
    assert len(set(answers)) == 1


async def test_whoever_tries_too_many_is_told_once_and_not_answered_for_an_hour(house: House) -> None:
    guesser = await house.person("路人")
    for guess in "abcde":
        await guesser.scan(guess * 22)
    await guesser.hears("先别再扫了")
    slip = await house.card(CardKind.SLIP, HOME)
    await guesser.scan(slip)
    await guesser.say("在吗")
    await guesser.hears("先给您留着")
    assert not [said for said in await guesser.heard() if "是您家吗" in said]
    house.hands.move(timedelta(hours=1, minutes=1))
    await guesser.scan(slip)
    await guesser.hears("是您家吗")


async def test_a_plate_only_asks_and_a_member_lets_in(house: House) -> None:
    guilan = await link(house, "王桂兰")
    dayong = await ask_by_plate(house, "大勇")
    await dayong.hears("请家里连上的人点一下同意", "张庆林")
    assert await members_of(house) == ["王桂兰"]
    await guilan.tap(await guilan.hears("“大勇”", "是您家的人吗"), "是这家的人,同意")
    await dayong.hears("连上了", "孙有田")
    await guilan.hears("您家新连上一位:大勇")
    assert await members_of(house) == ["王桂兰", "大勇"]


async def test_whom_a_member_does_not_know_stays_outside(house: House) -> None:
    guilan = await link(house, "王桂兰")
    plate = await house.card(CardKind.PLATE, HOME)
    stranger = await ask_by_plate(house, "收药的", plate)
    await guilan.tap(await guilan.hears("“收药的”"), "不是")
    await stranger.hears("没对上号", "张庆林")
    await stranger.scan(plate)
    await stranger.hears("这张卡用不了")
    assert await members_of(house) == ["王桂兰"]


async def test_where_nobody_is_linked_the_village_lead_lets_in_and_never_the_cadre(house: House) -> None:
    cadre = await house.person("孙有田")
    await cadre.scan(await house.official_card(CADRE))
    asked = await cadre.hears("请县里的活动办确认")
    await house.confirm_at_the_terminal(CADRE)
    lead = await appoint(house, "张庆林", VILLAGE_LEAD)
    guilan = await ask_by_plate(house, "王桂兰")
    await guilan.hears("还没有人连上", "张庆林", "19900000005")
    question = await lead.hears("1组1号王桂兰家还没有人连上", "“王桂兰”")
    forged = buttons_of(question)["是这家的人,同意"]
    await cadre.forge(asked, forged)
    await cadre.hears("这个按钮不是给您的")
    assert await members_of(house) == []
    await lead.tap(question, "是这家的人,同意")
    await guilan.hears("连上了", "孙有田")
    await lead.tap(question, "是这家的人,同意")
    await lead.hears("这个按钮不是给您的")
    async with house.database.read() as session:
        household = await find_household(session, HOME)
        assert household
        (member,) = await list_members(session, household.id)
    assert member.confirmed_by_official is not None


async def test_a_cadre_cannot_be_a_member_of_a_household_of_theirs(house: House) -> None:
    cadre = await appoint(house, "孙有田", CADRE)
    await cadre.scan(await house.card(CardKind.SLIP, HOME))
    await cadre.tap(await cadre.hears("是您家吗"), "这是我家")
    await cadre.hears("要由这家的人自己来连")
    assert await members_of(house) == []


async def test_where_nobody_has_a_phone_here_the_leads_number_is_told_and_the_lead_is_asked_later(house: House) -> None:
    guilan = await ask_by_plate(house, "王桂兰")
    await guilan.hears("打个电话", "张庆林", "19900000005")
    lead = await appoint(house, "张庆林", VILLAGE_LEAD)
    await lead.tap(await lead.hears("“王桂兰”"), "是这家的人,同意")
    await guilan.hears("连上了", "孙有田")


async def test_whoever_waits_at_the_door_and_gets_a_slip_is_not_asked_about_any_more(house: House) -> None:
    guilan, dayong = await ask_by_plate(house, "王桂兰"), await ask_by_plate(house, "大勇")
    await dayong.hears("打个电话")
    await guilan.scan(await house.card(CardKind.SLIP, HOME))
    await guilan.tap(await guilan.hears("是您家吗", "王桂兰家"), "这是我家")
    await guilan.hears("连上了")
    await guilan.tap(await guilan.hears("“大勇”", "是您家的人吗"), "是这家的人,同意")
    await dayong.hears("连上了")
    assert not [said for said in await guilan.heard() if "“王桂兰”" in said]


async def test_a_plate_that_too_many_ask_by_asks_no_more_that_day(house: House) -> None:
    plate = await house.card(CardKind.PLATE, HOME)
    for name in ("甲", "乙", "丙"):
        await (await ask_by_plate(house, name, plate)).hears("打个电话")
    late = await house.person("丁")
    await late.scan(plate)
    await late.hears("这张卡用不了")
    house.hands.move(timedelta(days=1, minutes=1))
    await late.scan(plate)
    await late.hears("是您家吗")


async def test_members_hear_of_a_new_one_and_may_object_but_not_the_other_way_round(house: House) -> None:
    guilan = await link(house, "王桂兰")
    dayong = await house.person("大勇")
    await dayong.scan(await house.card(CardKind.SLIP, HOME))
    question = await dayong.hears("是您家吗")
    await dayong.tap(question, "这是我家")
    news = await guilan.hears("您家新连上一位:大勇")
    objection = buttons_of(news)["不是我家的人"]
    await dayong.forge(question, objection)
    await dayong.hears("这个按钮不是给您的")
    await guilan.tap(news, "不是我家的人")
    await dayong.hears("已经断开了", "张庆林")
    await guilan.hears("大勇不再连着您家")
    assert await members_of(house) == ["王桂兰"]


async def test_somebody_ends_their_link_by_themselves(house: House) -> None:
    guilan = await link(house, "王桂兰")
    dayong = await link(house, "大勇")
    await dayong.say("/unlink")
    await dayong.tap(await dayong.hears("要断开哪一个"), "断开王桂兰家")
    await dayong.hears("断开了")
    await guilan.hears("大勇自己断开了")
    assert await members_of(house) == ["王桂兰"]
