"""Which webhooks are being posted to, one task each."""

import asyncio
import logging
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial

from bot.chatserver.delivery.deliverer import Deliverer, Means, WebhookGone
from bot.chatserver.errors import TooManyRequests
from bot.chatserver.models import Bot
from bot.chatserver.world.webhooks import Webhook, keep_webhook, list_webhooks

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LastError:
    date: int
    message: str


@dataclass
class Hook:
    """What the server remembers of a bot's webhook while it runs; `setting` is held while the webhook changes."""

    setting: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_set_at: float = float("-inf")
    last_error: LastError | None = None
    task: asyncio.Task[None] | None = None

    def refuse_haste(self, now: float) -> None:
        """A webhook may be set once a second (Client.cpp:15734)."""
        if now < self.next_set_at:
            raise TooManyRequests(1)
        self.next_set_at = now + 1


class Webhooks:
    """`open` goes on with the webhooks that were set before the server stopped; `close` stops all posting."""

    def __init__(self) -> None:
        self._hooks: defaultdict[int, Hook] = defaultdict(Hook)

    async def open(self, means: Means) -> None:
        self._means = means
        for bot_id, webhook in (await means.store.run(list_webhooks)).items():
            self.start(bot_id, webhook)

    async def close(self) -> None:
        for bot_id in list(self._hooks):
            await self.stop(bot_id)

    def of(self, bot_id: int) -> Hook:
        return self._hooks[bot_id]

    def start(self, bot_id: int, webhook: Webhook) -> None:
        hook = self._hooks[bot_id]
        hook.last_error = None
        hook.task = asyncio.create_task(self._deliver(bot_id, webhook))

    async def stop(self, bot_id: int) -> None:
        """Post nothing more for this bot. What a post under way comes to is not waited for."""
        hook = self._hooks[bot_id]
        hook.last_error = None
        task, hook.task = hook.task, None
        if task is not None:
            task.cancel()
            await asyncio.wait({task})

    async def _deliver(self, bot_id: int, webhook: Webhook) -> None:
        clock = self._means.clock
        while True:
            try:
                await Deliverer(bot_id, webhook, self._means, partial(self._note, bot_id)).run()
            except ExceptionGroup as errors:
                if errors.subgroup(WebhookGone):
                    return await self._give_up(bot_id)
                log.exception("Posting to the webhook of bot %d broke off; it starts again", bot_id)
            await clock.wait_until(clock.now() + 1)

    def _note(self, bot_id: int, message: str) -> None:
        self._hooks[bot_id].last_error = LastError(int(self._means.clock.now()), message)

    async def _give_up(self, bot_id: int) -> None:
        log.warning("The webhook of bot %d answered 410 for 23 hours and is closed", bot_id)
        self._hooks[bot_id].last_error = None
        await self._means.store.run(lambda tx: keep_webhook(tx.session.get_one(Bot, bot_id), None))
