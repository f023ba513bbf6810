"""Takes updates from the inbox through the handlers: a lane in its order, each update in one transaction."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, Update
from pydantic import ValidationError

from bot.clock import Clock
from bot.rules.people import language_of
from bot.usecases.park_update import park_update
from bot.usecases.turn import Toast
from storage import inbox
from storage.engine import Database, DatabaseDown, Session
from storage.media import has_new_media
from storage.models import InboxUpdate

log = logging.getLogger(__name__)

Timers = Callable[[Session, InboxUpdate], Awaitable[None]]
AnswerTap = Callable[[str, Toast | None, str], None]
"""Of the tap with this id, in this language; it may come to nothing."""

MOST_ATTEMPTS = 5
_MOST_ENDS = 2 * MOST_ATTEMPTS  # half of them alone in hand
_AT_ONCE = 20


class UnreadableUpdate(Exception):
    """Not what aiogram knows as an update. Names the places only: the values are what people wrote."""

    def __init__(self, error: ValidationError) -> None:
        super().__init__(", ".join(".".join(map(str, fault["loc"])) for fault in error.errors()))


class Worker:
    """Handlers get the session of the update's transaction, and a bot that cannot reach the network.

    A tap is answered after its commit by what its handler returned.
    """

    def __init__(
        self,
        database: Database,
        dispatcher: Dispatcher,
        bot: Bot,
        clock: Clock,
        timers: Timers,
        *,
        answer_tap: AnswerTap,
    ) -> None:
        self._database = database
        self._dispatcher = dispatcher
        self._bot = bot
        self._clock = clock
        self._timers = timers
        self._answer_tap = answer_tap

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`; the update in hand is finished first."""
        recovered = False
        while not stop.is_set():
            try:
                if not recovered:
                    await self._recover()
                    recovered = True
                claimed = await self._claim()
                for update in claimed:
                    await self._handle(update)
            except DatabaseDown as down:
                log.warning("%s Updates wait in the inbox.", down)
                claimed = []
            if not claimed:
                await self._database.arrivals.wait()

    async def _recover(self) -> None:
        async with self._database.write() as session:
            await inbox.record_released(session, self._bot.id)

    async def _claim(self) -> list[InboxUpdate]:
        """The attempt is counted in a transaction of its own, so that an update that kills us counts too. Whoever was
        in hand too often is claimed alone, so that it is known which of them does so."""
        now = self._clock()
        async with self._database.write() as session:
            due = await inbox.find_due_updates(session, self._bot.id, now, _AT_ONCE)
            claimed = [update for update in due if update.attempts >= MOST_ATTEMPTS][:1] or due
            inbox.record_claimed(claimed, now)
        return claimed

    async def _handle(self, update: InboxUpdate) -> None:
        if update.attempts > _MOST_ENDS:
            await self._fail(update, "the service ended each time that it was in hand")
            return
        try:
            async with self._database.write() as session:
                tap, said = await self._work(session, update)
                await inbox.record_done(session, update, self._clock())
        except (inbox.LeaseLost, DatabaseDown):
            log.warning("Update %d was not finished; it is handled again.", update.update_id)
        except Exception as error:
            log.exception("Update %d failed at attempt %d", update.update_id, update.attempts)
            await self._fail(update, f"{type(error).__name__}; the log tells more")
        else:
            self._database.letters.ring()
            if has_new_media(session):
                self._database.media.ring()
            if tap is not None:
                self._answer(tap, said)

    async def _work(self, session: Session, update: InboxUpdate) -> tuple[CallbackQuery | None, object]:
        """The tap that the update was, if it was one, and what its handler returned."""
        if update.kind == inbox.TIMER:
            await self._timers(session, update)
            return None, None
        read = self._read(update)
        return read.callback_query, await self._dispatcher.feed_update(self._bot, read, session=session)

    def _answer(self, tap: CallbackQuery, said: object) -> None:
        toast = said if isinstance(said, Toast) else None
        self._answer_tap(tap.id, toast, language_of(tap.from_user.language_code))

    def _read(self, update: InboxUpdate) -> Update:
        try:
            return Update.model_validate(update.payload, context={"bot": self._bot})
        except ValidationError as error:
            raise UnreadableUpdate(error) from None

    async def _fail(self, update: InboxUpdate, error: str) -> None:
        now = self._clock()
        async with self._database.write() as session:
            if update.attempts >= MOST_ATTEMPTS:
                await park_update(session, update, error, now)
            else:
                wait = timedelta(seconds=2**update.attempts)
                await inbox.record_failed(session, update, error, now + wait)
        self._database.letters.ring()
