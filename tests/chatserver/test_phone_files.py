"""What phones send besides text, and who may look at it."""

import asyncio
from typing import Any

import httpx
import pytest

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient, Refused
from tests.chatserver.samples import HTML, MP4, OGG, PDF, SVG, WEBM, Part, photo, picture, voice


@pytest.fixture
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    chat: int = await wang.start(bot)
    await bot.receive(text="/start")
    return chat


async def fetch(phone: PhoneClient, file_id: str, **headers: str) -> httpx.Response:
    return await phone.http.get(f"{phone.base}/files/{file_id}", headers=phone.headers | headers)


async def refusal(phone: PhoneClient, chat: int, kind: str, *files: Part, **fields: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        await phone.send_files(chat, kind, *files, **fields)
    return refused.value


async def test_a_bot_gets_the_photo_that_a_phone_sends(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    (sent,) = await wang.send_files(chat, "photo", photo(), caption="井干了 @huiyin_bot")
    got = await bot.receive()
    assert got["photo"] == sent["photo"]
    assert got["caption"] == "井干了 @huiyin_bot"
    assert got["caption_entities"] == [{"type": "mention", "offset": 4, "length": 11}]
    assert (await fetch(wang, sent["photo"][0]["file_id"])).content == picture()


@pytest.mark.parametrize(
    ("kind", "file", "shown"),
    [
        ("voice", voice(), {"duration": 7, "mime_type": "audio/ogg"}),
        ("voice", ("voice.ogg", WEBM, "audio/webm"), {"duration": 7, "mime_type": "audio/webm"}),
        ("video_note", ("a.mp4", MP4, "video/mp4"), {"duration": 7, "length": 384}),
        ("video", ("a.mp4", MP4, "video/mp4"), {"duration": 7, "file_name": "a.mp4"}),
        ("audio", ("a.ogg", OGG, "audio/ogg"), {"duration": 7, "file_name": "a.ogg"}),
        ("document", ("a.pdf", PDF, "application/pdf"), {"file_name": "a.pdf", "mime_type": "application/pdf"}),
        ("sticker", ("s.webp", picture(8, 8, "WEBP"), "image/webp"), {"type": "regular", "width": 8, "height": 8}),
    ],
)
async def test_phones_send_every_kind_of_file(
    bot: BotClient, wang: PhoneClient, chat: int, kind: str, file: Part, shown: Json
) -> None:
    await wang.send_files(chat, kind, file, duration=7)
    assert shown.items() <= (await bot.receive())[kind].items()


async def test_several_photos_are_one_album_with_one_caption(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    sent = await wang.send_files(chat, "photo", photo(), photo(), caption="两处")
    got = [await bot.receive(), await bot.receive()]
    assert [message["media_group_id"] for message in got] == [sent[0]["media_group_id"]] * 2
    assert [message.get("caption") for message in got] == ["两处", None]


async def test_a_file_may_be_a_reply(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    asked = await bot.call("sendMessage", chat_id=wang.id, text="拍一张吧")
    await wang.send_files(chat, "photo", photo(), reply_to=asked["message_id"])
    assert (await bot.receive())["reply_to_message"]["message_id"] == asked["message_id"]


async def test_a_die_falls_on_one_of_its_sides(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    # core.telegram.org/bots/api#dice
    await wang.write(chat, dice="🎲")
    dice = (await bot.receive())["dice"]
    assert dice["emoji"] == "🎲"
    assert 1 <= dice["value"] <= 6


@pytest.mark.parametrize(
    ("kind", "files"),
    [
        ("photo", [("a.jpg", HTML, "image/jpeg")]),
        ("photo", [("a.jpg", b"", "image/jpeg")]),
        ("sticker", [("a.webp", b"x", "image/webp")]),
        ("voice", [voice(), voice()]),
        ("photo", [photo()] * 11),
        ("poll", [photo()]),
    ],
)
async def test_what_cannot_be_sent_is_refused_in_plain_words(
    wang: PhoneClient, chat: int, kind: str, files: list[Part]
) -> None:
    before = await wang.messages(chat)
    refused = await refusal(wang, chat, kind, *files)
    assert refused.code == 400
    assert refused.description.endswith("。")
    assert await wang.messages(chat) == before


async def test_a_file_that_is_too_large_is_refused(wang: PhoneClient, chat: int) -> None:
    refused = await refusal(wang, chat, "document", ("a.bin", b"\0" * (50 * 1024 * 1024 + 1), "application/zip"))
    assert (refused.code, "50 MB" in refused.description) == (413, True)


async def test_only_a_signed_in_phone_may_upload(wang: PhoneClient, chat: int) -> None:
    answer = await wang.http.post(
        f"{wang.base}/chats/{chat}/messages",
        data={"kind": "photo"},
        files=[("file", photo())],
        headers={"Authorization": "Bearer wrong"},
    )
    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("kind", "file", "content_type"),
    [
        ("photo", photo(), "image/png"),
        ("voice", voice(), "audio/ogg"),
        ("document", ("a.png", picture(), "image/png"), "image/png"),
        ("document", ("a.html", HTML, "text/html"), "application/octet-stream"),
        ("document", ("a.svg", SVG, "image/svg+xml"), "application/octet-stream"),
        ("document", ("a.png", SVG, "image/png"), "application/octet-stream"),
        ("document", ("a.pdf", PDF, "application/pdf"), "application/octet-stream"),
        ("voice", ("voice.ogg", HTML, "audio/ogg"), "application/octet-stream"),
    ],
)
async def test_only_pictures_sound_and_film_are_shown_in_place(
    wang: PhoneClient, chat: int, kind: str, file: Part, content_type: str
) -> None:
    (sent,) = await wang.send_files(chat, kind, file)
    shown = sent["photo"][0] if kind == "photo" else sent[kind]
    answer = await fetch(wang, shown["file_id"])
    assert answer.headers["content-type"] == content_type
    saved = content_type == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment" if saved else "inline")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


async def test_a_phone_plays_sound_in_parts(wang: PhoneClient, chat: int) -> None:
    (sent,) = await wang.send_files(chat, "voice", voice())
    answer = await fetch(wang, sent["voice"]["file_id"], Range="bytes=4-")
    assert (answer.status_code, answer.content) == (206, OGG[4:])


async def test_nobody_sees_the_files_of_a_chat_that_is_not_theirs(
    wang: PhoneClient, sun: PhoneClient, chat: int
) -> None:
    (sent,) = await wang.send_files(chat, "photo", photo())
    answer = await fetch(sun, sent["photo"][0]["file_id"])
    assert (answer.status_code, answer.json()) == (404, {"error": "没有这个文件。"})


async def test_whoever_is_in_the_group_sees_a_file_and_whoever_left_does_not(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient, chat: int, operator: Operator
) -> None:
    group = await operator.add_chat("supergroup", "东村", (bot, "member"), (sun, "member"), (wang, "member"))
    sent = await bot.call("sendPhoto", chat_id=group, files={"photo": photo()})
    file_id = sent["photo"][0]["file_id"]
    assert (await fetch(sun, file_id)).status_code == 200
    await operator.set_member(group, sun, "left")
    assert (await fetch(sun, file_id)).status_code == 404
    assert (await fetch(wang, file_id)).status_code == 200


async def test_what_was_taken_back_can_no_longer_be_looked_at(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    sent = await bot.call("sendPhoto", chat_id=wang.id, files={"photo": photo()})
    file_id = sent["photo"][0]["file_id"]
    assert (await fetch(wang, file_id)).status_code == 200
    await bot.call("deleteMessage", chat_id=wang.id, message_id=sent["message_id"])
    assert (await fetch(wang, file_id)).status_code == 404
    assert (await bot.call("getFile", file_id=file_id))["file_size"] == len(picture())


async def test_two_uploads_at_once_do_not_meet(wang: PhoneClient, chat: int) -> None:
    files = [("a.bin", bytes([number]) * 300_000, "application/zip") for number in (1, 2)]
    sent = await asyncio.gather(*(wang.send_files(chat, "document", file) for file in files))
    kept = [(await fetch(wang, message["document"]["file_id"])).content for (message,) in sent]
    assert kept == [body for _, body, _ in files]
