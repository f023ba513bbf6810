"""Whoever speaks for no household and holds no office. Asked last."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import Message

from bot.usecases.keep_words_unlinked import keep_words_unlinked
from bot.usecases.start import start
from bot.usecases.turn import Turn
from handlers import keys
from handlers.hearing import heard_in


def router() -> Router:
    router = Router(name=__name__)
    for observer in (router.message, router.edited_message):
        observer.filter(F.chat.type == ChatType.PRIVATE, F.from_user)
        observer.register(listen)
    return router


async def listen(message: Message, turn: Turn) -> None:
    """A key of the menu, or a command, is nobody's trouble; neither is what cannot be read."""
    heard = heard_in(message, turn.who.bot_id)
    if heard is None or heard.words.startswith("/") or heard.words in keys.ALL:
        await start(turn)
    else:
        await keep_words_unlinked(turn, heard)
