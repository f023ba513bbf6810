"""A village's study meeting over the real phones: two households, one decision, a unit that answers, and one matter
that goes up."""

from bot.rules.lifecycle import Status
from tests.chatserver.harness import Json
from tests.stories.village import Village

MEDICINE = "卫生室常用药都没有,买个感冒药还得跑镇上"
SHORTAGE = "村卫生室老是没药,买个感冒药都得跑到镇上"
WELL = "村西头的水井没水半年了,大伙挑水要走二里地"


async def _joined(village: Village) -> None:
    await village.file("王桂兰", MEDICINE)
    await village.file("王德福", SHORTAGE, number=2)
    await village.taps("王德福", await village.reads("王德福", "还有 1 户反映"), "合在一起")
    await village.reads("王德福", "连您家一共 2 户")


async def _passed_up(village: Village, number: int) -> None:
    await village.wait(minutes=1)
    card = await village.reads("孙有田", f"磨石沟-{number} ·")
    await village.taps("孙有田", card, "办不了,报上级")
    await village.reads("张庆林", f"磨石沟-{number} ·")


async def _docket(village: Village) -> Json:
    await village.says("张庆林", "研判会")
    return await village.reads("张庆林", "磨石沟村研判会")


def _labels(message: Json) -> list[str]:
    return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]


async def test_a_common_issue_is_decided_and_each_household_hears_by_whom_and_by_when(village: Village) -> None:
    await village.join("陈秀芝")
    await _joined(village)
    await _passed_up(village, 1)
    docket = await _docket(village)
    assert "1件。先急0件,共性1件,其余0件" in docket["text"]
    assert _labels(docket) == ["1. 🔵 共性 · 卫生室与就医 · 2户", "到电脑上开", "散会"]
    await village.taps("张庆林", docket, _labels(docket)[0])
    item = await village.reads("张庆林", "共性问题 · 卫生室与就医 · 2户", "今天提出")
    await village.taps("张庆林", item, "定措施")
    await village.reads("张庆林", "怎么办?")
    await village.says("张庆林", "卫生局每周一送药到村,先送感冒药")
    await village.taps("张庆林", await village.reads("张庆林", "哪个单位办?"), "卫生局")
    await village.reads("张庆林", "什么时候办好?")
    await village.says("张庆林", "下周五")
    noted = await village.reads("张庆林", "定了:共性问题", "群众和承办单位都通知了")
    for who, number in (("王桂兰", 1), ("王德福", 2)):
        await village.reads(
            who, f"{number}号这件事,研判会上商量定了", "每周一送药到村", "由卫生局来办", "下周五", "以前办好"
        )
    await village.reads("陈秀芝", "磨石沟村研判会定的,卫生局牵头", "每周一送药到村")
    assert [appeal.status for appeal in await village.appeals()] == [Status.REFERRED, Status.FILED]
    await village.taps("张庆林", noted, "看议题")
    await village.taps("张庆林", await village.reads("张庆林", "点一件议一件"), "散会")
    await village.reads("张庆林", "研判会纪要", "每周一送药到村", "卫生局牵头")


async def test_what_the_village_cannot_decide_goes_to_the_areas_meeting(village: Village) -> None:
    await village.join("刘传河")
    await village.file("王桂兰", WELL)
    await _passed_up(village, 1)
    docket = await _docket(village)
    await village.taps("张庆林", docket, _labels(docket)[0])
    item = await village.reads("张庆林", "磨石沟-1 · 饮水水利", "水井")
    await village.taps("张庆林", item, "报上级研判会")
    await village.reads("王桂兰", "1号这件事我们这一级定不了", "工作片网格组长接着办")
    await village.says("刘传河", "研判会")
    above = await village.reads("刘传河", "泉庄东片研判会", "1件")
    await village.taps("刘传河", above, _labels(above)[0])
    await village.reads("刘传河", "下级报来的", "水井")
