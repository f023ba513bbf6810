"""The two ways in which updates reach a bot, by which each library reads them."""

from typing import Any, Protocol

from tests.chatserver.harness import PATIENCE
from tests.chatserver.twoclients.client import Client
from tests.conformance.catcher import Catcher
from tests.conformance.facts import UPDATE_KINDS

SECRET = "a-secret_Only-the-Two-know"
EVERY_KIND = sorted(UPDATE_KINDS)


class Mailbox(Protocol):
    async def open(self) -> None:
        """From now on updates of every kind come here."""

    async def fetch(self) -> list[Any]:
        """What came since the last time, as objects of the library; waits for something to come."""

    async def close(self) -> None: ...


class Polled:
    def __init__(self, client: Client) -> None:
        self._bot = client.bot
        self._offset = 0

    async def open(self) -> None:
        await self._bot.get_updates(timeout=0, allowed_updates=EVERY_KIND)

    async def fetch(self) -> list[Any]:
        updates = await self._bot.get_updates(offset=self._offset, timeout=int(PATIENCE))
        assert updates, "the bot polled in vain"
        self._offset = updates[-1].update_id + 1
        return list(updates)

    async def close(self) -> None:
        """There is nothing to undo: a poll ends by itself."""


class Posted:
    def __init__(self, client: Client, catcher: Catcher) -> None:
        self._client = client
        self._catcher = catcher
        self._taken = 0

    async def open(self) -> None:
        await self._client.bot.set_webhook(
            url=self._catcher.url, secret_token=SECRET, allowed_updates=EVERY_KIND, max_connections=10
        )

    async def fetch(self) -> list[Any]:
        posts = (await self._catcher.wait_for_posts(self._taken + 1, PATIENCE))[self._taken :]
        self._taken += len(posts)
        assert {post.headers["x-telegram-bot-api-secret-token"] for post in posts} == {SECRET}
        return [self._client.read_update(post.update) for post in posts]

    async def close(self) -> None:
        await self._client.bot.delete_webhook()
