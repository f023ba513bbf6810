"""A webhook of a bot, as a test sees it: a small HTTP server that keeps what is posted and answers as it is told."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.chatserver.harness import PATIENCE
from tests.chatserver.hearing import HEARD

Json = dict[str, Any]
SECRET = "a-secret_Only-the-Two-know"


@dataclass(frozen=True)
class Answer:
    status: str = "200 OK"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def encode(self) -> bytes:
        lines = [f"HTTP/1.1 {self.status}", f"Content-Length: {len(self.body)}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


def calling(method: str, **arguments: Any) -> Answer:
    """An answer that calls a method, as JSON."""
    return Answer(
        headers={"Content-Type": "application/json"},
        body=json.dumps({"method": method} | arguments).encode(),
    )


@dataclass(frozen=True)
class Post:
    path: str
    headers: Mapping[str, str]
    update: Json

    @property
    def text(self) -> str:
        """What the message of the update says."""
        said: str = self.update["message"]["text"]
        return said


class Catcher:
    """`answers` are given one a post, then `usual`. While `gate` is cleared, answers are held back."""

    def __init__(self) -> None:
        self.url = ""
        self.usual = Answer()
        self.answers: deque[Answer | None] = deque()
        self.gate = asyncio.Event()
        self.gate.set()
        self.posts: list[Post] = []
        self._news = asyncio.Event()
        self._taken = 0
        self._talks: set[asyncio.Task[None]] = set()

    async def next(self) -> Post:
        """The next post that nobody took yet, whether it is answered already or not."""
        async with asyncio.timeout(PATIENCE):
            while len(self.posts) <= self._taken:
                self._news.clear()
                await self._news.wait()
        self._taken += 1
        return self.posts[self._taken - 1]

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._talks.add(asyncio.create_task(self._talk(reader, writer)))

    async def hang_up(self) -> None:
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._exchange(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One post and its answer; False for a None among the answers, which closes without a word."""
        self.posts.append(await _read(reader))
        self._news.set()
        answer = self.answers.popleft() if self.answers else self.usual
        await self.gate.wait()
        if answer is not None:
            writer.write(answer.encode())
            await writer.drain()
        return answer is not None


async def _read(reader: asyncio.StreamReader) -> Post:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers["content-length"]))
    verb, target, _ = head[0].split()
    HEARD.note_post(verb, target, headers, body)
    return Post(target, headers, json.loads(body))


@asynccontextmanager
async def catching() -> AsyncIterator[Catcher]:
    catcher = Catcher()
    server = await asyncio.start_server(catcher.accept, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    catcher.url = f"http://127.0.0.1:{port}/hook"
    try:
        yield catcher
    finally:
        server.close()
        await catcher.hang_up()
