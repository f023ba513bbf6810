"""Who polls: one getUpdates at a time waits for a bot, as on the official server (Client.cpp:15700, 16225, 16387)."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.chatserver.clock import Clock
from bot.chatserver.errors import Conflict

WEBHOOK_IS_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_WAS_SET = "terminated by setWebhook request"
CONFLICT_DELAY = 3.0


@dataclass(frozen=True)
class Turn:
    """One call of getUpdates, after the rules against asking too often. `timeout` is in seconds."""

    offset: int
    limit: int
    timeout: int


@dataclass
class Poller:
    """What the server remembers of a bot's polling while it runs."""

    offset: int = -1
    started_at: float = float("-inf")
    next_conflict_at: float = float("-inf")
    waiting: asyncio.Future[None] | None = None

    def next_turn(self, turn: Turn, now: float) -> Turn:
        """The same offset again within 3 s has to wait, and within 0.5 s gets one update only (Client.cpp:15714)."""
        limit, timeout = turn.limit, turn.timeout
        if turn.offset == self.offset and timeout < 3 and now < self.started_at + 3:
            timeout = 3
        if turn.offset == self.offset and now < self.started_at + 0.5:
            limit = 1
        self.offset, self.started_at = turn.offset, now
        return Turn(turn.offset, limit, timeout)

    @contextmanager
    def take_over(self) -> Iterator[asyncio.Future[None]]:
        """Wait in place of whoever waited: the future ends by a Conflict, or by being asked to answer now."""
        self.abort(OTHER_POLLER)
        mine = self.waiting = asyncio.get_running_loop().create_future()
        try:
            yield mine
        finally:
            mine.cancel()
            if self.waiting is mine:
                self.waiting = None

    def abort(self, why: str) -> None:
        waiting, self.waiting = self.waiting, None
        if waiting is not None and not waiting.done():
            waiting.set_exception(Conflict(why))

    def answer_now(self) -> None:
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_result(None)

    async def delay_conflict(self, clock: Clock) -> None:
        """Let a 409 through at once if it is the first in 3 s, else 3 s later (Client.cpp:16238)."""
        now = clock.now()
        if now >= self.next_conflict_at:
            self.next_conflict_at = now + CONFLICT_DELAY
        else:
            await clock.wait_until(now + CONFLICT_DELAY)


@dataclass
class Polls:
    _pollers: defaultdict[int, Poller] = field(default_factory=lambda: defaultdict(Poller))

    def of(self, bot_id: int) -> Poller:
        return self._pollers[bot_id]

    def answer_all(self) -> None:
        """Answer every long poll with what there is: the server stops (Client.cpp:9269)."""
        for poller in self._pollers.values():
            poller.answer_now()
