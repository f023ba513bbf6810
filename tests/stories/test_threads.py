"""A village lead's group: a topic for each public appeal that comes up to the lead, and nothing else."""

from sqlalchemy import select

from storage.models import Forum, ForumState
from tests.chatserver.harness import Json, PhoneClient
from tests.chatserver.news import GRANTED
from tests.stories.village import Village

GROUP = "磨石沟网格群"
WELL, LAMP, ROAD = "村西头的水井没水半年了", "村东头的路灯坏了半年了", "北沟的路塌了没法走"


async def test_an_appeal_lives_in_its_topic_until_it_is_settled(village: Village) -> None:
    lead, forum = village.phones["张庆林"], await _group(village)
    await _climbs(village, WELL, 1)
    card = await village.reads("张庆林", "磨石沟-1", WELL, "经过")
    topic = card["message_thread_id"]
    assert [one["name"][:7] for one in (await lead.chat(GROUP))["topics"]] == ["磨石沟-1 ·"]
    await _taps(lead, card, "接手")
    await village.until(lambda: _has_status(village, "accepted"))
    await village.wait(seconds=5)  # between two edits
    await lead.expect("edited", message_id=card["message_id"])
    await _taps(lead, card, "看全部经过")
    await village.reads("张庆林", "磨石沟-1 全部经过", WELL, "孙有田上报")
    await village.operator.post("happenings", what="delete_topic", chat=forum, topic=topic)
    await village.says("王桂兰", "我的事")
    mine = await village.reads("王桂兰", "1号", WELL[:4])
    await village.wait(seconds=5)
    await village.taps("王桂兰", mine, "替我催一下")
    anew = await village.reads("张庆林", "磨石沟-1", WELL, "经过:")
    assert anew["message_thread_id"] != topic
    await lead.send((await lead.chat(GROUP))["id"], "清好了,来水了", topic=anew["message_thread_id"])
    await _taps(lead, await village.reads("张庆林", "记下了,只有办事的人看得到"), "作为回音")
    await village.taps("张庆林", await village.reads("张庆林", "办得怎么样了"), "办好了")
    await village.taps("王桂兰", await village.reads("王桂兰", "清好了,来水了"), "解决了")
    await village.until(lambda: _has_status(village, "closed"))
    await village.wait(seconds=5)
    await village.until(lambda: _is_closed(lead))


async def _group(village: Village) -> int:
    """With its lead and the cadre in it, from before the bot came."""
    lead, cadre = village.phones["张庆林"], village.phones["孙有田"]
    members = ((lead, "creator"), (cadre, "member"), (village.bot, "administrator", GRANTED))
    forum = await village.operator.add_chat("supergroup", GROUP, *members, is_forum=True)
    await village.reads("张庆林", f"群“{GROUP}”接到磨石沟村了")
    await village.until(lambda: _posts(village))
    return forum


async def _posts(village: Village) -> bool:
    async with village.database.read() as session:
        return (await session.scalars(select(Forum.state))).all() == [ForumState.POSTING]


async def _climbs(village: Village, words: str, number: int) -> Json:
    """Filed, and passed up by the cadre; the receipt."""
    receipt = await village.file("王桂兰", words, number)
    await village.wait(minutes=1)
    card = await village.reads("孙有田", f"磨石沟-{number}", words)
    await village.taps("孙有田", card, "办不了,报上级")
    return receipt


async def _taps(phone: PhoneClient, message: Json, label: str) -> None:
    """A button in the group."""
    buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
    data = next(button["callback_data"] for button in buttons if button["text"] == label)
    await phone.tap((await phone.chat(GROUP))["id"], message["message_id"], data)


async def _has_status(village: Village, status: str) -> bool:
    return (await village.appeals())[0].status == status


async def _is_closed(phone: PhoneClient) -> bool:
    topics = (await phone.chat(GROUP))["topics"]
    return all(topic["closed"] for topic in topics)


async def test_what_becomes_private_is_gone_from_the_group_and_a_stranger_ends_all_posting(village: Village) -> None:
    lead, forum = village.phones["张庆林"], await _group(village)
    receipt = await _climbs(village, LAMP, 1)
    card = await village.reads("张庆林", "磨石沟-1", LAMP)
    assert card["message_thread_id"]
    await village.taps("王桂兰", receipt, "只让办事的人看")
    await lead.expect("deleted", message_id=card["message_id"])
    assert (await lead.chat(GROUP))["topics"] == []
    shown = await village.reads("张庆林", "磨石沟-1", "不公开")
    assert "message_thread_id" not in shown
    stranger = village.phones["路人"] = await village.operator.add_person("路人")
    await village.operator.set_member(forum, stranger, "member")
    for who in ("郑立新", "张庆林"):
        await village.reads(who, f"磨石沟村的群“{GROUP}”里有不是这个网格干部的人")
    await _climbs(village, ROAD, 2)
    assert "message_thread_id" not in await village.reads("张庆林", "磨石沟-2", ROAD)
    group = (await stranger.chat(GROUP))["id"]
    seen = f"{await stranger.messages(group)}"
    assert [words for words in (LAMP, ROAD, "磨石沟-") if words in seen] == []
    await village.operator.set_member(forum, stranger, "left")
    await village.reads("郑立新", "接着往群里发")
    assert "message_thread_id" in await village.reads("张庆林", "磨石沟-2", ROAD)


async def test_whoever_was_there_before_the_bot_and_is_no_official_keeps_it_silent(village: Village) -> None:
    stranger = await village.operator.add_person("路人")
    members = ((village.phones["张庆林"], "creator"), (stranger, "member"))
    bot = (village.bot, "administrator", GRANTED)
    await village.operator.add_chat("supergroup", GROUP, *members, bot, is_forum=True)
    await village.reads("郑立新", f"群“{GROUP}”里有不是这个网格干部的人")
    await _climbs(village, WELL, 1)
    assert "message_thread_id" not in await village.reads("张庆林", "磨石沟-1", WELL)
