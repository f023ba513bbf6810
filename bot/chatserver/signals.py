"""Who waits for what: pollers, webhooks and phones sleep here until something of theirs was committed."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any


class Listener(asyncio.Event):
    """Set when something was committed. `heard` holds what was only said in passing and is kept nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: deque[dict[str, Any]] = deque(maxlen=50)


class Signals:
    """A switchboard by key (`bot:1`, `user:2`, `chat:3`). A waiter listens before it looks, so nothing is missed."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Listener]] = defaultdict(set)

    def send(self, keys: Iterable[str]) -> None:
        for key in keys:
            for listener in self._listeners.get(key, ()):
                listener.set()

    def tell(self, key: str, said: dict[str, Any]) -> None:
        """Say something to those who listen just now, such as that somebody is typing."""
        for listener in self._listeners.get(key, ()):
            listener.heard.append(said)
            listener.set()

    @contextmanager
    def listen(self, *keys: str) -> Iterator[Listener]:
        listener = Listener()
        for key in keys:
            self._listeners[key].add(listener)
        try:
            yield listener
        finally:
            for key in keys:
                self._drop(key, listener)

    def _drop(self, key: str, listener: Listener) -> None:
        self._listeners[key].discard(listener)
        if not self._listeners[key]:
            del self._listeners[key]


def bot_key(bot_id: int) -> str:
    return f"bot:{bot_id}"


def user_key(user_id: int) -> str:
    return f"user:{user_id}"


def chat_key(chat_id: int) -> str:
    return f"chat:{chat_id}"
