"""A bot written as python-telegram-bot would have it written: its own polling, handlers and shortcuts."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.chatserver.harness import BotClient, PhoneClient
from tests.chatserver.twoclients.talking import talk_it_through
from tests.conformance.recorder import Recorder


async def started(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    assert context.args
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("交上去", callback_data="hand"))
    await update.message.reply_html(f"您好 <b>{context.args[0]}</b>", reply_markup=keyboard, do_quote=True)
    await update.message.reply_text("example.org", disable_web_page_preview=True)
    await update.message.reply_chat_action("typing")


async def tapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    assert update.effective_message
    await update.callback_query.answer("好")
    await update.callback_query.edit_message_text("交上去了")
    await update.effective_message.pin(disable_notification=True)


async def photographed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    content = bytes(await (await update.message.photo[-1].get_file()).download_as_bytearray())
    await update.message.reply_photo(content, caption="收到照片", filename="again.png", do_quote=True)
    album = [InputMediaPhoto(content), InputMediaPhoto(update.message.photo[-1])]
    await update.message.reply_media_group(album, caption="两张", reply_to_message_id=update.message.message_id)


async def test_a_bot_polls(recorder: Recorder, bot: BotClient, wang: PhoneClient) -> None:
    builder = Application.builder().token(bot.token).rate_limiter(AIORateLimiter())
    application = builder.base_url(f"{recorder.url}/bot").base_file_url(f"{recorder.url}/file/bot").build()
    application.add_handler(CommandHandler("start", started))
    application.add_handler(CallbackQueryHandler(tapped))
    application.add_handler(MessageHandler(filters.PHOTO, photographed))
    async with application:
        assert application.updater
        await application.start()
        await application.updater.start_polling(poll_interval=0, timeout=5)
        await talk_it_through(wang, bot)
        await wang.expect("message", caption="两张")
        await application.updater.stop()
        await application.stop()
    recorder.check_everything()
    assert {"getUpdates", "getFile", "sendMediaGroup", "deleteWebhook"} <= recorder.methods().keys()
