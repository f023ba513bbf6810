"""Faults that an operator asked for, so that clients can show what they do about them. Never for real use."""

import itertools
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from bot.chatserver.clock import Clock
from bot.chatserver.errors import TooManyRequests, Unavailable

T = TypeVar("T")
REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


@dataclass
class Fault:
    """One kind of trouble for calls of `method` (any) by `bot` (any). Strikes `times` times (for ever) with chance
    `share`, drawn from `seed`, so that a run can be repeated."""

    kind: str
    method: str | None = None
    bot: int | None = None
    times: int | None = None
    share: float = 1.0
    seconds: float = 1.0
    status: int = 500
    seed: int = 0
    id: int = 0
    _random: Random = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)  # noqa: S311 -- chance, not secrecy

    def strikes(self, bot_id: int, method: str | None) -> bool:
        meant = self.bot in {None, bot_id} and (self.method is None or self.method.lower() == method)
        if not meant or self.times == 0 or self._random.random() >= self.share:
            return False
        if self.times is not None:
            self.times -= 1
        return True

    def shuffle(self, items: list[T]) -> list[T]:
        """The items in another order than before."""
        shuffled = self._random.sample(items, len(items))
        return shuffled if shuffled != items else shuffled[1:] + shuffled[:1]


class Faults:
    """The faults in force. They are forgotten at a restart."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ids = itertools.count(1)
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> int:
        fault.id = next(self._ids)
        self._faults.append(fault)
        return fault.id

    def in_force(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self._faults if fault.times != 0)

    def clear(self) -> None:
        self._faults.clear()

    async def before(self, bot_id: int, method: str) -> None:
        """Trouble that a call meets before anything is done.

        :raises Unavailable: an injected 5xx.
        :raises TooManyRequests: an injected 429.
        """
        if delay := self._strike("delay", bot_id, method):
            await self._clock.wait_until(self._clock.now() + delay.seconds)
        if error := self._strike("error", bot_id, method):
            raise Unavailable(error.status, REASONS.get(error.status, "Internal Server Error"))
        if flood := self._strike("flood", bot_id, method):
            raise TooManyRequests(int(flood.seconds))

    def drops_answer(self, bot_id: int, method: str) -> bool:
        return self._strike("drop_answer", bot_id, method) is not None

    def hand_out(self, bot_id: int, updates: list[T]) -> list[T]:
        """The updates as the bot is given them: some twice, some batches shuffled."""
        if not self._faults:
            return updates
        handed = [copy for update in updates for copy in self._copies(bot_id, update)]
        if len(handed) > 1 and (reorder := self._strike("reorder", bot_id)):
            return reorder.shuffle(handed)
        return handed

    def _copies(self, bot_id: int, update: T) -> tuple[T, ...]:
        return (update, update) if self._strike("duplicate", bot_id) else (update,)

    def _strike(self, kind: str, bot_id: int, method: str | None = None) -> Fault | None:
        for fault in self._faults:
            if fault.kind == kind and fault.strikes(bot_id, method):
                return fault
        return None


KINDS = ("drop_answer", "delay", "error", "flood", "duplicate", "reorder")
