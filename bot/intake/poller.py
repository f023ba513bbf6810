"""Long polling: take a batch, commit it to the inbox, and only then ask for more, which acknowledges it."""

from collections.abc import Sequence
from typing import Any

from aiogram import Bot
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.clock import Clock
from bot.intake.arrivals import keep
from bot.intake.patience import until_it_works
from storage.engine import Database

_POLL_SECONDS = 30
_SLACK_SECONDS = 10


class GetRawUpdates(TelegramMethod[list[Any]]):
    """getUpdates as it is on the wire: one update that aiogram cannot read must not hold up the others."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None
    timeout: int
    allowed_updates: Sequence[str]


class Poller:
    """The one poller of a bot. No offset is kept over a restart: what comes again is known by its id."""

    def __init__(self, bot: Bot, database: Database, kinds: Sequence[str], clock: Clock) -> None:
        self._bot = bot
        self._database = database
        self._kinds = kinds
        self._clock = clock
        self._offset: int | None = None

    async def run(self) -> None:
        """Until cancelled. Raises TokenRefused; anything else is waited out."""
        await until_it_works(self._leave_webhook)
        while True:
            await until_it_works(self._poll)

    async def _leave_webhook(self) -> None:
        await self._bot(DeleteWebhook(drop_pending_updates=False))

    async def _poll(self) -> None:
        asked = GetRawUpdates(offset=self._offset, timeout=_POLL_SECONDS, allowed_updates=self._kinds)
        updates = await self._bot(asked, request_timeout=_POLL_SECONDS + _SLACK_SECONDS)
        if updates:
            await keep(self._database, self._bot.id, updates, self._clock)
            self._offset = 1 + max(update["update_id"] for update in updates)
