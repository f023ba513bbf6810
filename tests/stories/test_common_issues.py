"""Two households with one matter (DESIGN §2, duplicates): asked, joined, answered once, judged by each alone."""

from bot.rules.lifecycle import Status
from tests.chatserver.harness import Json
from tests.stories.village import Village

MEDICINE = "卫生室常用药都没有,买个感冒药还得跑镇上"
SHORTAGE = "村卫生室老是没药,买个感冒药都得跑到镇上"
LAMP_EAST, LAMP_WEST = "村东头的路灯坏了半年了,晚上看不见路", "村西头的路灯坏了半年了,晚上看不见路"


async def _asked(village: Village) -> Json:
    """The second household, after its receipt."""
    await village.file("王桂兰", MEDICINE)
    await village.file("王德福", SHORTAGE, number=2)
    return await village.reads("王德福", "村里还有 1 户反映卫生室与就医(卫生室)", "您的2号照样单独给您回音")


async def _joined(village: Village) -> Json:
    await village.taps("王德福", await _asked(village), "合在一起")
    joined = await village.reads("王德福", "连您家一共 2 户")
    await village.reads("王桂兰", "村里又有一户反映卫生室与就医", "跟您的1号合在一起办了")
    return joined


async def _statuses(village: Village) -> list[str]:
    return [appeal.status for appeal in await village.appeals()]


async def test_one_answer_reaches_both_and_one_of_them_climbs_alone(village: Village) -> None:
    await _joined(village)
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-2", "共性问题 · 2户")
    await village.says("孙有田", "药下周三到卫生室", reply_to=card["message_id"])
    await village.taps("孙有田", await village.reads("孙有田", "办得怎么样了"), "办好了")
    second = await village.reads("王德福", "2号有回音了(孙干部)", "药下周三到卫生室")
    asked = await village.reads("孙有田", "您手里还有一样的 1 件", "药下周三到卫生室")
    await village.taps("孙有田", asked, "一起回复")
    first = await village.reads("王桂兰", "1号有回音了(孙干部)", "药下周三到卫生室", "这件事解决了吗?")
    await village.reads("孙有田", "一起回了 1 件")
    await village.taps("王德福", second, "解决了")
    await village.reads("王德福", "2号记下了:解决了")
    await village.taps("王桂兰", first, "没解决")
    await village.reads("王桂兰", "1号记下了,已转到村网格组长")
    assert await _statuses(village) == [Status.ESCALATED, Status.CLOSED]


async def test_a_join_is_undone_by_a_tap_and_the_next_answer_is_for_one(village: Village) -> None:
    await village.taps("王德福", await _joined(village), "分开办")
    await village.reads("王德福", "2号分开办了")
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-1", "卫生室常用药")
    await village.says("孙有田", "药下周三到卫生室", reply_to=card["message_id"])
    await village.taps("孙有田", await village.reads("孙有田", "办得怎么样了"), "办好了")
    await village.reads("王桂兰", "1号有回音了")
    assert await _statuses(village) == [Status.ANSWERED, Status.FILED]
    screen = await village.screen("孙有田")
    assert "一起回复" not in screen


async def test_whoever_says_no_stays_alone(village: Village) -> None:
    await village.taps("王德福", await _asked(village), "单独办")
    await village.reads("王德福", "2号单独办")
    await village.wait(minutes=1)
    await village.reads("孙有田", "磨石沟-2")
    assert "共性问题" not in await village.screen("孙有田")
    assert "合在一起" not in await village.screen("王桂兰")


async def test_the_same_household_again_is_added_with_a_way_back(village: Village) -> None:
    await village.file("王桂兰", MEDICINE)
    await village.wait(minutes=2)
    await village.says("王桂兰", SHORTAGE)
    added = await village.reads("王桂兰", "记到1号了")
    await village.taps("王桂兰", added, "这是另一件事")
    await village.reads("王桂兰", "记的是您的原话", "老是没药")
    assert len(await village.appeals()) == 1


async def test_a_private_one_is_neither_offered_nor_counted(village: Village) -> None:
    receipt = await village.file("王桂兰", MEDICINE)
    await village.taps("王桂兰", receipt, "只让办事的人看")
    await village.reads("王桂兰", "1号只让办事的人看了")
    await village.file("王德福", SHORTAGE, number=2)
    await village.says("王德福", "我的事")
    await village.reads("王德福", "2号(", "在孙干部手里")
    assert "合在一起" not in await village.screen("王德福")


async def test_another_end_of_the_village_is_another_matter(village: Village) -> None:
    await village.file("王桂兰", LAMP_EAST)
    await village.file("王德福", LAMP_WEST, number=2)
    await village.says("王德福", "我的事")
    await village.reads("王德福", "2号(", "在孙干部手里")
    assert "合在一起" not in await village.screen("王德福")


async def test_a_cadre_puts_two_numbers_together_and_takes_them_apart_again(village: Village) -> None:
    await village.file("王桂兰", LAMP_EAST)
    await village.file("王德福", MEDICINE, number=2)
    await village.wait(minutes=1)
    await village.taps("孙有田", await village.reads("孙有田", "磨石沟-2", "卫生室常用药"), "更多")
    await village.taps("孙有田", await village.reads("孙有田", "还要怎么办"), "并入共性问题")
    await village.reads("孙有田", "磨石沟-2跟哪一件是一回事")
    await village.says("孙有田", "磨石沟-1")
    done = await village.reads("孙有田", "磨石沟-2和磨石沟-1是一件共性问题,共 2 户")
    await village.reads("王桂兰", "办事的人把您的1号跟同样的事合在一起办了,照样单独给您回音")
    told = await village.reads("王德福", "办事的人把您的2号跟同样的事合在一起办了")
    await village.wait(minutes=1)
    card = (await village.phones["孙有田"].expect("edited"))["message"]
    await village.taps("孙有田", card, "共性问题 · 2户")
    await village.reads("孙有田", "共性问题", "2户,近七天新增 2 户", "磨石沟村 2 件:磨石沟-1、磨石沟-2")
    await village.taps("王德福", told, "分开办")
    await village.reads("王德福", "2号分开办了")
    await village.taps("孙有田", done, "分开")
    await village.reads("王桂兰", "办事的人把您的1号又分开了,单独办")
