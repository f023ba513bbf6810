"""Calls to the Bot API that must succeed sooner or later."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiogram.exceptions import (
    AiogramError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.rules.errors import TokenRefused
from storage.engine import DatabaseDown

log = logging.getLogger(__name__)

_LONGEST_PAUSE_SECONDS = 30.0


async def until_it_works(step: Callable[[], Awaitable[object]]) -> None:
    """Try again after failures, with growing pauses or those the Bot API asks for. Raises TokenRefused."""
    failures = 0
    while True:
        try:
            await step()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise TokenRefused from None
        except TelegramRetryAfter as asked:
            pause = float(asked.retry_after)
        except (AiogramError, DatabaseDown) as error:
            pause = min(_LONGEST_PAUSE_SECONDS, 2.0**failures)
            log.warning("%s Tried again in %d s.", error, pause)
        else:
            return
        failures += 1
        await asyncio.sleep(pause)
