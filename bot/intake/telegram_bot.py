"""aiogram's Bot in its two forms: one that talks to the Bot API, and one for handlers, which cannot."""

from collections.abc import AsyncGenerator

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType


class NetworkInHandlerError(RuntimeError):
    """A handler called the Bot API inside its transaction; it must write a letter instead."""


class _NoNetwork(BaseSession):
    async def make_request(self, bot: Bot, method: TelegramMethod[TelegramType], *_: object) -> TelegramType:  # noqa: ARG002 the library's signature
        raise NetworkInHandlerError(f"{method.__api_method__} was called by a handler; write a letter instead.")

    async def stream_content(self, *_: object, **__: object) -> AsyncGenerator[bytes, None]:
        raise NetworkInHandlerError("A file was fetched by a handler; fetch it after the commit.")
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


def network_bot(token: str, api_base: str) -> Bot:
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api_base)))


def handler_bot(token: str) -> Bot:
    return Bot(token, session=_NoNetwork())
