"""Sending one file: what the message holds, and what is refused (Client.cpp:12901-13050)."""

from typing import Any

import pytest

from tests.chatserver.harness import BotClient, PhoneClient, Refused
from tests.chatserver.samples import HTML, MP3, MP4, OGG, PDF, photo, picture, voice

MEGABYTE = 1 << 20
FILE = {"document": ("账单.pdf", PDF, "application/pdf")}
SENT: dict[str, tuple[str, Any, dict[str, Any], dict[str, Any]]] = {
    "sendVoice": ("voice", voice(), {"duration": 7}, {"duration": 7, "mime_type": "audio/ogg"}),
    "sendAudio": (
        "audio",
        ("song.mp3", MP3, "audio/mpeg"),
        {"duration": 61, "title": "沂蒙山", "performer": "村民"},
        {
            "duration": 61,
            "title": "沂蒙山",
            "performer": "村民",
            "file_name": "song.mp3",
            "mime_type": "audio/mpeg",
        },
    ),
    "sendDocument": (
        "document",
        ("账单.pdf", PDF, "application/pdf"),
        {},
        {"file_name": "账单.pdf", "mime_type": "application/pdf"},
    ),
    "sendVideo": (
        "video",
        ("road.mp4", MP4, "video/mp4"),
        {"duration": 9, "width": 640, "height": 480},
        {"duration": 9, "width": 640, "height": 480, "file_name": "road.mp4", "mime_type": "video/mp4"},
    ),
    "sendAnimation": (
        "animation",
        ("wave.gif", picture(20, 10, "GIF"), "image/gif"),
        {"duration": 2},
        {"duration": 2, "width": 20, "height": 10, "file_name": "wave.gif", "mime_type": "image/gif"},
    ),
    "sendVideoNote": (
        "video_note",
        ("note.mp4", MP4, "video/mp4"),
        {"duration": 5, "length": 240},
        {"duration": 5, "length": 240},
    ),
}


async def refusal(bot: BotClient, method: str, **arguments: Any) -> str:
    with pytest.raises(Refused) as refused:
        await bot.call(method, **arguments)
    return refused.value.description


@pytest.fixture(autouse=True)
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


async def test_a_photo_is_shown_with_its_size_and_caption(bot: BotClient, wang: PhoneClient) -> None:
    sent = await bot.call("sendPhoto", chat_id=wang.id, caption="新井", files={"photo": photo()})
    (size,) = sent["photo"]
    assert (size["width"], size["height"], size["file_size"]) == (4, 3, len(picture()))
    assert sent["caption"] == "新井"
    event = await wang.expect("message", photo=sent["photo"])
    assert event["message"]["caption"] == "新井"


@pytest.mark.parametrize("method", SENT)
async def test_a_file_is_shown_with_what_its_sender_says_of_it(bot: BotClient, wang: PhoneClient, method: str) -> None:
    kind, file, details, shown = SENT[method]
    sent = await bot.call(method, chat_id=wang.id, **details, files={kind: file})
    kept = {name: value for name, value in sent[kind].items() if name not in {"file_id", "file_unique_id"}}
    assert kept == shown | {"file_size": len(file[1])}


async def test_an_animation_is_a_document_too(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:4221, for clients that know no animations
    sent = await bot.call("sendAnimation", chat_id=wang.id, files={"animation": ("a.mp4", MP4, "video/mp4")})
    assert sent["document"]["file_id"] == sent["animation"]["file_id"]
    assert "duration" not in sent["document"]


async def test_a_caption_has_its_formatting(bot: BotClient, wang: PhoneClient) -> None:
    formatted = {"caption": "<b>收到</b>了", "parse_mode": "HTML"}
    sent = await bot.call("sendDocument", chat_id=wang.id, **formatted, files=FILE)
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 2}]


async def test_a_caption_has_at_most_1024_utf16_units(bot: BotClient, wang: PhoneClient) -> None:
    # MessageContent.cpp:5242; core.telegram.org/bots/api#sendphoto
    sent = await bot.call("sendDocument", chat_id=wang.id, caption="😀" * 512, files=FILE)
    assert len(sent["caption"]) == 512
    longer = await refusal(bot, "sendDocument", chat_id=wang.id, caption="😀" * 512 + "了", files=FILE)
    assert longer == "Bad Request: message caption is too long"


