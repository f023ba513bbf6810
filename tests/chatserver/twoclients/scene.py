"""Scenes: what happens between a bot and its people, and what of the Bot API is seen in it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.chatserver.twoclients.stage import Stage

Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True)
class Scene:
    """`calls` are methods, `shows` are names of `tests.chatserver.twoclients.seen`; a scene must keep its word."""

    play: Play
    calls: frozenset[str]
    shows: frozenset[str]


SCENES: dict[str, Scene] = {}


def scene(*, calls: str = "", shows: str = "") -> Callable[[Play], Play]:
    """Register a scene that calls at least these methods and in which at least these things are shown."""

    def register(play: Play) -> Play:
        SCENES[play.__name__] = Scene(play, frozenset(calls.split()), frozenset(shows.split()))
        return play

    return register
