"""Who waits for what: pollers, webhooks and phones sleep here until something of theirs was committed."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class Signals:
    """A switchboard by key (`bot:1`, `user:2`, `chat:3`). A waiter listens before it looks, so nothing is missed."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Event]] = defaultdict(set)

    def send(self, keys: Iterable[str]) -> None:
        for key in keys:
            for listener in self._listeners.get(key, ()):
                listener.set()

    @contextmanager
    def listen(self, *keys: str) -> Iterator[asyncio.Event]:
        event = asyncio.Event()
        for key in keys:
            self._listeners[key].add(event)
        try:
            yield event
        finally:
            for key in keys:
                self._drop(key, event)

    def _drop(self, key: str, event: asyncio.Event) -> None:
        self._listeners[key].discard(event)
        if not self._listeners[key]:
            del self._listeners[key]


def bot_key(bot_id: int) -> str:
    return f"bot:{bot_id}"


def user_key(user_id: int) -> str:
    return f"user:{user_id}"


def chat_key(chat_id: int) -> str:
    return f"chat:{chat_id}"
