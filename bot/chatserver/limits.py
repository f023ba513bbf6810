"""The send budgets of Telegram's FAQ, as token buckets.

Edits share the budget of sends, and creating a topic counts as a message (telegram.md §1.1: tdlib/td#2592, td#3034);
answers to taps, actions and everything else are free.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.clock import Clock
from bot.chatserver.config import Limits
from bot.chatserver.errors import TooManyRequests

MINUTE = 60
MAX_BUCKETS = 10_000
_FREE = frozenset({"sendchataction"})
_COUNTED = ("send", "editmessage", "copymessage", "forwardmessage", "createforumtopic")


def is_counted(method: str) -> bool:
    """Whether calls of this method (in lower case) use up the budget."""
    return method.startswith(_COUNTED) and method not in _FREE


@dataclass
class _Bucket:
    """Full at first; a token a message, `rate` tokens a second come back."""

    size: float
    rate: float
    tokens: float
    at: float

    def refill(self, now: float) -> None:
        self.tokens = min(self.size, self.tokens + max(0.0, now - self.at) * self.rate)
        self.at = now

    def wait(self) -> float:
        """Seconds until there is a whole token. Rounding must not keep anybody waiting."""
        return max(0.0, (1 - 1e-6 - self.tokens) / self.rate)


class Budgets:
    """What every bot may still send, to all chats and to each. Kept in memory: a restart fills every bucket."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._buckets: dict[tuple[int, str], _Bucket] = {}

    def __len__(self) -> int:
        return len(self._buckets)

    def spend(self, bot_id: int, method: str, arguments: Arguments) -> None:
        """Count the call.

        :raises TooManyRequests: it is one too many; it counts for nothing then.
        """
        if not is_counted(method):
            return
        now = self._clock.now()
        buckets = list(self._of(bot_id, arguments.text("chat_id").strip().lower(), now))
        for bucket in buckets:
            bucket.refill(now)
        if seconds := max((bucket.wait() for bucket in buckets), default=0.0):
            raise TooManyRequests(math.ceil(seconds))
        for bucket in buckets:
            bucket.tokens -= 1

    def _of(self, bot_id: int, chat: str, now: float) -> Iterable[_Bucket]:
        limits = self._limits
        if limits.per_second is not None:
            yield self._bucket(bot_id, "", limits.per_second, limits.per_second, now)
        if chat.startswith(("-", "@")):
            if limits.per_group_per_minute is not None:
                yield self._bucket(bot_id, chat, limits.per_group_per_minute, limits.per_group_per_minute / MINUTE, now)
        elif chat and limits.per_chat_per_second is not None:
            yield self._bucket(bot_id, chat, limits.burst, limits.per_chat_per_second, now)

    def _bucket(self, bot_id: int, chat: str, size: float, rate: float, now: float) -> _Bucket:
        if (bot_id, chat) not in self._buckets:
            if len(self._buckets) >= MAX_BUCKETS:
                self._forget_full(now)
            self._buckets[bot_id, chat] = _Bucket(size, rate, size, now)
        return self._buckets[bot_id, chat]

    def _forget_full(self, now: float) -> None:
        for bucket in self._buckets.values():
            bucket.refill(now)
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if bucket.tokens < bucket.size}
