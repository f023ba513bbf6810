"""From the card on the cadre's phone to the village's wall, on the real chat server."""

import httpx

from bot.rules.lifecycle import Status
from tests.chatserver.harness import Json
from tests.stories.village import Village

WELL = "村西头的水井没水半年了,大伙挑水要走二里地,联系王桂兰 电话13905391111"


async def _card(village: Village) -> Json:
    """The appeal, filed, and its card on the cadre's phone a minute later."""
    await village.file("王桂兰", WELL)
    await village.wait(minutes=1)
    return await village.reads("孙有田", "磨石沟-1", "村西头的水井没水半年了")


async def _answer(village: Village, card: Json, words: str, outcome: str) -> Json:
    """The cadre's reply to the card and the tap; what the author reads."""
    await village.says("孙有田", words, reply_to=card["message_id"])
    await village.taps("孙有田", await village.reads("孙有田", "办得怎么样了"), outcome)
    return await village.reads("王桂兰", "1号有回音了(孙干部)", words)


async def test_an_appeal_travels_from_the_card_to_the_wall(village: Village) -> None:
    card = await _card(village)
    await village.taps("孙有田", card, "接手")
    answer = await _answer(village, card, "井明天派人来清,孙有田盯着办", "办好了")
    await village.taps("王桂兰", answer, "解决了")
    await village.reads("王桂兰", "1号记下了:解决了")
    preview = await village.reads("孙有田", "明天上回音壁")
    assert "1390539" not in preview["text"]
    assert "王桂兰" not in preview["text"]
    await village.wait(hours=24)
    await village.until(lambda: _wall_holds(village, "水井没水半年了"))
    page = await _wall(village)
    assert "(1/1)" in page
    assert not any(secret in page for secret in ("王桂兰", "1390539", "孙有田"))


async def test_half_solved_comes_back_and_not_solved_climbs_to_the_village_lead(village: Village) -> None:
    card = await _card(village)
    first = await _answer(village, card, "修了一半", "办了一部分")
    await village.taps("王桂兰", first, "解决了一半")
    await village.reads("王桂兰", "还差什么?")
    await village.says("王桂兰", "井台没修")
    await village.reads("孙有田", "井台没修")
    second = await _answer(village, card, "井台没钱修", "办好了")
    await village.taps("王桂兰", second, "没解决")
    await village.reads("王桂兰", "已转到村网格组长", "给您回音")
    await village.reads("张庆林", "磨石沟-1")
    (appeal,) = await village.appeals()
    assert appeal.status == Status.ESCALATED


async def test_untapped_for_ten_minutes_the_words_reach_the_author_as_still_worked_on(village: Village) -> None:
    card = await _card(village)
    await village.says("孙有田", "我去水利站问问", reply_to=card["message_id"])
    await village.reads("孙有田", "办得怎么样了")
    await village.wait(minutes=10)
    await village.reads("王桂兰", "我去水利站问问", "还在办")


async def test_a_reply_to_nothing_is_asked_about_and_reaches_its_author(village: Village) -> None:
    await _card(village)
    await village.says("孙有田", "明天派人去")
    asked = await village.reads("孙有田", "回的是哪一件?")
    await village.taps("孙有田", asked, "回磨石沟-1")
    await village.taps("孙有田", await village.reads("孙有田", "办得怎么样了"), "还在办")
    await village.reads("王桂兰", "明天派人去", "还在办")


async def _wall(village: Village) -> str:
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.get(f"{village.address}/wall/磨石沟")).text


async def _wall_holds(village: Village, words: str) -> bool:
    return words in await _wall(village)
