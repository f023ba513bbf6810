"""The service as a process that may be killed and started again at little cost."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

from tests.clock import free_port

Parent = subprocess.Popen[str]


@contextmanager
def parent() -> Iterator[Parent]:
    """It imports the service once; whoever wants a life of it waits until that is done."""
    command = (sys.executable, "-m", "tests.crowd.parent")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


class Lives:
    """One at a time, with these settings (without their prefix), its files in the folder. `ahead` is how far the
    service's clock is before the machine's, in seconds."""

    def __init__(self, parent: Parent, folder: Path, settings: dict[str, str]) -> None:
        ours = {"DATA_DIR": str(folder), "PORT": str(free_port()), "LOG_LEVEL": "ERROR", **settings}
        self._environ = {f"HUIYIN_{name}": value for name, value in ours.items()}
        self._parent = parent
        self._pid: int | None = None
        self.ahead = 0

    async def start(self) -> None:
        assert self._parent.stdin
        print(json.dumps({"environ": self._environ, "ahead": self.ahead}), file=self._parent.stdin, flush=True)
        self._pid = await self._answer()

    async def until_it_answers(self) -> None:
        """Its pages do as soon as all has begun."""
        patient = httpx.AsyncHTTPTransport(retries=20)  # it may not listen yet
        async with httpx.AsyncClient(transport=patient, trust_env=False, timeout=60) as http:
            await http.get(f"http://127.0.0.1:{self._environ['HUIYIN_PORT']}/healthz")

    async def kill(self) -> None:
        """SIGKILL: nothing is said, nothing is finished."""
        assert await self._end(signal.SIGKILL) == -signal.SIGKILL

    async def stop(self) -> None:
        """SIGTERM: it finishes what it has in hand."""
        status = await self._end(signal.SIGTERM)
        assert status == 0, f"the service ended with status {status}"

    async def close(self) -> None:
        """Whatever became of it."""
        if self._pid is not None:
            with suppress(ProcessLookupError):
                await self._end(signal.SIGKILL)

    async def _end(self, number: signal.Signals) -> int:
        assert self._pid is not None
        os.kill(self._pid, number)
        self._pid = None
        return await self._answer()

    async def _answer(self) -> int:
        assert self._parent.stdout
        return int(await asyncio.to_thread(self._parent.stdout.readline))
