"""Takes letters to the Bot API: one at a time to each chat, many chats at once."""

import asyncio
import logging
import time
from datetime import timedelta

from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock
from bot.delivery.calls import make
from bot.delivery.desk import Desk, Errand
from bot.delivery.outcome import Outcome, Sent, TokenUnknown, judge
from bot.delivery.pace import Pace
from bot.delivery.settle import settle
from bot.delivery.telegram_bot import CALLS_AT_ONCE, CourierBot
from bot.lease import Lease
from bot.rules.errors import TokenRefused
from bot.rules.terms import Policy
from storage import outbox
from storage.engine import Database, DatabaseDown, Session

log = logging.getLogger(__name__)

_ROUND_SECONDS = 0.02  # at the least: what happens meanwhile is settled and claimed in one transaction
_LOOK_EVERY = timedelta(seconds=5)  # for calls whose lease has run out, which lasts a minute


class Courier:
    """The one active courier of a bot: another one rests until the lease is free.

    Every round settles the calls that have ended and claims the letters whose calls start next, in one
    transaction: `sending` is committed before a call, so that a crash leaves a doubt and never a silent loss.
    """

    def __init__(self, database: Database, bot: CourierBot, clock: Clock, policy: Policy, lease: Lease) -> None:
        self._database = database
        self._bot = bot
        self._bot_id = int(bot.token.partition(":")[0])
        self._clock = clock
        self._policy = policy
        self._desk = Desk(policy)
        self._pace = Pace()
        self._calls: dict[asyncio.Task[Outcome], Errand] = {}
        self._lease = lease
        self._number: int | None = None
        self._look_at = clock()

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`, and then until the calls that are out have ended. Raises TokenRefused."""
        try:
            await self._connect(stop)
            await self._round(claiming=not stop.is_set())
            while self._calls or not stop.is_set():
                began = time.monotonic()
                await self._database.letters.wait()
                await asyncio.sleep(began + _ROUND_SECONDS - time.monotonic())
                await self._round(claiming=not stop.is_set())
        finally:
            await self._bot.shutdown()
            await self._lease.release(self._database)

    async def _connect(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self._bot.initialize()
            except InvalidToken:
                raise TokenRefused from None
            except TelegramError as error:
                log.warning("The Bot API does not answer yet (%s); letters wait.", error)
                await self._database.letters.wait()
            else:
                return

    async def _round(self, *, claiming: bool) -> None:
        ended = {task: task.result() for task in self._calls if task.done()}
        refused = any(isinstance(outcome, TokenUnknown) for outcome in ended.values())
        room = CALLS_AT_ONCE - len(self._calls) + len(ended) if claiming and not refused else 0
        try:
            async with self._database.write() as session:
                await self._settle(session, ended)
                number = await self._lease.hold(session)
                due = await self._begin(session, number, room) if number is not None else []
        except DatabaseDown as down:
            log.warning("%s Letters wait.", down)
            if claiming:
                return  # what the calls came to is written in a later round
            due, number = [], None
        self._number = number
        for task in ended:
            del self._calls[task]
        if refused:
            raise TokenRefused
        for errand in due:
            self._start(errand)

    async def _settle(self, session: Session, ended: dict[asyncio.Task[Outcome], Outcome]) -> None:
        now = self._clock()
        for task, outcome in ended.items():
            errand = self._calls[task]
            self._pace.heed(errand.letter.chat_id, outcome, now)
            await settle(session, errand, outcome, self._policy, now)

    async def _begin(self, session: Session, number: int, room: int) -> list[Errand]:
        """What is to be sent now. Calls whose lease has run out are in doubt, and all that are out where the courier
        that made them is another one, whose time is over."""
        now = self._clock()
        if number != self._number:
            await outbox.record_interrupted(session, self._bot_id, now, now + outbox.LEASE)
        elif now >= self._look_at:
            await outbox.record_interrupted(session, self._bot_id, now, now)
            self._look_at = now + _LOOK_EVERY
        return await self._claim(session, room)

    async def _claim(self, session: Session, room: int) -> list[Errand]:
        now = self._clock()
        if self._pace.is_paused(now):
            return []
        due = await outbox.find_due_letters(session, self._bot_id, now, room, self._pace.resting(now))
        errands = [await self._desk.prepare(session, letter, now) for letter in due]
        if None in errands:
            self._database.letters.ring_here()  # what was put off or laid aside made room
        return [errand for errand in errands if errand is not None]

    def _start(self, errand: Errand) -> None:
        self._pace.count(errand.letter.chat_id, self._clock())
        task = asyncio.create_task(self._make(errand))
        self._calls[task] = errand
        task.add_done_callback(lambda _: self._database.letters.ring_here())

    async def _make(self, errand: Errand) -> Outcome:
        try:
            return Sent(await make(self._bot, errand.letter.chat_id, errand.call))
        except Exception as error:  # noqa: BLE001 the answer may be anything; what is not understood is a doubt
            outcome = judge(error)
            log.warning("Letter %d: %s", errand.letter.id, outcome)
            return outcome
