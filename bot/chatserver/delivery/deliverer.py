"""Posts a bot's updates to its webhook: queues side by side, one update of a queue after the other."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.chatserver.clock import Clock
from bot.chatserver.delivery.posting import Outcome, Poster
from bot.chatserver.delivery.replies import Execute, carry_out
from bot.chatserver.delivery.retries import Goodbye, Retry
from bot.chatserver.signals import Signals, bot_key
from bot.chatserver.store import Store
from bot.chatserver.world.updates import Pending, forget_update, load_updates
from bot.chatserver.world.webhooks import Webhook

BATCH = 1_000
MAX_LOADED = 10_000
log = logging.getLogger(__name__)


class WebhookGone(Exception):
    """The webhook answered 410 for 23 hours: nothing will be posted there any more."""


@dataclass(frozen=True)
class Means:
    """What every deliverer works with."""

    store: Store
    clock: Clock
    signals: Signals
    hand_out: Callable[[int, list[Pending]], list[Pending]]
    execute: Execute
    files: Path


@dataclass
class Deliverer:
    """`run` delivers until it is cancelled. An update is forgotten by a 2xx, or once it has expired."""

    bot_id: int
    webhook: Webhook
    means: Means
    on_error: Callable[[str], None]
    _lanes: dict[int, deque[Pending]] = field(default_factory=dict)
    _next_id: int = 0
    _goodbye: Goodbye = field(default_factory=Goodbye)

    async def run(self) -> None:
        """:raises ExceptionGroup: of WebhookGone, or of whatever went wrong here."""
        self._connections = asyncio.Semaphore(self.webhook.max_connections)
        with self.means.signals.listen(bot_key(self.bot_id)) as self._more:
            async with Poster(self.webhook) as self._poster, asyncio.TaskGroup() as self._tasks:
                while True:
                    self._more.clear()
                    await self._load()
                    await self._more.wait()

    async def _load(self) -> None:
        while sum(map(len, self._lanes.values())) < MAX_LOADED:
            # With nothing on its way the oldest is next, whatever its number: numbers start anew after a quiet week.
            start = self._next_id if self._lanes else 0
            if await self._load_batch(start) < BATCH:
                return

    async def _load_batch(self, start: int) -> int:
        batch = await self.means.store.run(lambda tx: load_updates(tx, self.bot_id, start, BATCH))
        if batch:
            self._next_id = batch[-1].update_id + 1
        for update in self.means.hand_out(self.bot_id, batch):
            self._queue(update)
        return len(batch)

    def _queue(self, update: Pending) -> None:
        lane = self._lanes.get(update.queue)
        if lane is None:
            lane = self._lanes[update.queue] = deque()
            self._tasks.create_task(self._drain(update.queue, lane))
        lane.append(update)

    async def _drain(self, queue: int, lane: deque[Pending]) -> None:
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[queue]
        self._more.set()

    async def _deliver(self, update: Pending) -> None:
        retry = Retry()
        wait: float = 0
        while self.means.clock.now() + wait <= update.expires_at:
            await self.means.clock.wait_until(self.means.clock.now() + wait)
            async with self._connections:
                outcome = await self._poster.post(update.payload)
            if outcome.error is None:
                return await self._confirm(update, outcome)
            self._note(outcome)
            wait = retry.after_failure(outcome.retry_after)
        log.warning("Update %d of bot %d expired before its webhook took it", update.update_id, self.bot_id)
        return await self._forget(update)

    async def _confirm(self, update: Pending, outcome: Outcome) -> None:
        self._goodbye.heard(outcome.status, self.means.clock.now())
        await self._forget(update)
        await carry_out(self.bot_id, outcome, self.means.execute, self.means.files)

    async def _forget(self, update: Pending) -> None:
        await self.means.store.run(lambda tx: forget_update(tx, self.bot_id, update.update_id))

    def _note(self, outcome: Outcome) -> None:
        self.on_error(outcome.error or "")
        if self._goodbye.heard(outcome.status, self.means.clock.now()):
            raise WebhookGone
