"""A villager who says a trouble and taps what stands first, or that it is another matter, until there is a number."""

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from websockets.asyncio.client import ClientConnection

from tests.chatserver.harness import BotClient, Json
from tests.crowd.people import Person

_NUMBER = re.compile(r"县-\d+|\d+号")
_RECEIPT = re.compile(r"给您回音|这事急")


@dataclass
class Teller:
    """`said` are their words as the chat server took them, `numbers` those of the receipts. `heard` is called for each
    message of the bot's."""

    person: Person
    bot: BotClient
    heard: Callable[[], None] = lambda: None
    said: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    _socket: ClientConnection | None = None

    async def listen(self) -> None:
        self._socket = await self.person.phone.connect()

    async def tell(self, words: str) -> float:
        """When the receipt was there, by `time.perf_counter`. Copies of what was answered before are passed over."""
        message = await self.person.phone.send(self.person.chat, words)
        self.said.append(message["text"])
        while True:
            message = await self._next()
            number = number_in(message["text"])
            if number and number not in self.numbers:
                self.numbers.append(number)
                return time.perf_counter()
            if not number:
                await self._tap_first(message)

    async def _tap_first(self, message: Json) -> None:
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [button["callback_data"] for row in rows for button in row]
        another = [data for data in buttons if data.startswith("other_matter:")]
        for data in (another or buttons)[:1]:
            await self.person.phone.tap(self.person.chat, message["message_id"], data)

    async def _next(self) -> Json:
        """The next message of the bot's."""
        assert self._socket
        while True:
            event = json.loads(await self._socket.recv())
            message: Json = event.get("message", {})
            if event["kind"] == "message" and message.get("from", {}).get("id") == self.bot.id:
                self.heard()
                return message


def number_in(text: str) -> str:
    """Of a receipt; a draft's card has none."""
    found = _NUMBER.search(text) if _RECEIPT.search(text) else None
    return found[0] if found else ""
