"""Takes letters to the Bot API: one at a time to each chat, many chats at once."""

import asyncio
import logging

from telegram import LinkPreviewOptions
from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock
from bot.delivery.notices import markup_of, render_notice
from bot.delivery.outcome import Outcome, Sent, TokenUnknown, judge
from bot.delivery.settle import settle
from bot.delivery.telegram_bot import CALLS_AT_ONCE, CourierBot
from bot.delivery.wording import Wording, WordingFaulty
from bot.rules.calendar import day_of
from bot.rules.errors import TokenRefused
from storage import outbox
from storage.engine import Database, DatabaseDown, Session
from storage.models import Letter

log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Courier:
    """The one active courier of a bot.

    Every round settles the calls that have ended and claims the letters whose calls start next, in one
    transaction: `sending` is committed before a call, so that a crash leaves a doubt and never a silent loss.
    """

    def __init__(self, database: Database, bot: CourierBot, clock: Clock) -> None:
        self._database = database
        self._bot = bot
        self._bot_id = int(bot.token.partition(":")[0])
        self._clock = clock
        self._wording = Wording()
        self._calls: dict[asyncio.Task[Outcome], Letter] = {}
        self._first_round = True

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`, and then until the calls that are out have ended. Raises TokenRefused."""
        try:
            await self._connect(stop)
            await self._round(claiming=not stop.is_set())
            while self._calls or not stop.is_set():
                await self._database.letters.wait()
                await self._round(claiming=not stop.is_set())
        finally:
            await self._bot.shutdown()

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
                for task, outcome in ended.items():
                    await settle(session, self._calls[task], outcome, self._clock())
                await self._doubt_interrupted(session)
                due = await self._claim(session, room)
        except DatabaseDown as down:
            log.warning("%s Letters wait.", down)
            if claiming:
                return  # what the calls came to is written in a later round
            due = []
        self._first_round = False
        for task in ended:
            del self._calls[task]
        if refused:
            raise TokenRefused
        for letter in due:
            self._start(letter)

    async def _doubt_interrupted(self, session: Session) -> None:
        """Calls whose lease has run out; in the first round every call: the courier that made it is gone."""
        now = self._clock()
        leased_until = now + outbox.LEASE if self._first_round else now
        await outbox.record_interrupted(session, self._bot_id, now, leased_until)

    async def _claim(self, session: Session, room: int) -> list[Letter]:
        now = self._clock()
        claimed = []
        for letter in await outbox.find_due_letters(session, self._bot_id, now, room):
            try:
                rendered = letter.rendered or render_notice(self._wording, letter, day_of(now))
            except WordingFaulty as fault:
                log.error("Letter %d cannot be written: %s", letter.id, fault)  # noqa: TRY400 the sentence says all
                await outbox.record_dead(session, letter, str(fault), now)
            else:
                outbox.record_sending(letter, rendered, now)
                claimed.append(letter)
        return claimed

    def _start(self, letter: Letter) -> None:
        task = asyncio.create_task(self._send(letter))
        self._calls[task] = letter
        task.add_done_callback(lambda _: self._database.letters.ring())

    async def _send(self, letter: Letter) -> Outcome:
        rendered = letter.rendered or {}
        text = rendered["parts"][letter.parts_done]
        if letter.doubts:
            text = self._wording.render("resent", letter.language, {"text": text}, day_of(self._clock()))
        try:
            message = await self._bot.send_message(
                letter.chat_id, text, reply_markup=markup_of(rendered), link_preview_options=_NO_PREVIEW
            )
        except Exception as error:  # noqa: BLE001 the answer may be anything; what is not understood is a doubt
            outcome = judge(error)
            log.warning("Letter %d: %s", letter.id, outcome)
            return outcome
        return Sent(message.message_id)
