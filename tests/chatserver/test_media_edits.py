"""Changing captions and files (MessagesManager.cpp:23167, 23600-23720)."""

from typing import Any

import httpx
import pytest

from tests.chatserver.harness import BotClient, Json, PhoneClient, Refused
from tests.chatserver.samples import MP4, PDF, Part, photo, picture, voice

FILES: dict[str, Part] = {
    "photo": photo(),
    "voice": voice(),
    "video_note": ("a.mp4", MP4, "video/mp4"),
    "video": ("a.mp4", MP4, "video/mp4"),
    "document": ("a.pdf", PDF, "application/pdf"),
}
OTHER = {"new": ("other.png", picture(9, 9), "image/png")}
NEW_PHOTO = {"type": "photo", "media": "attach://new"}


@pytest.fixture(autouse=True)
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


async def post(bot: BotClient, to: PhoneClient, kind: str, **more: Any) -> Json:
    method = "send" + "".join(part.capitalize() for part in kind.split("_"))
    sent: Json = await bot.call(method, chat_id=to.id, **more, files={kind: FILES[kind]})
    return sent


async def change(bot: BotClient, sent: Json, method: str, **more: Any) -> Json:
    edited: Json = await bot.call(method, chat_id=sent["chat"]["id"], message_id=sent["message_id"], **more)
    return edited


async def refusal(bot: BotClient, sent: Json, method: str, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        await change(bot, sent, method, **more)
    return refused.value.description


async def test_a_caption_is_changed_and_the_file_stays(bot: BotClient, wang: PhoneClient) -> None:
    button = {"inline_keyboard": [[{"text": "满意", "callback_data": "5"}]]}
    sent = await post(bot, wang, "photo", caption="在修", reply_markup=button)
    edited = await change(bot, sent, "editMessageCaption", caption="<b>修好</b>了", parse_mode="HTML")
    assert edited["photo"] == sent["photo"]
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("修好了", "bold")
    assert "reply_markup" not in edited
    await wang.expect("edited", caption="修好了")


async def test_a_caption_is_taken_away_by_an_empty_one(bot: BotClient, wang: PhoneClient) -> None:
    sent = await post(bot, wang, "voice", caption="听")
    edited = await change(bot, sent, "editMessageCaption")
    assert "caption" not in edited
    words = await refusal(bot, edited | {"chat": sent["chat"]}, "editMessageCaption", caption="")
    assert words.startswith("Bad Request: message is not modified")


async def test_what_has_no_caption_gets_none(bot: BotClient, wang: PhoneClient) -> None:
    # MessagesManager.cpp:23687
    text = await bot.call("sendMessage", chat_id=wang.id, text="您好")
    words = await refusal(bot, text, "editMessageCaption", caption="x")
    assert words == "Bad Request: there is no caption in the message to edit"
    note = await post(bot, wang, "video_note")
    assert await refusal(bot, note, "editMessageCaption", caption="x") == "Bad Request: message can't be edited"


async def test_a_file_is_replaced(bot: BotClient, wang: PhoneClient) -> None:
    sent = await post(bot, wang, "document", caption="旧")
    edited = await change(bot, sent, "editMessageMedia", media=NEW_PHOTO | {"caption": "新"}, files=OTHER)
    assert edited["photo"][0]["width"] == 9
    assert (edited["caption"], "document" in edited) == ("新", False)


async def test_a_replaced_file_can_no_longer_be_looked_at(bot: BotClient, wang: PhoneClient) -> None:
    sent = await post(bot, wang, "photo")
    edited = await change(bot, sent, "editMessageMedia", media=NEW_PHOTO, files=OTHER)

    async def look(message: Json) -> httpx.Response:
        return await wang.http.get(f"{wang.base}/files/{message['photo'][0]['file_id']}", headers=wang.headers)

    assert (await look(sent)).status_code == 404
    assert (await look(edited)).status_code == 200


async def test_a_text_becomes_a_photo_but_a_voice_does_not(bot: BotClient, wang: PhoneClient) -> None:
    # MessagesManager.cpp:23167; core.telegram.org/bots/api#editmessagemedia
    text = await bot.call("sendMessage", chat_id=wang.id, text="您好")
    edited = await change(bot, text, "editMessageMedia", media=NEW_PHOTO, files=OTHER)
    assert ("photo" in edited, "text" in edited) == (True, False)
    spoken = await post(bot, wang, "voice")
    words = await refusal(bot, spoken, "editMessageMedia", media=NEW_PHOTO, files=OTHER)
    assert words == "Bad Request: message media can't be edited"


async def album(bot: BotClient, to: PhoneClient, kind: str) -> Json:
    """The first message of an album of two."""
    media = [{"type": kind, "media": f"attach://{name}"} for name in "ab"]
    sent = await bot.call("sendMediaGroup", chat_id=to.id, media=media, files=dict.fromkeys("ab", FILES[kind]))
    first: Json = sent[0]
    return first


async def test_a_photo_of_an_album_becomes_a_film_and_stays_in_it(bot: BotClient, wang: PhoneClient) -> None:
    sent = await album(bot, wang, "photo")
    film = {"type": "video", "media": "attach://new"}
    edited = await change(bot, sent, "editMessageMedia", media=film, files={"new": FILES["video"]})
    assert edited["media_group_id"] == sent["media_group_id"]
    assert "video" in edited


async def test_documents_and_photos_do_not_change_places_in_an_album(bot: BotClient, wang: PhoneClient) -> None:
    # MessagesManager.cpp:23638-23642
    words = await refusal(bot, await album(bot, wang, "document"), "editMessageMedia", media=NEW_PHOTO, files=OTHER)
    assert words == "Bad Request: can't change media type in the album"
    animation = {"type": "animation", "media": "attach://new"}
    sent = await album(bot, wang, "photo")
    words = await refusal(bot, sent, "editMessageMedia", media=animation, files={"new": FILES["video"]})
    assert words == "Bad Request: message content type can't be used in an album"


@pytest.mark.parametrize(
    ("media", "words"),
    [
        (None, 'parameter "media" is required'),
        ("{", "can't parse input media JSON object"),
        ([], "can't parse InputMedia: expected an Object"),
        ({"type": "sticker", "media": "x"}, 'can\'t parse InputMedia: type "sticker" is unsupported'),
    ],
)
async def test_a_broken_new_file_is_refused(bot: BotClient, wang: PhoneClient, media: Any, words: str) -> None:
    # Client.cpp:11762-11777
    sent = await post(bot, wang, "photo")
    assert await refusal(bot, sent, "editMessageMedia", media=media) == f"Bad Request: {words}"
