"""Everything that a phone can send goes into one draft, and its files to the county's own folder."""

from sqlalchemy import select

from storage.models import Media, MediaState, Piece
from tests.chatserver.samples import MP4, PDF, photo, voice
from tests.stories.village import Village

LAMP = "村东头的路灯坏了半年了"


async def test_an_album_a_file_a_film_a_voice_and_a_place_are_one_appeal_with_its_words(village: Village) -> None:
    phone, chat = village.phones["王桂兰"], village.chats["王桂兰"]
    await village.shows("王桂兰", "photo", photo("a.png"), photo("b.png"), photo("c.png"))
    await village.reads("王桂兰", "照片收到了。这是什么事?")
    await village.says("王桂兰", LAMP)
    card = await village.reads("王桂兰", "记的是您的原话", LAMP)
    await village.shows("王桂兰", "document", ("a.pdf", PDF, "application/pdf"))
    await village.shows("王桂兰", "video_note", ("a.mp4", MP4, "video/mp4"))
    await village.shows("王桂兰", "voice", voice())
    await phone.write(chat, location={"latitude": 35.79, "longitude": 118.63})
    await phone.write(chat, contact={"phone_number": "19900000199", "first_name": "电工"})
    for _ in range(5):
        await village.reads("王桂兰", "这句也记上了")
    await phone.write(chat, dice="🎲")
    await village.reads("王桂兰", "这个我看不懂")
    await village.taps("王桂兰", card, "交上去")
    await village.reads("王桂兰", "1号,交给孙干部")
    await village.until(lambda: _all_kept(village))
    await village.wait(minutes=1)
    await village.reads("孙有田", LAMP, "还有:照片、文件、视频、语音、位置、名片")
    assert len(list((village.folder / "media").iterdir())) == 6
    (appeal,) = await village.appeals()
    async with village.database.read() as session:
        assert set(await session.scalars(select(Piece.appeal_id))) == {appeal.id}


async def _all_kept(village: Village) -> bool:
    async with village.database.read() as session:
        return list(await session.scalars(select(Media.state))) == [MediaState.KEPT] * 6
