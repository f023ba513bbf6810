"""Answers to taps: the only thing that leaves without a letter, because after seconds it means nothing."""

import asyncio
import logging

from telegram.error import TelegramError

from bot.clock import Clock
from bot.delivery.telegram_bot import CourierBot
from bot.delivery.wording import Wording, WordingFaulty
from bot.rules.calendar import day_of
from bot.usecases.turn import Toast, kept_data

log = logging.getLogger(__name__)

_LONGEST = 200  # of the answer to a tap (telegram.md §1.2)
_FAREWELL_SECONDS = 2.0


class Taps:
    """Best effort: whatever a tap has done is done, and what must be known goes by letter."""

    def __init__(self, bot: CourierBot, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._wording = Wording()
        self._calls: set[asyncio.Task[None]] = set()

    def answer(self, tap_id: str, toast: Toast | None, language: str) -> None:
        """Without a toast the phone only learns that the tap arrived."""
        call = asyncio.create_task(self._answer(tap_id, toast, language))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)

    async def close(self) -> None:
        if self._calls:
            _, late = await asyncio.wait(self._calls, timeout=_FAREWELL_SECONDS)
            for call in late:
                call.cancel()
        await self._bot.request.shutdown()  # the bot's own does nothing before its getMe, which taps do not need

    async def _answer(self, tap_id: str, toast: Toast | None, language: str) -> None:
        try:
            text = self._render(toast, language) if toast else None
            await self._bot.answer_callback_query(tap_id, text)
        except (TelegramError, WordingFaulty) as error:
            log.info("A tap was not answered: %s", error)

    def _render(self, toast: Toast, language: str) -> str:
        text = self._wording.render(toast.wording, language, kept_data(toast.data), day_of(self._clock()))
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
