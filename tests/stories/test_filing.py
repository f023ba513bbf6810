"""From a household's own words to a number in its hand."""

from sqlalchemy import select

from bot.rules.lifecycle import Status
from storage.media import NewMedia, add_media
from storage.models import Draft, Letter, LetterKind, Media, MediaState, Piece, PieceKind
from tests.chatserver.samples import OGG, photo
from tests.stories.village import Village

SUBSIDY = "俺娘八十了瘫床上 低保给停了 去问说等着 等到啥时候"
MEDICINE = "卫生室常用药都没有,买个感冒药还得跑镇上"


async def test_a_trouble_in_one_breath_gets_a_number_a_name_and_a_day(village: Village) -> None:
    await village.says("王桂兰", SUBSIDY)
    card = await village.reads("王桂兰", "记的是您的原话", "俺娘八十了瘫床上 低保给停了", "低保救助", "孙干部")
    await village.taps("王桂兰", card, "交上去")
    await village.reads("王桂兰", "1号,交给孙干部", "明天下班前接手", "下周一", "以前给您回音")
    (appeal,) = await village.appeals()
    assert (appeal.series, appeal.number, appeal.category, appeal.status) == ("磨石沟", 1, "low_income", Status.FILED)


async def test_the_cadres_card_leaves_one_minute_later(village: Village) -> None:
    await village.file("王桂兰", SUBSIDY)
    (card,) = await _cards(village)
    (appeal,) = await village.appeals()
    assert (card.user_id, card.not_before) == (village.phones["孙有田"].id, appeal.card_not_before)
    assert (appeal.card_not_before - appeal.filed_at).total_seconds() == 60
    await village.wait(minutes=1)
    await village.reads("孙有田", "磨石沟-1", "低保救助", "俺娘八十了瘫床上 低保给停了")


async def test_three_short_messages_are_one_appeal_with_all_their_words(village: Village) -> None:
    for words in ("俺娘的低保停了", "她八十了瘫在床上", "去问就说等着"):
        await village.says("王桂兰", words)
    await village.reads("王桂兰", "记的是您的原话")
    await village.reads("王桂兰", "也记上了")
    more = await village.reads("王桂兰", "也记上了")
    await village.taps("王桂兰", more, "交上去")
    await village.reads("王桂兰", "1号,交给孙干部")
    assert await _words(village) == ["俺娘的低保停了", "她八十了瘫在床上", "去问就说等着"]
    assert len(await village.appeals()) == 1


async def test_three_quiet_minutes_hand_it_in(village: Village) -> None:
    await village.says("王桂兰", SUBSIDY)
    await village.reads("王桂兰", "记的是您的原话")
    await village.wait(minutes=2)
    await village.says("王桂兰", "孙子还在上学")
    await village.reads("王桂兰", "也记上了")
    await village.wait(minutes=2)
    assert await village.appeals() == []
    await village.wait(minutes=1)
    await village.reads("王桂兰", "1号,交给孙干部")


async def test_saying_yes_hands_it_in_too(village: Village) -> None:
    await village.says("王桂兰", SUBSIDY)
    await village.reads("王桂兰", "行吗?")
    await village.says("王桂兰", "行")
    await village.reads("王桂兰", "1号,交给孙干部")


async def test_a_photo_alone_is_asked_about_and_never_hands_itself_in(village: Village) -> None:
    await village.shows("王桂兰", "photo", photo())
    await village.reads("王桂兰", "照片收到了。这是什么事?")
    await village.wait(minutes=4)
    await village.reads("王桂兰", "照片收到了。这是什么事?")
    assert await village.appeals() == []
    await village.says("王桂兰", "村东头的路灯坏了半年了")
    card = await village.reads("王桂兰", "记的是您的原话", "村东头的路灯坏了半年了")
    await village.taps("王桂兰", card, "交上去")
    await village.reads("王桂兰", "1号,交给孙干部")
    assert await _words(village) == [None, "村东头的路灯坏了半年了"]


async def test_a_voice_is_handed_to_the_cadre_by_a_yes_and_its_sound_is_kept(village: Village) -> None:
    await village.shows("王桂兰", "voice", ("voice.ogg", OGG, "audio/ogg"))
    card = await village.reads("王桂兰", "语音收到了。给孙干部听,行吗?", "119/120/110")
    await village.taps("王桂兰", card, "行")
    await village.reads("王桂兰", "1号,交给孙干部")
    await village.until(lambda: _is_kept(village))
    assert [file.read_bytes() for file in (village.folder / "media").iterdir()] == [OGG]


async def test_a_file_that_is_not_there_any_more_is_given_up(village: Village) -> None:
    gone = NewMedia(village.bot.id, "AgACAgUAAx0none", "none", PieceKind.PHOTO)
    async with village.database.write() as session:
        await add_media(session, gone, village.hands.now)
    await village.until(lambda: _is_given_up(village))


