"""aiogram and python-telegram-bot, each as it is: their calls, types and attributes bear the same names."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiogram
import aiogram.types
import telegram
import telegram.error
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from tests.chatserver.harness import CERTIFICATES


@dataclass(frozen=True)
class Client:
    """`bot` and `types` are the library's own. Scenes call them by name, so that neither library is wrapped.

    `file` makes a file of its bytes and name for a call, `part` for an InputMedia.
    """

    name: str
    bot: Any
    types: Any
    file: Callable[[bytes, str], Any]
    part: Callable[[bytes, str], Any]
    read_update: Callable[[Any], Any]
    download: Callable[[Any], Awaitable[bytes]]
    error: type[Exception]
    migrated: type[Exception]


@asynccontextmanager
async def aiogram_client(url: str, token: str) -> AsyncIterator[Client]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with aiogram.Bot(token, session=session).context() as bot:

        async def download(file: aiogram.types.File) -> bytes:
            assert file.file_path
            downloaded = await bot.download_file(file.file_path)
            assert downloaded
            return downloaded.read()

        yield Client(
            name="aiogram",
            bot=bot,
            types=aiogram.types,
            file=aiogram.types.BufferedInputFile,
            part=aiogram.types.BufferedInputFile,
            read_update=lambda update: aiogram.types.Update.model_validate(update, context={"bot": bot}),
            download=download,
            error=TelegramAPIError,
            migrated=TelegramMigrateToChat,
        )


@asynccontextmanager
async def ptb_client(url: str, token: str) -> AsyncIterator[Client]:
    """It asks who it is when it starts."""

    async def download(file: telegram.File) -> bytes:
        return bytes(await file.download_as_bytearray())

    request = HTTPXRequest(httpx_kwargs={"verify": CERTIFICATES})
    files = f"{url}/file/bot"
    async with ExtBot(token, f"{url}/bot", files, request=request, get_updates_request=request) as bot:
        yield Client(
            name="python-telegram-bot",
            bot=bot,
            types=telegram,
            file=lambda content, name: telegram.InputFile(content, filename=name),
            part=lambda content, name: telegram.InputFile(content, filename=name, attach=True),
            read_update=lambda update: telegram.Update.de_json(update, bot),
            download=download,
            error=telegram.error.TelegramError,
            migrated=telegram.error.ChatMigrated,
        )


CLIENTS = {"aiogram": aiogram_client, "python-telegram-bot": ptb_client}
