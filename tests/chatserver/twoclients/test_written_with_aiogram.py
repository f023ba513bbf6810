"""Bots written as aiogram would have them written: its own polling, handlers, shortcuts and webhook answers."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandObject, CommandStart
from aiogram.methods import SendMessage, SendPhoto
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram.utils.formatting import Bold, Text
from aiogram.utils.keyboard import InlineKeyboardBuilder
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.chatserver import samples
from tests.chatserver.catcher import SECRET
from tests.chatserver.harness import BotClient, PhoneClient
from tests.chatserver.process import ServerProcess
from tests.chatserver.twoclients.talking import talk_it_through
from tests.conformance.recorder import Recorder


@asynccontextmanager
async def aiogram_bot(url: str, token: str) -> AsyncIterator[Bot]:
    async with Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url))).context() as bot:
        yield bot


def handlers() -> Dispatcher:
    dispatcher = Dispatcher()

    async def started(message: Message, command: CommandObject) -> None:
        keyboard = InlineKeyboardBuilder().button(text="交上去", callback_data="hand").as_markup()
        await message.answer(**Text("您好 ", Bold(command.args)).as_kwargs(), reply_markup=keyboard)

    async def tapped(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.answer("好")
        await query.message.edit_text("交上去了")
        await query.message.pin(disable_notification=True)

    async def photographed(message: Message) -> None:
        assert message.photo
        await message.reply_photo(message.photo[-1].file_id, caption="收到照片")

    dispatcher.message.register(started, CommandStart(deep_link=True))
    dispatcher.callback_query.register(tapped)
    dispatcher.message.register(photographed, F.photo)
    return dispatcher


async def test_a_bot_polls(recorder: Recorder, bot: BotClient, wang: PhoneClient) -> None:
    dispatcher = handlers()
    async with aiogram_bot(recorder.url, bot.token) as itself:
        polling = asyncio.create_task(
            dispatcher.start_polling(itself, handle_signals=False, close_bot_session=False, polling_timeout=5)
        )
        await talk_it_through(wang, bot)
        await dispatcher.stop_polling()
        await polling
    recorder.check_everything()
    assert {"getUpdates", "answerCallbackQuery", "sendPhoto"} <= recorder.methods().keys()


async def test_a_bot_answers_its_webhook_with_calls(server: ServerProcess, bot: BotClient, wang: PhoneClient) -> None:
    dispatcher = Dispatcher()

    async def said(message: Message) -> SendMessage | SendPhoto:
        if message.text == "照片":
            return message.answer_photo(BufferedInputFile(samples.picture(), "well.png"), caption="请看")
        return message.reply(**Text("收到 ", Bold(message.text)).as_kwargs())

    dispatcher.message.register(said)
    async with aiogram_bot(server.url, bot.token) as itself:
        app = web.Application()
        handler = SimpleRequestHandler(dispatcher, itself, handle_in_background=False, secret_token=SECRET)
        handler.register(app, path="/hook")
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        await bot.call("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token=SECRET)
        chat = await wang.open(bot)
        await wang.send(chat, "路灯")
        assert (await wang.expect("message", text="收到 路灯"))["message"]["entities"][0]["type"] == "bold"
        await wang.send(chat, "照片")
        assert (await wang.expect("message", caption="请看"))["message"]["photo"]
        await bot.call("deleteWebhook")
        await runner.cleanup()
