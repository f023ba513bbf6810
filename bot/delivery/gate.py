"""The county's own way to a household that chat does not reach: a program of theirs, such as their SMS gate's."""

import asyncio
import json
import logging
import os
import re
import signal
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from bot.clock import Clock
from bot.delivery.wording import Wording
from bot.rules.calendar import day_of
from bot.rules.nights import is_night
from bot.rules.numbers import number_for_villagers
from bot.rules.terms import Policy
from storage.engine import Database, DatabaseDown
from storage.text_messages import (
    DueText,
    claim_text_messages,
    record_old_texts_given_up,
    record_text_failed,
    record_text_given_up,
    record_text_sent,
)

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5
_KINDS = {"answered": "answer", "told": "answer", "asked-back": "question"}
_AT_ONCE = 4
_EVERY_SECONDS = 5.0
_PAUSE = timedelta(minutes=1)
_MOST_SAID = 300
_NUMBERS = re.compile(r"\d[\d -]{4,}\d")


class Gate:
    """Runs the program for each text message, without a shell: what and for whom stands on its standard input, as
    one JSON object. An exit status of 0 says that it was sent; anything else is tried again, some times in all."""

    def __init__(
        self,
        database: Database,
        bot_id: int,
        command: Sequence[str],
        clock: Clock,
        policy: Policy,
        patience: timedelta = timedelta(seconds=30),
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._command = command
        self._clock = clock
        self._policy = policy
        self._patience = patience
        self._wording = Wording()
        # The program is the county's: what opens our own doors is none of its business.
        self._environ = {name: value for name, value in os.environ.items() if not name.startswith("HUIYIN_")}

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.send_due()
            except DatabaseDown as down:
                log.warning("%s Text messages wait.", down)
            await asyncio.sleep(_EVERY_SECONDS)

    async def send_due(self) -> None:
        """What is due now; at night only of dangers."""
        now = self._clock()
        async with self._database.write() as session:
            await record_old_texts_given_up(session, self._bot_id, now - self._policy.reach.look_back, now)
            again_at, only_danger = now + self._patience + _PAUSE, is_night(now, self._policy.nights)
            due = await claim_text_messages(session, self._bot_id, now, again_at, _AT_ONCE, only_danger=only_danger)
        await asyncio.gather(*(self._send(text) for text in due))

    async def _send(self, text: DueText) -> None:
        error = await self._tell(text)
        now = self._clock()
        async with self._database.write() as session:
            if error is None:
                await record_text_sent(session, text.id, now)
            elif text.attempts < MOST_ATTEMPTS:
                await record_text_failed(session, text.id, error, now + _PAUSE * 2 ** (text.attempts - 1))
            else:
                await record_text_given_up(session, text.id, error, now)

    async def _tell(self, text: DueText) -> str | None:
        """Why it was not sent, without whom it was for; None where it was."""
        try:
            status, said = await self._run(self._order(text))
        except OSError as error:
            status, said = type(error).__name__, ""
        if said:
            log.info("Text message %d: %s", text.id, said)
        if status == 0:
            return None
        log.warning("Text message %d was not sent at attempt %d: %s", text.id, text.attempts, status)
        return str(status) if isinstance(status, str) else f"exit status {status}"

    def _order(self, text: DueText) -> bytes:
        kind, number = _KINDS.get(text.wording, "news"), number_for_villagers(text.series, text.number)
        words = self._wording.render(f"sms-{kind}", text.language, {"number": number}, day_of(self._clock()))
        order = {"phone": text.phone, "number": number, "kind": kind, "text": words}
        return json.dumps(order, ensure_ascii=False).encode()

    async def _run(self, order: bytes) -> tuple[int | str, str]:
        """Its exit status and what it said, without numbers."""
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=self._environ,
            start_new_session=True,
        )
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                said, _ = await process.communicate(order)
        except TimeoutError:
            return f"not done within {self._patience}", ""
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)  # with whatever it has started
                await process.wait()
        return process.returncode or 0, _without_numbers(said)


def _without_numbers(said: bytes) -> str:
    return _NUMBERS.sub("(number)", said.decode(errors="replace").strip())[:_MOST_SAID]
