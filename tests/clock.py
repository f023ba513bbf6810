"""Time and ports for tests."""

import socket
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class Hands:
    """A clock that stands still until a test moves it."""

    now: datetime = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, by: timedelta) -> None:
        self.now += by


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port