async def test_only_what_is_seen_can_be_blurred_or_stand_under_its_caption(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:4225-4290
    wanted = {"caption": "看", "has_spoiler": True, "show_caption_above_media": True}
    seen = await bot.call("sendPhoto", chat_id=wang.id, **wanted, files={"photo": photo()})
    assert seen["has_media_spoiler"] is True
    assert seen["show_caption_above_media"] is True
    heard = await bot.call("sendVoice", chat_id=wang.id, **wanted, files={"voice": voice()})
    assert heard["caption"] == "看"
    assert not {"has_media_spoiler", "show_caption_above_media"} & heard.keys()


async def test_a_round_video_has_no_caption(bot: BotClient, wang: PhoneClient) -> None:
    # MessageContentType.cpp: can_have_message_content_caption
    note = {"video_note": ("note.mp4", MP4, "video/mp4")}
    assert "caption" not in await bot.call("sendVideoNote", chat_id=wang.id, caption="看", files=note)


async def test_options_work_for_media_as_for_text(bot: BotClient, wang: PhoneClient) -> None:
    asked = await bot.call("sendMessage", chat_id=wang.id, text="在哪里?")
    button = {"inline_keyboard": [[{"text": "满意", "callback_data": "5"}]]}
    options = {"reply_parameters": {"message_id": asked["message_id"]}, "protect_content": True, "reply_markup": button}
    sent = await bot.call("sendPhoto", chat_id=wang.id, **options, files={"photo": photo()})
    assert sent["reply_to_message"]["message_id"] == asked["message_id"]
    assert (sent["has_protected_content"], sent["reply_markup"]) == (True, button)


@pytest.mark.parametrize(
    ("method", "what"),
    [
        ("sendPhoto", "photo"),
        ("sendVoice", "voice"),
        ("sendAudio", "audio"),
        ("sendDocument", "document"),
        ("sendVideo", "video"),
        ("sendAnimation", "animation"),
        ("sendVideoNote", "video note"),
    ],
)
async def test_a_call_without_the_file_is_refused(bot: BotClient, wang: PhoneClient, method: str, what: str) -> None:
    # Client.cpp:12901-13038
    expected = f"Bad Request: there is no {what} in the request"
    assert await refusal(bot, method, chat_id=wang.id) == expected
    assert await refusal(bot, method, chat_id=wang.id, **{what.replace(" ", "_"): "attach://nothing"}) == expected


async def test_a_file_may_be_attached_under_another_name(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:10040
    sent = await bot.call("sendVoice", chat_id=wang.id, voice="attach://first", files={"first": voice()})
    assert sent["voice"]["file_size"] == len(OGG)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [((5000, 5000), True), ((5001, 5000), False), ((20, 400), True), ((20, 401), False)],
)
async def test_a_photo_has_sides_of_10000_together_and_a_ratio_of_20(
    bot: BotClient, wang: PhoneClient, size: tuple[int, int], wanted: bool
) -> None:
    # core.telegram.org/bots/api#sendphoto
    drawn = {"photo": ("a.png", picture(*size), "image/png")}
    if wanted:
        assert await bot.call("sendPhoto", chat_id=wang.id, files=drawn)
    else:
        assert await refusal(bot, "sendPhoto", chat_id=wang.id, files=drawn) == "Bad Request: PHOTO_INVALID_DIMENSIONS"


async def test_what_is_no_picture_is_no_photo(bot: BotClient, wang: PhoneClient) -> None:
    page = {"photo": ("photo.jpg", HTML, "image/jpeg")}
    assert await refusal(bot, "sendPhoto", chat_id=wang.id, files=page) == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_a_photo_has_at_most_10_megabytes(bot: BotClient, wang: PhoneClient) -> None:
    # FileLoaderUtils.cpp:342
    padded = picture() + b"\0" * (10 * MEGABYTE - len(picture()))
    assert await bot.call("sendPhoto", chat_id=wang.id, files={"photo": ("a.png", padded, "image/png")})
    larger = {"photo": ("a.png", padded + b"\0", "image/png")}
    assert await refusal(bot, "sendPhoto", chat_id=wang.id, files=larger) == (
        "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"
    )


async def test_a_file_has_at_most_50_megabytes(bot: BotClient, wang: PhoneClient) -> None:
    largest = {"document": ("a.bin", b"\0" * (50 * MEGABYTE), "application/zip")}
    assert await bot.call("sendDocument", chat_id=wang.id, files=largest)
    larger = {"document": ("a.bin", b"\0" * (50 * MEGABYTE + 1), "application/zip")}
    assert await refusal(bot, "sendDocument", chat_id=wang.id, files=larger) == "Request Entity Too Large"


async def test_an_empty_file_is_refused(bot: BotClient, wang: PhoneClient) -> None:
    # FileLoaderUtils.cpp:304
    empty = {"document": ("a.txt", b"", "text/plain")}
    assert await refusal(bot, "sendDocument", chat_id=wang.id, files=empty) == "Bad Request: file must be non-empty"


@pytest.mark.parametrize(
    ("given", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\新\\照片.txt", "照片.txt"), ("a\u202egpj.exe", "agpj.exe"), ("..", "file")],
)
async def test_a_file_name_leads_nowhere_and_does_not_mislead(
    bot: BotClient, wang: PhoneClient, given: str, kept: str
) -> None:
    sent = await bot.call("sendDocument", chat_id=wang.id, files={"document": (given, b"x", "text/plain")})
    assert sent["document"]["file_name"] == kept


async def test_a_call_that_is_refused_leaves_no_message(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    before = await wang.messages(chat)
    await refusal(bot, "sendVideoNote", chat_id=wang.id, length=641, files={"video_note": ("a.mp4", MP4, "video/mp4")})
    assert await wang.messages(chat) == before
