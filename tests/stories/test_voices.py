"""A household that speaks, and a cadre who answers by voice."""

from tests.chatserver.samples import OGG
from tests.stories.village import Village

VOICE = ("voice.ogg", OGG, "audio/ogg")


async def test_a_voice_goes_both_ways(village: Village) -> None:
    await village.shows("王桂兰", "voice", VOICE, duration=3)
    await village.taps("王桂兰", await village.reads("王桂兰", "语音收到了"), "行")
    await village.reads("王桂兰", "1号,交给孙干部")
    await village.wait(minutes=1)
    card = await village.reads("孙有田", "磨石沟-1", "这家用语音")
    await village.taps("孙有田", card, "听语音、看照片")
    await _hears(village, "孙有田", "磨石沟-1")
    await village.phones["孙有田"].send_files(
        village.chats["孙有田"], "voice", VOICE, duration=3, reply_to=card["message_id"]
    )
    await village.taps("孙有田", await village.reads("孙有田", "办得怎么样了"), "办好了")
    await _hears(village, "王桂兰", "1号,孙干部")
    await village.reads("王桂兰", "1号有回音了", "请听一听", "这件事解决了吗")


async def _hears(village: Village, who: str, caption: str) -> None:
    message = (await village.phones[who].expect("message", caption=caption))["message"]
    file_id = message["voice"]["file_id"]
    phone = village.phones[who]
    heard = await phone.http.get(f"{phone.base}/files/{file_id}", headers=phone.headers)
    assert heard.content == OGG
