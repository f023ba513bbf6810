"""How the canaries go their whole way: each is filed, held, answered and passed up as its like would be."""

from pathlib import Path

from sqlalchemy import select, text

from nlp.similarity import likeness, told
from storage.models import Forum, ForumState
from tests.chatserver.harness import Json
from tests.chatserver.news import GRANTED
from tests.chatserver.samples import picture
from tests.stories.canaries import BARRED, CANARIES, PRIVATE, VIOLENCE, Canary
from tests.stories.village import Village

ALIKE = ((PRIVATE, "卫生室没有药 电话打不通"), (BARRED, "水井还是没给修 俺家等了半年"))
WELL, LAMP = "村西头的水井没水半年了 天天去挑", "村东头的路灯坏了半年了"


async def village_chats(village: Village) -> str:
    """A group of the village with the service's bot in it, and its channel; who reads both and nothing else."""
    reader = village.phones["路人"] = await village.operator.add_person("路人")
    for kind, title, creator in (("supergroup", "磨石沟", "孙有田"), ("channel", "磨石沟回音", "张庆林")):
        bot = (village.bot, "administrator", {"can_post_messages": True})
        await village.operator.add_chat(kind, title, (village.phones[creator], "creator"), bot, (reader, "member"))
    await village.reads("张庆林", "也发在频道“磨石沟回音”里")
    return "路人"


async def officials_group(village: Village) -> None:
    """The village lead's, with the barred cadre in it, so that it would show what must not be there."""
    lead, cadre = village.phones["张庆林"], village.phones["孙有田"]
    members = ((lead, "creator"), (cadre, "member"), (village.bot, "administrator", GRANTED))
    await village.operator.add_chat("supergroup", "磨石沟网格群", *members, is_forum=True)
    await village.until(lambda: _posts(village))


async def _posts(village: Village) -> bool:
    async with village.database.read() as session:
        return (await session.scalars(select(Forum.state))).all() == [ForumState.POSTING]


async def lamp_goes_up(village: Village) -> None:
    """So that something stands in the lead's group."""
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-3", LAMP)
    await village.taps("孙有田", card, "办不了,报上级")
    await village.until(lambda: _stands_in_group(village))


async def _stands_in_group(village: Village) -> bool:
    lead = village.phones["张庆林"]
    group = await lead.chat("磨石沟网格群")
    return any(LAMP in message.get("text", "") for message in await lead.messages(group["id"]))


async def answered_and_judged(village: Village) -> None:
    """An ordinary matter on its way to the wall, so that the searches below search something."""
    await village.file("王桂兰", WELL)
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-1", "水井")
    await _solve(village, "孙有田", card, "井明天派人来清")


async def filed(village: Village, log_file: Path) -> None:
    await _say(village, PRIVATE)
    await village.taps("王桂兰", await village.reads("王桂兰", "记的是您的原话"), "不用保密,照常交")
    receipt = await village.reads("王桂兰", "2号,交给孙干部")
    await village.taps("王桂兰", receipt, "只让办事的人看")
    await village.reads("王桂兰", "2号只让办事的人看了")
    PRIVATE.number = "磨石沟-2"
    await _say(village, BARRED)
    asked = await village.reads("王桂兰", "这件事说到了孙干部")
    await _execute(village, "ALTER TABLE number_series RENAME TO mislaid")  # so that the log has something to tell
    await village.taps("王桂兰", asked, "是他本人的事(镇里和纪检办)")
    await village.until(lambda: _tells_of_a_failure(log_file))
    await _execute(village, "ALTER TABLE mislaid RENAME TO number_series")
    await village.wait(seconds=40)
    BARRED.number = await _number(village)
    await _say(village, VIOLENCE)
    asked = await village.reads("王桂兰", "?")
    if "还是另一件" in asked["text"]:
        await village.taps("王桂兰", asked, "另一件事")
        asked = await village.reads("王桂兰", "只让办事的人看,行吗")
    await village.taps("王桂兰", asked, "只让办事的人看")
    VIOLENCE.number = await _number(village)
    assert [canary.number for canary in CANARIES] == ["磨石沟-2", "县-1", "县-2"]


async def cards_of_the_cadre(village: Village) -> dict[str, Json]:
    """Of the two that are private and not about him, in whichever order they come."""
    await village.wait(minutes=1)
    cards: dict[str, Json] = {}
    while len(cards) < len((PRIVATE, VIOLENCE)):
        card = await village.reads("孙有田", "不公开")
        cards[card["text"].split()[1]] = card
    assert set(cards) == {PRIVATE.number, VIOLENCE.number}
    return cards


