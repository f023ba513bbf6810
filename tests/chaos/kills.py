"""Kills at moments that are drawn by a seed: when a message reaches a phone, or when something is in hand."""

import asyncio
from dataclasses import dataclass, field
from random import Random

from storage.engine import Database
from tests.chaos.state import InHand, find_in_hand
from tests.chatserver.harness import Operator
from tests.crowd.lives import Lives

AHEAD_SECONDS = 11  # longer than the wait before a copy


class Heard:
    """Counts what reached the phones."""

    def __init__(self) -> None:
        self.count = 0
        self._rung = asyncio.Event()

    def add(self) -> None:
        self.count += 1
        self._rung.set()

    async def reach(self, count: int) -> None:
        while self.count < count:
            await self._rung.wait()
            self._rung.clear()


@dataclass
class Killer:
    """`found` is what the service had in hand at each kill. Between two lives some seconds pass, here and there."""

    lives: Lives
    database: Database
    operator: Operator
    heard: Heard
    found: list[InHand] = field(default_factory=list)

    async def kill(self, times: int, messages: int, seed: int) -> None:
        """Spread over the time in which so many messages reach the phones. The service lives when this ends."""
        dice, most = Random(seed), max(2, messages // times)
        for _ in range(times):
            await self.heard.reach(self.heard.count + dice.randrange(most))
            await dice.choice((self._at_a_message, self._at_an_update, self._at_a_letter))()
            await self.lives.kill()
            self.found.append(await find_in_hand(self.database))
            await self.go_on()

    async def go_on(self) -> None:
        """The next life, later."""
        self.lives.ahead += AHEAD_SECONDS
        await self.operator.advance(AHEAD_SECONDS)
        await self.lives.start()

    async def _at_a_message(self) -> None:
        await self.heard.reach(self.heard.count + 1)

    async def _at_an_update(self) -> None:
        while not (await find_in_hand(self.database)).updates:
            pass

    async def _at_a_letter(self) -> None:
        while not (await find_in_hand(self.database)).letters:
            pass
