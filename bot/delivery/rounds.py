"""What is asked of the Bot API again and again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import EndPointNotFound, InvalidToken, TelegramError

from bot.delivery.telegram_bot import CourierBot
from storage.engine import DatabaseDown

log = logging.getLogger(__name__)


async def go_rounds(bot: CourierBot, look: Callable[[], Awaitable[None]], every: float, unknown: str) -> None:
    """Until cancelled or the token is refused, with pauses of `every` seconds; `unknown` is what nobody knows while the
    Bot API or the database does not answer. Raises EndPointNotFound where the Bot API has no such method."""
    try:
        while True:
            try:
                await bot.initialize()
                await look()
            except EndPointNotFound:
                raise
            except InvalidToken:
                return  # the courier tells whoever runs it
            except (TelegramError, DatabaseDown) as error:
                log.warning("Nobody knows %s (%s); it is asked again.", unknown, error)
            await asyncio.sleep(every)
    finally:
        await bot.shutdown()
