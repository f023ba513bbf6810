"""Builds the village, lets the other matters travel, and walks one of them for whoever watches."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import httpx

from bot.demo.phones import find_operator
from bot.demo.stories import Cast
from bot.demo.village import Village
from bot.demo.waiting import until_it_answers
from bot.demo.walk import AstrayError, Walk
from bot.demo.wall import TITLE, Wall
from bot.rules.errors import Problem
from bot.settings import Settings

log = logging.getLogger(__name__)

_BETWEEN_TRIES_SECONDS = 1.0
_TO_LOOK_SECONDS = 1.0  # at the phone that comes to the front, before something happens on it
_TO_READ_SECONDS = 4.0  # what the step before has brought


@dataclass(frozen=True)
class State:
    """What stands above the phones. `at` is how many steps are behind; no steps before the village stands."""

    steps: list[dict[str, Any]]
    at: int
    front: str | None
    is_busy: bool
    is_playing: bool
    is_astray: bool
    echoes: int


class Guide:
    def __init__(self, settings: Settings, cast: Cast) -> None:
        self._settings = settings
        self._cast = cast
        self._service = f"http://127.0.0.1:{settings.port}"
        self._wall = Wall(self._service)
        self._tour: Walk | None = None
        self._walking: asyncio.Task[None] | None = None
        self._front: str | None = None
        self._stop = asyncio.Event()
        self._stop.set()
        self._is_astray = False

    async def open(self) -> None:
        """Until the village stands and the other matters are on its wall; what fails is tried again."""
        async with httpx.AsyncClient(base_url=self._settings.api_base, trust_env=False) as http:
            while self._tour is None:
                try:
                    self._tour = await self._build(http)
                except* (httpx.HTTPError, Problem) as group:
                    log.info("The village does not stand yet: %r", group.exceptions)
                    await asyncio.sleep(_BETWEEN_TRIES_SECONDS)
            await asyncio.Event().wait()

    async def _build(self, http: httpx.AsyncClient) -> Walk:
        """The way of the matter that is shown; the others have gone theirs."""
        await until_it_answers(self._settings.api_base)
        await until_it_answers(self._service)  # which has made its tables by then
        operator = await find_operator(http, self._settings)
        phones = await Village(self._settings, operator, self._cast).build()
        shown, *others = (Walk(story, phones, self._wall.read) for story in self._cast.stories)
        async with asyncio.TaskGroup() as group:
            for other in others:
                group.create_task(_leave_alone(other))
        return shown

    async def state(self) -> State:
        if self._tour is None:
            return State([], 0, None, is_busy=True, is_playing=False, is_astray=False, echoes=0)
        return State(
            steps=[self._say(step.name, step.who) for step in self._tour.steps],
            at=await self._tour.stands_at(),
            front=self._front,
            is_busy=self._walking is not None and not self._walking.done(),
            is_playing=not self._stop.is_set(),
            is_astray=self._is_astray,
            echoes=await self._wall.count(),
        )

    def go_on(self, *, playing: bool) -> None:
        """One step, or with `playing` all of them, with time to read between; nothing while one is being taken."""
        if playing:
            self._stop.clear()
        if self._walking is None or self._walking.done():
            self._walking = asyncio.create_task(self._go())

    def stop(self) -> None:
        """After the step that is being taken."""
        self._stop.set()

    async def _go(self) -> None:
        goes_on = await self._take_next()
        while goes_on and not self._stop.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), _TO_READ_SECONDS)
            goes_on = not self._stop.is_set() and await self._take_next()
        self._stop.set()

    async def _take_next(self) -> bool:
        """False where nothing is left to do, or somebody has gone another way."""
        assert self._tour is not None, "go_on comes from a page that shows steps"  # noqa: S101 a promise of the page
        try:
            at = await self._tour.stands_at()
            if at < len(self._tour.steps):
                self._front = self._tour.steps[at].who
                await asyncio.sleep(_TO_LOOK_SECONDS)
                await self._tour.take(self._tour.steps[at])
        except (AstrayError, httpx.HTTPError):
            self._is_astray = True
            return False
        self._is_astray = False
        if at + 1 < len(self._tour.steps):
            return True
        self._front = TITLE
        return False

    def _say(self, name: str, who: str) -> dict[str, Any]:
        return {"who": who} | {language: said.format(who=who) for language, said in self._cast.says[name].items()}


async def _leave_alone(walk: Walk) -> None:
    """To its end, unless somebody has taken it another way."""
    try:
        await walk.to_the_end()
    except AstrayError:
        log.info("The matter of %s has gone another way and is left alone.", walk.story.villager)
