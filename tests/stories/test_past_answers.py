"""A matter that was answered before (dispatch memory): shown, taken as a draft, answered with, out of date."""

from tests.stories.village import Village

MEDICINE = "卫生室常用药都没有,买个感冒药还得跑镇上"
SHORTAGE = "村卫生室老是没药,买个感冒药都得跑到镇上"


async def test_the_second_household_is_answered_as_the_first_was_and_only_by_two_taps(village: Village) -> None:
    await village.file("王桂兰", MEDICINE)
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-1", "卫生室常用药")
    await village.says("孙有田", "药下周三到卫生室", reply_to=card["message_id"])
    await village.taps("孙有田", await village.reads("孙有田", "办得怎么样了"), "办好了")
    await village.taps("王桂兰", await village.reads("王桂兰", "药下周三到卫生室"), "解决了")
    await village.file("王德福", SHORTAGE, number=2)
    await village.wait(minutes=1)
    await village.taps("孙有田", await village.reads("孙有田", "磨石沟-2", "老是没药"), "更多")
    await village.taps("孙有田", await village.reads("孙有田", "还要怎么办"), "看看以前怎么回的")
    past = await village.reads("孙有田", "磨石沟村 · ", "办好了 · 群众说解决了", "常用药都没有", "药下周三到卫生室")
    await village.taps("孙有田", past, "照这个回")
    draft = await village.reads("孙有田", "还没有发", "回磨石沟-2", "药下周三到卫生室")
    assert "2号有回音了" not in await village.screen("王德福")
    await village.taps("孙有田", draft, "就这么回")
    await village.taps("孙有田", await village.reads("孙有田", "磨石沟-2这么回"), "办好了")
    await village.reads("王德福", "2号有回音了(孙干部)", "药下周三到卫生室")
    await village.taps("孙有田", past, "过时了")
    await village.reads("孙有田", "往后谁也看不到了")
