"""Albums: several messages of one group (Client.cpp:11839, MessageContent.cpp:5325-5355)."""

from typing import Any

import pytest

from tests.chatserver.harness import BotClient, Json, PhoneClient, Refused
from tests.chatserver.samples import MP4, PDF, Part, photo, voice


@pytest.fixture(autouse=True)
async def chat(bot: BotClient, wang: PhoneClient) -> int:
    return await wang.start(bot)


def items(*kinds: str, **more: Any) -> tuple[list[Json], dict[str, Part]]:
    """The `media` of such files, and the files."""
    files = {"photo": photo(), "video": ("a.mp4", MP4, "video/mp4"), "document": ("a.pdf", PDF, "application/pdf")}
    media = [{"type": kind, "media": f"attach://f{order}"} | more for order, kind in enumerate(kinds)]
    return media, {f"f{order}": files.get(kind, voice()) for order, kind in enumerate(kinds)}


async def refusal(bot: BotClient, wang: PhoneClient, media: Any, files: Any = None) -> str:
    with pytest.raises(Refused) as refused:
        await bot.call("sendMediaGroup", chat_id=wang.id, media=media, files=files)
    return refused.value.description


async def test_an_album_is_a_message_each_of_one_group(bot: BotClient, wang: PhoneClient) -> None:
    media, files = items("photo", "video")
    media[0]["caption"] = "<i>新路</i>"
    media[0]["parse_mode"] = "HTML"
    first, second = await bot.call("sendMediaGroup", chat_id=wang.id, media=media, files=files)
    assert second["message_id"] == first["message_id"] + 1
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("新路", False)
    assert first["caption_entities"] == [{"type": "italic", "offset": 0, "length": 2}]
    assert "photo" in first
    assert "video" in second
    await wang.expect("message", message_id=second["message_id"], media_group_id=first["media_group_id"])


async def test_two_albums_are_two_groups(bot: BotClient, wang: PhoneClient) -> None:
    media, files = items("photo", "photo")
    sent = [await bot.call("sendMediaGroup", chat_id=wang.id, media=media, files=files) for _ in range(2)]
    assert sent[0][0]["media_group_id"] != sent[1][0]["media_group_id"]


async def test_ten_files_make_an_album_and_eleven_do_not(bot: BotClient, wang: PhoneClient) -> None:
    media, files = items(*["photo"] * 10)
    assert len(await bot.call("sendMediaGroup", chat_id=wang.id, media=media, files=files)) == 10
    more, files = items(*["photo"] * 11)
    assert await refusal(bot, wang, more, files) == "Bad Request: too many messages to send as an album"
    assert await refusal(bot, wang, []) == "Bad Request: there are no messages to send"


async def test_a_single_file_is_no_album(bot: BotClient, wang: PhoneClient) -> None:
    # MessagesManager.cpp:21797
    media, files = items("photo")
    (sent,) = await bot.call("sendMediaGroup", chat_id=wang.id, media=media, files=files)
    assert "media_group_id" not in sent


async def test_one_upload_may_be_shown_twice(bot: BotClient, wang: PhoneClient) -> None:
    media, files = items("document", "document")
    media[1]["media"] = "attach://f0"
    first, second = await bot.call("sendMediaGroup", chat_id=wang.id, media=media, files={"f0": files["f0"]})
    assert first["document"]["file_unique_id"] == second["document"]["file_unique_id"]


async def test_an_album_replies_as_a_whole_and_has_no_buttons(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:13389
    asked = await bot.call("sendMessage", chat_id=wang.id, text="看")
    media, files = items("photo", "photo")
    options = {
        "reply_parameters": {"message_id": asked["message_id"]},
        "reply_markup": {"inline_keyboard": [[{"text": "好", "callback_data": "1"}]]},
    }
    sent = await bot.call("sendMediaGroup", chat_id=wang.id, media=media, files=files, **options)
    assert {message["reply_to_message"]["message_id"] for message in sent} == {asked["message_id"]}
    assert not any("reply_markup" in message for message in sent)


@pytest.mark.parametrize(
    ("media", "words"),
    [
        ("{", "can't parse media JSON object"),
        ({}, "expected an Array of InputMedia"),
        (["x"], "can't parse InputMedia: expected an Object"),
        ([{}], "can't parse InputMedia: Can't find field \"type\""),
        ([{"type": "photo"}], "can't parse InputMedia: media not found"),
        ([{"type": "photo", "media": "attach://gone"}], "can't parse InputMedia: media not found"),
        ([{"type": "voice", "media": "x"}], 'can\'t parse InputMedia: type "voice" is unsupported'),
        (
            [{"type": "animation", "media": "x"}],
            "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup",
        ),
        ([{"type": 5, "media": True}], 'can\'t parse InputMedia: Field "media" must be of type String'),
    ],
)
async def test_a_broken_album_is_refused(bot: BotClient, wang: PhoneClient, media: Any, words: str) -> None:
    # Client.cpp:11667-11865
    assert await refusal(bot, wang, media) == f"Bad Request: {words}"


async def test_the_media_are_required(bot: BotClient, wang: PhoneClient) -> None:
    # Client.cpp:12370
    assert await refusal(bot, wang, None) == 'Bad Request: parameter "media" is required'


async def test_documents_go_only_with_documents(bot: BotClient, wang: PhoneClient) -> None:
    # MessageContent.cpp:5350
    media, files = items("photo", "document")
    assert await refusal(bot, wang, media, files) == "Bad Request: document can't be mixed with other media types"


async def test_the_caption_stands_above_all_or_none(bot: BotClient, wang: PhoneClient) -> None:
    # MessageContent.cpp:5342
    media, files = items("photo", "photo", caption="看")
    media[0]["show_caption_above_media"] = True
    assert await refusal(bot, wang, media, files) == (
        "Bad Request: parameter show_caption_above_media must be the same for all messages"
    )


async def test_an_album_that_is_refused_is_not_sent_in_part(bot: BotClient, wang: PhoneClient, chat: int) -> None:
    before = await wang.messages(chat)
    media, files = items("photo", "photo")
    files["f1"] = ("a.jpg", b"no picture", "image/jpeg")
    assert await refusal(bot, wang, media, files) == "Bad Request: IMAGE_PROCESS_FAILED"
    assert await wang.messages(chat) == before
