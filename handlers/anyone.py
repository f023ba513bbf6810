"""Whoever writes to the bot in private."""

import re

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import Message

from bot.usecases.refuse import refusals_answered
from bot.usecases.tell_who_you_are import tell_who_you_are
from bot.usecases.turn import Turn


def router() -> Router:
    router = Router(name=__name__)
    router.message.filter(F.chat.type == ChatType.PRIVATE, F.from_user)
    router.message.register(tell)
    return router


async def tell(message: Message, turn: Turn) -> None:
    async with refusals_answered(turn):
        await tell_who_you_are(turn, _words(message))


def _words(message: Message) -> str | None:
    """What the person said, without a command in front."""
    said = message.text or message.caption
    return None if said is None else re.sub(r"^/\w+(@\w+)?\s*", "", said)
