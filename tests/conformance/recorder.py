"""A wire tap between any client and a Bot API server: bytes pass unchanged, what they say is recorded.

Long polls, downloads, broken connections and half answers reach the other side exactly as they were.
"""

import asyncio
import contextlib
from collections import Counter, deque
from dataclasses import replace
from urllib.parse import urlsplit

import httptools

from tests.conformance.exchange import Exchange
from tests.conformance.http_messages import Message, RequestReader, ResponseReader
from tests.conformance.listener import CHUNK, Listener, hang_up


class Recorder(Listener):
    """`with Recorder("http://127.0.0.1:8081") as recorder:` and give clients `recorder.url` as their server.

    `exchanges` is in the order of the answers. An exchange is recorded before its client gets the answer.
    """

    def __init__(self, base_url: str) -> None:
        super().__init__()
        base = urlsplit(base_url)
        self._host, self._port = base.hostname or "", base.port or 80
        self.exchanges: list[Exchange] = []
        self.unread: list[str] = []

    def methods(self) -> Counter[str]:
        """How often each Bot API method was called."""
        return Counter(exchange.method for exchange in list(self.exchanges) if exchange.method)

    def check_everything(self, *, requests: bool = True) -> int:
        """Asserts that all that was recorded is conformant, and returns how many exchanges that were.

        With `requests=False` only the answers are judged: for tests that ask wrongly on purpose.
        """
        from tests.conformance.audit import assert_conformant  # aiogram's import costs seconds

        return assert_conformant(list(self.exchanges), list(self.unread), requests=requests)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up_reader, up_writer = await asyncio.open_connection(self._host, self._port)
        talk = _Conversation(self)
        ways = (
            asyncio.ensure_future(_pass_on(reader, up_writer, talk.asked)),
            asyncio.ensure_future(_pass_on(up_reader, writer, talk.answered)),
        )
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            talk.end()
            await hang_up(up_writer)


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, tap: "_Tap") -> None:
    # A connection that breaks ends here as one that closes does: the other side is closed next.
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(CHUNK):
            tap.feed(data)
            writer.write(data)
            await writer.drain()


class _Tap:
    """Reads one direction for as long as it is HTTP."""

    def __init__(self, source: RequestReader | ResponseReader, unread: list[str]) -> None:
        self._source: RequestReader | ResponseReader | None = source
        self._unread = unread

    def feed(self, data: bytes) -> None:
        if self._source is None:
            return
        try:
            self._source.feed(data)
        except httptools.HttpParserUpgrade:
            self._source = None
        except httptools.HttpParserError as error:
            self._source = None
            self._unread.append(f"A connection could not be read as HTTP: {error}.")


class _Conversation:
    """One connection: requests and their answers in the same order (HTTP/1.1)."""

    def __init__(self, recorder: Recorder) -> None:
        self._waiting: deque[Message] = deque()
        self._answered_early = False
        self._exchanges = recorder.exchanges
        self._request = RequestReader(self._ask)
        self.asked = _Tap(self._request, recorder.unread)
        self.answered = _Tap(ResponseReader(self._answer), recorder.unread)

    def _ask(self, request: Message) -> None:
        if self._answered_early:
            self._answered_early = False
        else:
            self._waiting.append(request)

    def _answer(self, answer: Message) -> None:
        if self._waiting:
            self._keep(self._waiting.popleft(), answer, whole=True)
        else:
            self._answered_early = True
            self._keep(self._request.so_far(), answer, whole=False)

    def end(self) -> None:
        """Requests that are still waiting were never answered."""
        self._exchanges += [_exchange(request) for request in self._waiting]

    def _keep(self, request: Message, answer: Message, *, whole: bool) -> None:
        self._exchanges.append(
            replace(
                _exchange(request),
                status=answer.status,
                answer_headers=answer.headers,
                answer_body=answer.body,
                whole=whole,
            )
        )


def _exchange(request: Message) -> Exchange:
    return Exchange(request.verb, request.target, request.headers, request.body)
