"""An HTTP server that answers by script and keeps what was posted to it: the far end of a webhook."""

import asyncio
import json
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus

from tests.conformance.http_messages import Message, RequestReader
from tests.conformance.listener import CHUNK, Listener


@dataclass(frozen=True)
class Post:
    """One request as it came; header names are in lower case."""

    verb: str
    target: str
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @cached_property
    def update(self) -> object:
        """The update that was posted. Raises ValueError where the body is no JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Reply:
    """What the catcher answers; `dropped` closes the connection without a word."""

    status: int = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    dropped: bool = False

    @classmethod
    def of_json(cls, payload: object, status: int = HTTPStatus.OK) -> "Reply":
        return cls(status, {"Content-Type": "application/json"}, json.dumps(payload).encode())

    def encoded(self) -> bytes:
        headers = {**self.headers, "Content-Length": str(len(self.body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        phrase = HTTPStatus(self.status).phrase
        return f"HTTP/1.1 {int(self.status)} {phrase}\r\n{head}\r\n".encode("latin-1") + self.body


class Catcher(Listener):
    """`with Catcher() as catcher:` and set `catcher.url` as the webhook. Posts are kept, then answered."""

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[Post] = []
        self._replies: deque[Reply] = deque()
        self._arrival = threading.Condition()
        self._gate = asyncio.Event()
        self._gate.set()

    def answer_next(self, *replies: Reply) -> None:
        """These answers, one a post, in this order; after them it is 200 with an empty body again."""
        self._replies.extend(replies)

    def hold_answers(self) -> None:
        """Posts are kept, but get no answer before `release_answers`."""
        self.in_loop(self._gate.clear)

    def release_answers(self) -> None:
        self.in_loop(self._gate.set)

    async def wait_for_posts(self, count: int, timeout: float = 10) -> list[Post]:  # noqa: ASYNC109
        """All posts once there are `count` of them; raises AssertionError when they do not come in time."""
        arrived = await asyncio.to_thread(self._wait, count, timeout)
        assert arrived, f"Only {len(self.posts)} of {count} webhook posts came within {timeout:g} s."
        return list(self.posts)

    def check_everything(self) -> int:
        """Asserts that every post is a conformant update, and returns how many there were."""
        from tests.conformance.audit import assert_posts_conformant  # aiogram's import costs seconds

        return assert_posts_conformant(list(self.posts))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests: deque[Message] = deque()
        source = RequestReader(requests.append)
        while data := await reader.read(CHUNK):
            source.feed(data)
            while requests:
                reply = await self._take(requests.popleft())
                if reply.dropped:
                    return
                writer.write(reply.encoded())
                await writer.drain()

    async def _take(self, request: Message) -> Reply:
        with self._arrival:
            self.posts.append(Post(request.verb, request.target, request.headers, request.body))
            reply = self._replies.popleft() if self._replies else Reply()
            self._arrival.notify_all()
        await self._gate.wait()
        return reply

    def _wait(self, count: int, timeout: float) -> bool:
        with self._arrival:
            return self._arrival.wait_for(lambda: len(self.posts) >= count, timeout)
