"""One story's way, a step at a time, on the phones of its people."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from bot.demo.phones import PATIENCE_SECONDS, Phone
from bot.demo.steps import Scene, Step, next_step, steps_of
from bot.demo.stories import Story

_Found = TypeVar("_Found")

_LOOK_EVERY_SECONDS = 0.25


class AstrayError(Exception):
    """What the step needs, or brings, did not come: somebody has gone another way by hand, or the bot is away."""


@dataclass(frozen=True)
class Walk:
    """`wall` reads the village's page."""

    story: Story
    phones: Mapping[str, Phone]
    wall: Callable[[], Awaitable[str]]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return steps_of(self.story)

    async def stands_at(self) -> int:
        """How many steps are behind it."""
        return next_step(self.steps, await self._look())

    async def take(self, step: Step) -> None:
        """Returns when the phones or the wall show what it brought. Raises AstrayError."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                deed = await self._until(step.deed)
                await deed.do(self.phones[step.who])
                await self._until(step.is_done)
        except TimeoutError:
            raise AstrayError from None

    async def to_the_end(self) -> None:
        """Raises AstrayError."""
        while (at := await self.stands_at()) < len(self.steps):
            await self.take(self.steps[at])

    async def _until(self, find: Callable[[Scene], _Found | None]) -> _Found:
        while True:
            if found := find(await self._look()):
                return found
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def _look(self) -> Scene:
        people = {self.story.villager, self.story.cadre, self.story.answered_by}
        screens = {who: await self.phones[who].messages() for who in people}
        return Scene(self.story, screens, await self.wall())
