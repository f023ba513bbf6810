"""Changing and taking back what the bot sent."""

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage


@scene(calls="editMessageText deleteMessage deleteMessages", shows="Message.edit_date")
async def a_bot_changes_and_takes_back_its_texts(stage: Stage) -> None:
    types = stage.types
    await stage.greet(stage.wang)
    sent = [await stage.bot.send_message(stage.wang.id, text) for text in ("一", "二", "三", "四")]
    button = types.InlineKeyboardButton(text="看", url="https://example.org/")
    changed = await stage.bot.edit_message_text(
        text="<b>办好了</b> example.org",
        chat_id=stage.wang.id,
        message_id=sent[0].message_id,
        parse_mode="HTML",
        link_preview_options=types.LinkPreviewOptions(is_disabled=True),
        reply_markup=types.InlineKeyboardMarkup(inline_keyboard=[[button]]),
    )
    assert changed.text == "办好了 example.org"
    bold = types.MessageEntity(type="bold", offset=0, length=2)
    await stage.bot.edit_message_text(
        text="再看", chat_id=stage.wang.id, message_id=sent[1].message_id, entities=[bold]
    )
    assert await stage.bot.delete_message(stage.wang.id, sent[0].message_id)
    assert await stage.bot.delete_messages(stage.wang.id, [message.message_id for message in sent[1:]])


@scene(calls="editMessageCaption", shows="Message.caption Message.caption_entities Message.show_caption_above_media")
async def a_bot_changes_captions(stage: Stage) -> None:
    await stage.greet(stage.wang)
    sent = await stage.bot.send_photo(stage.wang.id, stage.file("photo"), caption="井")
    place = {"chat_id": stage.wang.id, "message_id": sent.message_id}
    await stage.bot.edit_message_caption(**place, caption="<b>村口的井</b>", parse_mode="HTML")
    await stage.bot.edit_message_caption(
        **place,
        caption="村口",
        caption_entities=[stage.types.MessageEntity(type="italic", offset=0, length=2)],
        show_caption_above_media=True,
    )
    assert (await stage.bot.edit_message_caption(**place)).caption is None


@scene(calls="editMessageMedia", shows="Message.photo Message.document Message.video Message.animation Message.audio")
async def a_bot_exchanges_media(stage: Stage) -> None:
    types = stage.types
    await stage.greet(stage.wang)
    sent = await stage.bot.send_photo(stage.wang.id, stage.file("photo"))
    known = sent.photo[-1].file_id
    for media in (
        types.InputMediaDocument(media=stage.part("document"), caption="<b>账</b>", parse_mode="HTML"),
        types.InputMediaVideo(media=stage.part("video"), duration=3, width=4, height=3, supports_streaming=True),
        types.InputMediaAnimation(media=stage.part("video"), duration=3, width=4, height=3, has_spoiler=True),
        types.InputMediaAudio(media=stage.part("audio"), duration=9, title="歌", performer="村里"),
        types.InputMediaPhoto(media=stage.part("photo"), caption="新的", show_caption_above_media=True),
        types.InputMediaPhoto(media=known, has_spoiler=True),
    ):
        await stage.bot.edit_message_media(media, chat_id=stage.wang.id, message_id=sent.message_id)
