"""A person's phone in tests."""

import asyncio
import json
from collections import deque
from contextlib import AsyncExitStack
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect

from tests.chatserver.answers import PATIENCE, Json, matches, result_of
from tests.chatserver.bots import BotClient


class PhoneClient:
    """A person's phone, as a program."""

    def __init__(self, http: httpx.AsyncClient, stack: AsyncExitStack, user: Json, signed_in: Json) -> None:
        self.http = http
        self.user = user
        self.id: int = user["id"]
        self.phone: str = signed_in["phone"]
        self.token: str = signed_in["token"]
        self.base = f"/phone/{self.phone}"
        self.headers = {"Authorization": f"Bearer {self.token}"}
        self._stack = stack
        self._socket: ClientConnection | None = None
        self._events: deque[Json] = deque()

    async def get(self, path: str, **query: Any) -> Json:
        return result_of(await self.http.get(f"{self.base}/{path}", params=query, headers=self.headers))

    async def post(self, path: str, /, **body: Any) -> Json:
        return result_of(await self.http.post(f"{self.base}/{path}", json=body, headers=self.headers))

    async def chats(self) -> list[Json]:
        chats: list[Json] = (await self.get("chats"))["chats"]
        return chats

    async def chat(self, title: str) -> Json:
        """The chat of this title in the phone's list."""
        return next(chat for chat in await self.chats() if chat["title"] == title)

    async def open(self, bot: BotClient) -> int:
        """The id of the private chat with the bot, as phones know it."""
        chat_id: int = (await self.post("chats", username=bot.username))["id"]
        return chat_id

    async def start(self, bot: BotClient, payload: str | None = None) -> int:
        """Open the chat and press Start."""
        chat = await self.open(bot)
        await self.post(f"chats/{chat}/start", payload=payload)
        return chat

    async def send(self, chat: int, text: str, **more: Any) -> Json:
        return await self.write(chat, text=text, **more)

    async def write(self, chat: int, **body: Any) -> Json:
        """Send what the body says; the (first) message."""
        message: Json = (await self.post(f"chats/{chat}/messages", **body))["messages"][0]
        return message

    async def send_files(self, chat: int, kind: str, *files: tuple[str, bytes, str], **fields: Any) -> list[Json]:
        """Send (name, bytes, content type) as photos, voices …; the messages."""
        answer = await self.http.post(
            f"{self.base}/chats/{chat}/messages",
            data={"kind": kind} | {name: str(value) for name, value in fields.items()},
            files=[("file", file) for file in files],
            headers=self.headers,
        )
        messages: list[Json] = result_of(answer)["messages"]
        return messages

    async def tap(self, chat: int, message_id: int, data: str) -> str:
        tap: str = (await self.post(f"chats/{chat}/messages/{message_id}/tap", data=data))["tap"]
        return tap

    async def messages(self, chat: int, **query: Any) -> list[Json]:
        messages: list[Json] = (await self.get(f"chats/{chat}/messages", **query))["messages"]
        return messages

    async def connect(self, after: int = 0) -> ClientConnection:
        """The event stream from just after `after`."""
        address = f"{self.http.base_url}".replace("http", "ws", 1).rstrip("/")
        url = f"{address}{self.base}/events?after={after}"
        connection = connect(url, additional_headers=self.headers, proxy=None, open_timeout=PATIENCE)
        self._socket = await self._stack.enter_async_context(connection)
        return self._socket

    async def expect(self, kind: str, **matching: Any) -> Json:
        """The next event of this kind that has these fields (a message's fields for `message` and `edited`).

        It listens from the phone's first event on; events that were passed over stay for later calls.
        """
        seen = 0
        while True:
            for event in list(self._events)[seen:]:
                seen += 1
                if event["kind"] == kind and matches(event.get("message", event), matching):
                    self._events.remove(event)
                    return event
            self._events.append(await self._next_event())

    def passed_over(self) -> list[Json]:
        """Events that came and that nobody expected so far."""
        return list(self._events)

    async def _next_event(self) -> Json:
        socket = self._socket or await self.connect()
        async with asyncio.timeout(PATIENCE):
            event: Json = json.loads(await socket.recv())
            return event
