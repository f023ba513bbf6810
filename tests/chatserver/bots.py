"""A bot in tests."""

import json
from collections import deque
from collections.abc import Mapping
from typing import Any

import httpx

from tests.chatserver.answers import Json, bot_result_of, matches


class BotClient:
    """Makes a bot's raw calls. `receive` polls and confirms as a client library does."""

    def __init__(self, http: httpx.AsyncClient, bot_id: int, token: str, username: str) -> None:
        self.http = http
        self.id = bot_id
        self.token = token
        self.username = username
        self._offset = 0
        self._received: deque[Json] = deque()
        self._unconfirmed = 0

    async def call(self, method: str, /, files: Mapping[str, Any] | None = None, **arguments: Any) -> Any:
        """The result. With `files` the call is multipart, else JSON. An argument that is None is left out."""
        url = f"/bot{self.token}/{method}"
        arguments = {name: value for name, value in arguments.items() if value is not None}
        if files:
            fields = {name: value if isinstance(value, str) else json.dumps(value) for name, value in arguments.items()}
            answer = await self.http.post(url, data=fields, files=files)
        else:
            answer = await self.http.post(url, json=arguments)
        return bot_result_of(answer)

    async def receive(self, kind: str = "message", **matching: Any) -> Json:
        """The next update of this kind whose body has these fields; others stay for later calls."""
        while True:
            for update in self._received:
                if kind in update and matches(update[kind], matching):
                    self._received.remove(update)
                    body: Json = update[kind]
                    return body
            await self._poll()

    async def waiting(self, kind: str = "message") -> list[Json]:
        """The updates of this kind that came until now, oldest first; they stay for `receive`."""
        # An empty poll of an offset that was polled just now would be held back (Client.cpp:16321).
        if (await self.call("getWebhookInfo"))["pending_update_count"] > self._unconfirmed:
            await self._poll()
        return [update[kind] for update in self._received if kind in update]

    async def _poll(self) -> None:
        updates = await self.call("getUpdates", offset=self._offset, timeout=20)
        self._unconfirmed = len(updates)
        if not updates:
            raise AssertionError(f"the bot waited in vain; it has {list(self._received)}")
        self._offset = updates[-1]["update_id"] + 1
        self._received.extend(updates)
