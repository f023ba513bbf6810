"""`huiyin demo` as a newcomer starts it: two programs, phones that answer, one Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from tests.chatserver.harness import PhoneClient, open_client
from tests.clock import free_port


class Demo:
    """The running demo; its first line of output says where the phones are."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        environ = os.environ | {
            "HUIYIN_DATA_DIR": str(folder),
            "HUIYIN_PORT": str(free_port()),
            "HUIYIN_CHAT_PORT": str(free_port()),
        }
        command = (sys.executable, "-m", "bot", "demo", "--no-browser")
        self.process = subprocess.Popen(
            command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.url = self._address()

    def _address(self) -> str:
        assert self.process.stdout is not None
        found = re.search(r"http://\S+", self.process.stdout.readline())
        assert found, "the demo said no address"
        return found[0].rstrip("/")

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=60)
        return self.process.returncode


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    running = Demo(tmp_path / "data")
    yield running
    if running.process.poll() is None:
        running.interrupt()


async def test_the_demo_hands_out_phones_that_the_bot_answers_and_ends_at_ctrl_c(demo: Demo) -> None:
    async with AsyncExitStack() as stack, open_client(demo.url) as http:
        phones = [await _sign_in(http, stack, link) for link in await _links(http)]
        assert [phone.user["first_name"] for phone in phones] == ["王大娘", "孙干部", "李组长"]
        phone = phones[0]
        chat = (await phone.chats())[0]["id"]
        await phone.send(chat, "路灯坏了")
        answer = (await phone.expect("message", out=None))["message"]
        assert answer["text"].startswith("您的话先给您留着")
        secrets = demo.folder / "demo" / "secrets.json"
        assert secrets.stat().st_mode & 0o777 == 0o600, "the demo's token is its owner's alone"
        assert demo.interrupt() == 0
        with pytest.raises(httpx.ConnectError):
            await http.get("/healthz")


async def _links(http: httpx.AsyncClient) -> list[str]:
    shown = await http.get("/")
    assert shown.status_code == httpx.codes.SEE_OTHER
    return shown.headers["location"].partition("#")[2].split(",")


async def _sign_in(http: httpx.AsyncClient, stack: AsyncExitStack, link: str) -> PhoneClient:
    signed_in = (await http.post("/phone/sign-in", json={"link": link})).json()
    return PhoneClient(http, stack, signed_in["user"], signed_in)
