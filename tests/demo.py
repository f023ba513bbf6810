"""The demo as a newcomer starts it, for the tests that watch it."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import httpx

from tests.chatserver.harness import Json, PhoneClient
from tests.clock import free_port

BUILT_WITHIN = 120  # seconds, on a machine that has more to do
BETWEEN_LOOKS = 0.2


class Demo:
    """Running from its start on; its first line of output says where the phones are."""

    def __init__(
        self,
        folder: Path,
        command: Sequence[str] = (sys.executable, "-m", "bot", "demo", "--no-browser"),
        tree: Path | None = None,
    ) -> None:
        self.folder = folder
        self.service = f"http://127.0.0.1:{(port := free_port())}"
        environ = os.environ | {
            "HUIYIN_DATA_DIR": str(folder),
            "HUIYIN_PORT": str(port),
            "HUIYIN_CHAT_PORT": str(free_port()),
            "BROWSER": "true",
        }
        self.process = subprocess.Popen(
            command,
            cwd=tree,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self.url = self._address()

    def _address(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if found := re.search(r"http://\S+", line):
                return found[0].rstrip("/")
        raise AssertionError("the demo said no address")

    def interrupt(self) -> int:
        """Ctrl-C, as a terminal sends it: to all programs in front."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.communicate(timeout=60)
        return self.process.returncode

    def kill(self) -> None:
        """All of its programs at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate(timeout=60)

    def end(self) -> None:
        if self.process.poll() is None:
            self.interrupt()


class Visitor:
    """Somebody at the page with the phones, as a program."""

    def __init__(self, demo: Demo, http: httpx.AsyncClient, stack: AsyncExitStack) -> None:
        self._demo = demo
        self._http = http
        self._stack = stack
        self._guide = ""

    async def phones(self) -> dict[str, PhoneClient]:
        shown = await self._http.get("/")
        links = shown.headers["location"].partition("#")[2].split(",")
        phones = [await self._sign_in(link) for link in links]
        return {phone.user["first_name"]: phone for phone in phones}

    async def wall(self) -> str:
        async with httpx.AsyncClient(trust_env=False) as client:
            return (await client.get(f"{self._demo.service}/wall/磨石沟")).text

    async def guided(self, order: str | None = None) -> Json:
        """What the guide shows, after the order where there is one."""
        self._guide = self._guide or (await self._http.get("/phones/beside")).json()["guide"]
        async with httpx.AsyncClient(trust_env=False, base_url=self._guide) as client:
            if order:
                given = await client.post(f"/{order}", headers={"origin": self._guide})
                assert given.status_code == httpx.codes.NO_CONTENT
            state: Json = (await client.get("/state", timeout=60)).json()
            return state

    async def until(self, **shown: object) -> Json:
        """As soon as the guide shows this."""
        async with asyncio.timeout(BUILT_WITHIN):
            while True:
                state = await self.guided()
                if all(state.get(name) == value for name, value in shown.items()):
                    return state
                await asyncio.sleep(BETWEEN_LOOKS)

    async def _sign_in(self, link: str) -> PhoneClient:
        signed_in = (await self._http.post("/phone/sign-in", json={"link": link})).json()
        return PhoneClient(self._http, self._stack, signed_in["user"], signed_in)
