"""What every send method takes, whatever it sends: topic, reply, keyboard, protection, captions."""

from collections.abc import Mapping
from typing import Any

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage

PLACE = {"latitude": 35.79, "longitude": 118.62}


@scene(
    calls="sendMessage sendPhoto sendVoice sendAudio sendDocument sendVideo sendAnimation sendVideoNote sendLocation "
    "sendVenue sendContact sendMediaGroup sendChatAction",
    shows="Message.is_topic_message Message.reply_to_message Message.reply_markup Message.has_protected_content",
)
async def every_send_method_takes_every_option(stage: Stage) -> None:
    bot, types = stage.bot, stage.types
    forum = await stage.group("supergroup", "can_manage_topics", is_forum=True)
    thread = (await bot.create_forum_topic(forum, "东-127")).message_thread_id
    card = await bot.send_message(forum, "卡片", message_thread_id=thread)
    await bot.send_chat_action(forum, "upload_photo", message_thread_id=thread)
    button = types.InlineKeyboardButton(text="我来办", callback_data="take:127")
    album_options = {
        "message_thread_id": thread,
        "reply_parameters": types.ReplyParameters(message_id=card.message_id),
        "disable_notification": True,
        "protect_content": True,
        "allow_paid_broadcast": True,
    }
    options = album_options | {"reply_markup": types.InlineKeyboardMarkup(inline_keyboard=[[button]])}
    for method, content in _contents(stage).items():
        sent = await getattr(bot, method)(forum, **content, **options)
        assert sent.is_topic_message
        assert sent.reply_to_message.message_id == card.message_id
        assert sent.reply_markup
        assert sent.has_protected_content
    album = [types.InputMediaPhoto(media=stage.part("photo")), types.InputMediaVideo(media=stage.part("video"))]
    for sent in await bot.send_media_group(forum, album, **album_options):
        assert sent.reply_to_message.message_id == card.message_id


def _contents(stage: Stage) -> Mapping[str, Any]:
    return {
        "send_message": {"text": "好"},
        "send_photo": {"photo": stage.file("photo")},
        "send_voice": {"voice": stage.file("voice")},
        "send_audio": {"audio": stage.file("audio")},
        "send_document": {"document": stage.file("document")},
        "send_video": {"video": stage.file("video")},
        "send_animation": {"animation": stage.file("video")},
        "send_video_note": {"video_note": stage.file("video"), "thumbnail": stage.file("photo")},
        "send_location": PLACE,
        "send_venue": PLACE | {"title": "村委会", "address": "村口一号"},
        "send_contact": {"phone_number": "05392250000", "first_name": "孙干部"},
    }


@scene(
    calls="sendPhoto sendVoice sendAudio sendDocument sendVideo sendAnimation",
    shows="Message.caption_entities Message.has_media_spoiler Message.show_caption_above_media",
)
async def every_captioned_file_is_formatted_in_both_ways(stage: Stage) -> None:
    await stage.greet(stage.wang)
    bold = stage.types.MessageEntity(type="bold", offset=0, length=1)
    formats: list[Any] = [
        {"caption": "<b>井</b>", "parse_mode": "HTML"},
        {"caption": "井", "caption_entities": [bold]},
    ]
    for kind in ("photo", "voice", "audio", "document", "video", "animation"):
        for caption in formats:
            file = {kind: stage.file("video" if kind == "animation" else kind)}
            sent = await getattr(stage.bot, f"send_{kind}")(stage.wang.id, **file, **caption, **_looks(stage, kind))
            assert [entity.type for entity in sent.caption_entities] == ["bold"]


def _looks(stage: Stage, kind: str) -> Mapping[str, Any]:
    """What only pictures and films take."""
    above: Mapping[str, Any] = {"show_caption_above_media": True, "has_spoiler": True}
    return {
        "photo": above,
        "animation": {**above, "thumbnail": stage.file("photo")},
        "video": {
            **above,
            "thumbnail": stage.file("photo"),
            "cover": stage.file("photo"),
            "start_timestamp": 1,
        },
    }.get(kind, {})


@scene(calls="editMessageCaption editMessageMedia", shows="Message.reply_markup Message.edit_date")
async def edits_of_media_keep_and_change_their_buttons(stage: Stage) -> None:
    types = stage.types
    await stage.greet(stage.wang)
    markup = types.InlineKeyboardMarkup(inline_keyboard=[[types.InlineKeyboardButton(text="看", callback_data="see")]])
    sent = await stage.bot.send_photo(stage.wang.id, stage.file("photo"), reply_markup=markup)
    place = {"chat_id": stage.wang.id, "message_id": sent.message_id}
    edited = await stage.bot.edit_message_caption(**place, caption="井", reply_markup=markup)
    assert edited.reply_markup
    media = types.InputMediaPhoto(media=stage.part("photo"))
    assert (await stage.bot.edit_message_media(media, **place, reply_markup=markup)).reply_markup
