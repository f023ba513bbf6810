"""A bureau promises a day on its head's phone; the household hears, and anybody may read whether it was kept."""

import httpx

from tests.stories.village import Village

WELL = "村西头的水井没水半年了,大伙挑水要走二里地"


async def _page(village: Village) -> str:
    async with httpx.AsyncClient(trust_env=False, base_url=village.address) as client:
        return (await client.get("/commitments")).text


async def test_a_promised_day_is_told_listed_and_kept(village: Village) -> None:
    await village.join("许永清")
    await village.file("王桂兰", WELL)
    await village.wait(minutes=1)
    await village.taps("孙有田", await village.reads("孙有田", "磨石沟-1", "水井"), "更多")
    await village.taps("孙有田", await village.reads("孙有田", "还要怎么办"), "转给别的单位或干部")
    await village.taps("孙有田", await village.reads("孙有田", "转给谁"), "水利局")
    await village.taps("孙有田", await village.reads("孙有田", "为什么转给水利局"), "这事归他们管")
    card = await village.reads("许永清", "磨石沟-1", "水井")
    assert "还没有承诺" in await _page(village)
    await village.taps("许永清", card, "承诺日子")
    asked = await village.reads("许永清", "哪天以前给群众回音", "最晚下周一")
    offered = [row[0]["text"] for row in asked["reply_markup"]["inline_keyboard"]]
    assert [label.split(" · ")[1] for label in offered] == ["3个工作日", "5个工作日"]
    assert offered[0].startswith("周四")
    await village.says("许永清", "明天")
    await village.reads("许永清", "明天下班前打算怎么办")
    await village.says("许永清", "先换水泵,再清井")
    await village.reads("王桂兰", "1号这件事,水利局答应您:明天下班前一定给您回音。\n“先换水泵,再清井”", "许永清")
    page = await _page(village)
    assert "<b>水利局</b>,第一责任人 许永清" in page
    assert "还没到期 1 件" in page
    assert "水泵" not in page
    await village.says("许永清", "水泵换好了,井有水了", reply_to=card["message_id"])
    await village.taps("许永清", await village.reads("许永清", "办得怎么样了"), "办好了")
    await village.reads("王桂兰", "井有水了")
    assert "到期 1 件,兑现 1 件(1/1)" in await _page(village)
