"""What must not wait, what somebody must not see, and what must not be lost."""

from sqlalchemy import select, text

from bot.rules.levels import Level
from storage.models import Draft, InboxState, InboxUpdate, Letter, LetterKind
from tests.stories.village import Village

SUBSIDY = "俺娘八十了瘫床上 低保给停了 去问说等着 等到啥时候"
BRIBE = "孙干部收了俺家二百块钱 低保还是没给办"


async def test_danger_is_told_at_once_without_a_question(village: Village) -> None:
    await village.says("王桂兰", "院墙要倒了 孩子还在下头玩")
    told = await village.reads("王桂兰", "这事急", "孙干部、村组长和镇上", "人先躲开", "119/120/110")
    assert "reply_markup" not in told
    assert await _carded(village) == {"孙有田", "张庆林", "高文海"}
    (appeal,) = await village.appeals()
    assert appeal.card_not_before == appeal.filed_at


async def test_danger_leaves_the_matter_that_is_being_written_where_it_is(village: Village) -> None:
    await village.says("王桂兰", SUBSIDY)
    card = await village.reads("王桂兰", "记的是您的原话")
    await village.says("王桂兰", "着火了 快来人")
    await village.reads("王桂兰", "这事急", "别回去拿东西", "编号 1号")
    await village.taps("王桂兰", card, "交上去")
    await village.reads("王桂兰", "2号,交给孙干部")
    assert [appeal.danger for appeal in await village.appeals()] == ["fire", None]


async def test_more_words_of_a_danger_go_to_the_same_number(village: Village) -> None:
    await village.says("王桂兰", "着火了 快来人")
    await village.reads("王桂兰", "编号 1号")
    await village.says("王桂兰", "火烧到屋顶了 着火的是俺家")
    await village.reads("王桂兰", "记到1号了")
    assert len(await village.appeals()) == 1


async def test_a_complaint_of_the_cadre_is_asked_about_and_never_reaches_him(village: Village) -> None:
    await village.says("王桂兰", BRIBE)
    asked = await village.reads("王桂兰", "这件事说到了孙干部")
    await village.wait(minutes=4)
    await village.reads("王桂兰", "这件事说到了孙干部")
    assert await village.appeals() == []
    await village.taps("王桂兰", asked, "是他本人的事(镇里和纪检办)")
    await village.reads("王桂兰", "孙干部看不到", "编号 县-1", "镇里和纪检办")
    (appeal,) = await village.appeals()
    assert (appeal.series, appeal.holder_unit_id is not None) == ("县", True)
    await village.wait(minutes=2)
    await village.until(lambda: _all_sent(village))
    assert await _carded(village) == {"梁正", "高文海"}
    assert "二百块" not in await village.screen("高文海")
    for trace in ("二百块", "县-1", "收了"):
        assert trace not in await village.screen("孙有田")


async def test_what_the_cadre_shall_not_know_goes_to_the_village_lead(village: Village) -> None:
    await village.says("王桂兰", SUBSIDY)
    card = await village.reads("王桂兰", "记的是您的原话")
    await village.taps("王桂兰", card, "别给孙干部看")
    asked = await village.reads("王桂兰", "是哪一种?")
    await village.taps("王桂兰", asked, "不想让他知道")
    await village.reads("王桂兰", "孙干部看不到", "编号 县-1", "村网格组长")
    (appeal,) = await village.appeals()
    assert appeal.level == Level.VILLAGE
    await village.wait(minutes=2)
    await village.until(lambda: _all_sent(village))
    assert await _carded(village) == {"张庆林"}
    assert "低保" not in await village.screen("孙有田")


async def test_an_old_button_cannot_hand_a_complaint_to_the_cadre(village: Village) -> None:
    await village.says("王桂兰", SUBSIDY)
    card = await village.reads("王桂兰", "记的是您的原话")
    await village.says("王桂兰", BRIBE)
    await village.reads("王桂兰", "这件事说到了孙干部")
    await village.taps("王桂兰", card, "交上去")
    await village.reads("王桂兰", "这件事说到了孙干部")
    assert await village.appeals() == []


async def test_violence_at_home_is_private_and_leaves_no_gap_in_the_villages_numbers(village: Village) -> None:
    await village.says("王桂兰", "老公喝了酒就打俺 俺不敢回家")
    told = await village.reads("王桂兰")
    if "这事急" not in told["text"]:
        await village.taps("王桂兰", told, "只让办事的人看")
        await village.reads("王桂兰", "县-1")
    (appeal,) = await village.appeals()
    assert (appeal.series, appeal.is_private, appeal.private_reason) == ("县", True, "violence_at_home")
    await village.file("王德福", SUBSIDY)


async def test_nothing_is_lost_while_the_handlers_fail(village: Village) -> None:
    await village.says("王桂兰", SUBSIDY)
    card = await village.reads("王桂兰", "记的是您的原话")
    await _execute(village, "ALTER TABLE number_series RENAME TO mislaid")
    await village.taps("王桂兰", card, "交上去")
    await village.until(lambda: _is_tried(village))
    assert await village.appeals() == []
    await _execute(village, "ALTER TABLE mislaid RENAME TO number_series")
    await village.wait(seconds=40)
    await village.reads("王桂兰", "1号,交给孙干部")
    assert len(await village.appeals()) == 1
    async with village.database.read() as session:
        assert list(await session.scalars(select(Draft.state))) == ["filed"]


async def _execute(village: Village, statement: str) -> None:
    async with village.database.write() as session:
        await session.execute(text(statement))


async def _is_tried(village: Village) -> bool:
    async with village.database.read() as session:
        waiting = select(InboxUpdate.attempts).where(InboxUpdate.state == InboxState.OPEN)
        return any(attempts > 0 for attempts in await session.scalars(waiting))


async def _carded(village: Village) -> set[str]:
    """On whose phones the appeals' cards stand, or will."""
    async with village.database.read() as session:
        chats = set(await session.scalars(select(Letter.chat_id).where(Letter.kind == LetterKind.CARD)))
    return {who for who, phone in village.phones.items() if phone.id in chats}


async def _all_sent(village: Village) -> bool:
    async with village.database.read() as session:
        waiting = select(Letter.id).where(Letter.settled_at.is_(None), Letter.not_before <= village.hands.now)
        return not (await session.scalars(waiting)).all()
