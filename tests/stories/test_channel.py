"""The village's channel: tied by its lead, filled from the wall, emptied with it."""

from tests.stories.village import Village

WELL = "村西头的水井没水半年了"
POSTS = {"can_post_messages": True}


async def test_an_entry_stands_in_the_villages_channel_until_it_is_withdrawn(village: Village) -> None:
    # DESIGN §2, echo wall: made private later, withdrawn everywhere at once
    lead, reader = village.phones["张庆林"], village.phones["王德福"]
    members = ((lead, "creator"), (village.bot, "administrator", POSTS), (reader, "member"))
    channel = await village.operator.add_chat("channel", "磨石沟回音", *members)
    await village.reads("张庆林", "磨石沟", "也发在频道“磨石沟回音”里")
    receipt = await _on_the_wall(village)
    post = (await reader.expect("message", text=f"饮水水利 · 办好了\n群众:“{WELL}”\n答复:“清好了”"))["message"]
    await village.wait(hours=49)  # older than what a bot may delete
    await village.taps("王桂兰", receipt, "只让办事的人看")
    assert (await reader.expect("edited", message_id=post["message_id"]))["message"]["text"] == "这一条已撤下。"
    await village.operator.set_member(channel, village.bot, "left")
    await village.reads("张庆林", "频道“磨石沟回音”不让我发消息了")


async def _on_the_wall(village: Village) -> dict[str, object]:
    """The receipt of an appeal whose entry has just gone up."""
    receipt = await village.file("王桂兰", WELL)
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-1")
    await village.says("孙有田", "清好了", reply_to=card["message_id"])
    await village.taps("孙有田", await village.reads("孙有田", "办得怎么样了"), "办好了")
    await village.taps("王桂兰", await village.reads("王桂兰", "有回音了"), "解决了")
    await village.reads("孙有田", "明天上回音壁")
    await village.wait(hours=24)
    return receipt
