"""HTTP messages read from a stream of bytes as they pass by."""

from collections.abc import Callable
from dataclasses import dataclass

import httptools

_INTERIM = range(100, 200)


@dataclass(frozen=True)
class Message:
    """A request (`verb` and `target`) or a response (`status`); header names are in lower case."""

    headers: dict[str, str]
    body: bytes
    verb: str = ""
    target: str = ""
    status: int = 0


class _Reader:
    """Collects what httptools tells, one message after the other."""

    def __init__(self, tell: Callable[[Message], None]) -> None:
        self._tell = tell
        self.on_message_begin()

    def on_message_begin(self) -> None:
        self._target = b""
        self._headers: dict[str, str] = {}
        self._body = bytearray()

    def on_url(self, url: bytes) -> None:
        self._target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        self._body += body


class RequestReader(_Reader):
    def __init__(self, tell: Callable[[Message], None]) -> None:
        super().__init__(tell)
        self._parser = httptools.HttpRequestParser(self)

    def feed(self, data: bytes) -> None:
        """Raises `httptools.HttpParserError` for what is not HTTP, `HttpParserUpgrade` where it ends."""
        self._parser.feed_data(data)

    def so_far(self) -> Message:
        """The request as far as it was read."""
        verb = self._parser.get_method().decode("latin-1")
        return Message(self._headers, bytes(self._body), verb=verb, target=self._target.decode("latin-1"))

    def on_message_complete(self) -> None:
        self._tell(self.so_far())


class ResponseReader(_Reader):
    """Keeps the bodies of JSON answers only: a download may be large."""

    def __init__(self, tell: Callable[[Message], None]) -> None:
        super().__init__(tell)
        self._parser = httptools.HttpResponseParser(self)

    def feed(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_body(self, body: bytes) -> None:
        if "json" in self._headers.get("content-type", ""):
            super().on_body(body)

    def on_message_complete(self) -> None:
        status = self._parser.get_status_code()
        if status not in _INTERIM:
            self._tell(Message(self._headers, bytes(self._body), status=status))
