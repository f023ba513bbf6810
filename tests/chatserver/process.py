"""The chat server under test: a process of its own on a free port, with a store in a directory."""

import json
import os
import signal
import socket
import time
from pathlib import Path
from typing import Any

import httpx

from tests.chatserver.serve import main
from tests.forked import Forked

ADMIN_TOKEN = "an-operator's-token-for-tests"
READY_WITHIN = 30


class ServerProcess:
    """`start` may be called again after `kill` or `stop`: same port, same store."""

    def __init__(self, directory: Path, **config: Any) -> None:
        self._port = _free_port()
        self.url = f"http://127.0.0.1:{self._port}"
        self._log = directory / "server.log"
        self._config = {
            "database_url": f"sqlite:///{directory}/chatserver.sqlite3",
            "files": str(directory / "files"),
            "public_url": self.url,
            "port": self._port,
            "admin_token": ADMIN_TOKEN,
            "faults": True,
        } | config

    def start(self) -> None:
        self._process = Forked(main, (json.dumps(self._config),), os.environ, self._log, self._log)
        self._wait_until_ready()

    def stop(self, *signals: signal.Signals) -> None:
        """By these signals, one right after the other; SIGTERM unless told otherwise."""
        for number in signals or (signal.SIGTERM,):
            os.kill(self._process.pid, number)
        self._process.wait()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def log(self) -> str:
        """Everything that the process wrote to its two outputs."""
        return self._log.read_text()

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the chat server did not start:\n{self.log()}")
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/healthz", trust_env=False).status_code == 200
        except httpx.TransportError:
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