async def test_two_matters_in_one_breath_are_two_numbers_where_the_household_says_so(village: Village) -> None:
    await village.says("王桂兰", SUBSIDY)
    await village.reads("王桂兰", "记的是您的原话")
    await village.says("王桂兰", MEDICINE)
    asked = await village.reads("王桂兰", "这是两件事吧?")
    await village.taps("王桂兰", asked, "两件")
    await village.reads("王桂兰", "1号,交给孙干部")
    await village.reads("王桂兰", "2号,交给孙干部")
    assert [appeal.category for appeal in await village.appeals()] == ["low_income", "clinic"]


async def test_another_matter_is_a_second_number_and_the_same_one_is_added_with_a_way_back(village: Village) -> None:
    await village.file("王桂兰", SUBSIDY)
    await village.file("王桂兰", MEDICINE, number=2)
    await village.says("王桂兰", "俺娘瘫床上 低保停了一个月了")
    added = await village.reads("王桂兰", "记到1号了")
    await village.taps("王桂兰", added, "这是另一件事")
    card = await village.reads("王桂兰", "记的是您的原话", "低保停了一个月了")
    await village.taps("王桂兰", card, "交上去")
    await village.reads("王桂兰", "3号,交给孙干部")


async def test_only_in_doubt_is_it_asked_which_matter_is_meant(village: Village) -> None:
    await village.file("王桂兰", SUBSIDY)
    await village.shows("王桂兰", "photo", photo())
    asked = await village.reads("王桂兰", "是1号(", "那件事,还是另一件?")
    await village.taps("王桂兰", asked, "还是1号")
    await village.reads("王桂兰", "记到1号了")
    assert len(await village.appeals()) == 1


async def test_a_reply_to_the_receipt_adds_to_that_appeal(village: Village) -> None:
    receipt = await village.file("王桂兰", SUBSIDY)
    await village.file("王桂兰", MEDICINE, number=2)
    await village.says("王桂兰", "村里有楼有车的倒吃着", reply_to=receipt["message_id"])
    await village.reads("王桂兰", "记到1号了")
    first, _ = await village.appeals()
    async with village.database.read() as session:
        pieces = (await session.scalars(select(Piece.text).where(Piece.appeal_id == first.id))).all()
    assert pieces == [SUBSIDY, "村里有楼有车的倒吃着"]


async def test_asking_how_it_stands_is_no_new_matter_and_urging_is_once_a_day(village: Village) -> None:
    await village.file("王桂兰", SUBSIDY)
    await village.wait(minutes=2)
    await village.says("王桂兰", "低保的事咋样了")
    told = await village.reads("王桂兰", "1号(", "在孙干部手里")
    for answer in ("已经替您催了", "今天已经替您催过了"):
        await village.taps("王桂兰", told, "替我催一下")
        await village.reads("王桂兰", answer)
    await village.reads("孙有田", "磨石沟-1群众在催了")
    assert len(await village.appeals()) == 1


async def test_what_was_handed_in_can_be_withdrawn_and_listed(village: Village) -> None:
    await village.file("王桂兰", SUBSIDY)
    await village.says("王桂兰", "我的事")
    told = await village.reads("王桂兰", "1号(", "在孙干部手里")
    await village.taps("王桂兰", told, "不办了")
    asked = await village.reads("王桂兰", "1号不办了?")
    await village.taps("王桂兰", asked, "不办了")
    await village.reads("王桂兰", "1号撤回了")
    (appeal,) = await village.appeals()
    assert appeal.status == Status.WITHDRAWN


async def test_thanks_and_stickers_get_an_honest_word_and_no_number(village: Village) -> None:
    await village.says("王桂兰", "谢谢")
    await village.reads("王桂兰", "不客气")
    await village.says("王桂兰", "你好")
    await village.reads("王桂兰", "您好!")
    async with village.database.read() as session:
        assert (await session.scalars(select(Draft))).all() == []


async def test_an_edit_is_one_more_revision_and_the_holder_is_told(village: Village) -> None:
    said = await village.says("王桂兰", SUBSIDY)
    card = await village.reads("王桂兰", "记的是您的原话")
    await village.taps("王桂兰", card, "交上去")
    await village.reads("王桂兰", "1号,交给孙干部")
    await village.wait(minutes=2)
    await village.edits("王桂兰", said, SUBSIDY + " 俺娘叫赵桂花")
    await village.reads("孙有田", "磨石沟-1的话改过了")
    assert await _words(village) == [SUBSIDY, SUBSIDY + " 俺娘叫赵桂花"]


async def _cards(village: Village) -> list[Letter]:
    async with village.database.read() as session:
        return list(await session.scalars(select(Letter).where(Letter.kind == LetterKind.CARD)))


async def _words(village: Village) -> list[str | None]:
    async with village.database.read() as session:
        return list(await session.scalars(select(Piece.text).where(Piece.appeal_id.is_not(None)).order_by(Piece.id)))


async def _is_given_up(village: Village) -> bool:
    async with village.database.read() as session:
        return list(await session.scalars(select(Media.state))) == [MediaState.GONE]


async def _is_kept(village: Village) -> bool:
    async with village.database.read() as session:
        return list(await session.scalars(select(Media.state))) == [MediaState.KEPT]