async def private_goes_up(village: Village, card: Json) -> None:
    await _open(village, "孙有田", card, PRIVATE)
    await _answer(village, "孙有田", card, "药钱要到镇上问", "办好了")
    await village.taps("王桂兰", await village.reads("王桂兰", "药钱要到镇上问"), "没解决")
    await village.says("王桂兰", "镇上说问县里 紫藤萝三六七")
    card = await village.reads("张庆林", PRIVATE.number, "不公开")
    await _open(village, "张庆林", card, PRIVATE)
    await _promise(village, "张庆林", card)
    await _study_meeting(village, "张庆林")
    await _solve(village, "张庆林", card, "药月底进")


async def complaint_goes_up(village: Village) -> None:
    await village.reads("高文海", BARRED.number, "不公开")
    card = await village.reads("梁正", BARRED.number)
    await _open(village, "梁正", card, BARRED)
    await _promise(village, "梁正", card)
    await _answer(village, "梁正", card, "查过了,没有凭据", "办不了")
    await village.taps("梁正", await village.reads("梁正", "为什么"), "就是上面的话")
    await village.taps("王桂兰", await village.reads("王桂兰", "没有凭据"), "没解决")
    card = await village.reads("郑立新", BARRED.number)
    await _open(village, "郑立新", card, BARRED)
    await _study_meeting(village, "郑立新")
    await _solve(village, "郑立新", card, "钱已退回")


async def violence_is_answered(village: Village, card: Json) -> None:
    await _open(village, "孙有田", card, VIOLENCE)
    await _solve(village, "孙有田", card, "妇联明天上门")


async def a_neighbour_speaks(village: Village) -> None:
    """And another member; both look at their matters, and the officials at what waits for them. What the neighbour
    tells is like what must not be known: it would be offered, if that could be found."""
    await village.file("王德福", LAMP, number=3)
    for number, (canary, words) in enumerate(ALIKE, start=4):
        assert likeness(told(words), told(canary.text)).same_matter
        await village.file("王德福", words, number=number)
    for who in ("王德福", "大勇"):
        await village.says(who, "我的事")
    await village.reads("大勇", "还没有")
    for who in ("孙有田", "张庆林", "高文海", "梁正", "郑立新"):
        await village.says(who, "/inbox")
        await village.reads(who)


async def _study_meeting(village: Village, who: str) -> None:
    """With the canary in its docket, which stays open."""
    await village.says(who, "研判会")
    await village.reads(who, "研判会:1件")


async def _say(village: Village, canary: Canary) -> None:
    await village.shows("王桂兰", "photo", ("photo.png", picture(canary.wide), "image/png"), caption=canary.text)


async def _number(village: Village) -> str:
    """Of the receipt that comes next."""
    await village.reads("王桂兰", "以前给您回音")
    newest = (await village.appeals())[-1]
    return f"{newest.series}-{newest.number}"


async def _open(village: Village, who: str, card: Json, canary: Canary) -> None:
    """The words, where they are allowed: a canary that is dead proves nothing."""
    await village.taps(who, card, "打开")
    await village.reads(who, canary.words[1])


async def _promise(village: Village, who: str, card: Json) -> None:
    """A day for the answer, which the public list must not tell."""
    await village.taps(who, card, "承诺日子")
    asked = await village.reads(who, "哪天以前给群众回音")
    await village.taps(who, asked, asked["reply_markup"]["inline_keyboard"][0][0]["text"])
    await village.taps(who, await village.reads(who, "打算怎么办"), "不写了,就承诺日子")
    await village.reads("王桂兰", "一定给您回音")


async def _answer(village: Village, who: str, card: Json, words: str, outcome: str) -> None:
    await village.says(who, words, reply_to=card["message_id"])
    await village.taps(who, await village.reads(who, "办得怎么样了"), outcome)


async def _solve(village: Village, who: str, card: Json, words: str) -> None:
    """What is judged so would go up on the wall, if it were for everybody."""
    await _answer(village, who, card, words, "办好了")
    await village.taps("王桂兰", await village.reads("王桂兰", words), "解决了")
    await village.reads("王桂兰", "记下了:解决了")


async def _execute(village: Village, statement: str) -> None:
    async with village.database.write() as session:
        await session.execute(text(statement))


async def _tells_of_a_failure(log_file: Path) -> bool:
    return any(words in log_text(log_file) for words in ("failed at attempt", "is handled again"))


def log_text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
