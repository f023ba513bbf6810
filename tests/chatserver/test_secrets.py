"""The real command at its most talkative, with everything going wrong: nobody's secret is written anywhere."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from tests.chatserver.harness import Operator, Refused, open_client
from tests.clock import free_port

TOKEN = "700000001:a-token-that-nobody-may-read-anywhere"
ADMIN = "an-admin-token-that-nobody-may-read"


@pytest.fixture
def command(tmp_path: Path) -> Iterator[str]:
    """The address of `huiyin chatserver`; it writes to `shown` and to its folder."""
    port = free_port()
    environ = os.environ | {
        "HUIYIN_DATA_DIR": str(tmp_path / "data"),
        "HUIYIN_LOG_LEVEL": "DEBUG",
        "HUIYIN_BOT_TOKEN": TOKEN,
        "HUIYIN_CHAT_ADMIN_TOKEN": ADMIN,
        "HUIYIN_CHAT_PORT": str(port),
        "HUIYIN_CHAT_FAULTS": "on",
    }
    with (tmp_path / "shown").open("wb") as shown:
        process = subprocess.Popen((sys.executable, "-m", "bot", "chatserver"), env=environ, stdout=shown, stderr=shown)
        yield _when_up(f"http://127.0.0.1:{port}")
        process.terminate()
        assert process.wait(30) == 0


def _when_up(url: str) -> str:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            httpx.get(f"{url}/healthz", trust_env=False)
        except httpx.TransportError:
            continue
        return url
    raise AssertionError("the chat server did not start")


async def test_no_log_holds_a_token_a_link_or_what_people_said(command: str, tmp_path: Path) -> None:
    # telegram.md §6.8: the sandbox's own access log printed /bot<token>/
    async with AsyncExitStack() as stack, open_client(command) as http:
        operator = Operator(http, stack, ADMIN)
        person = await operator.post("users", first_name="王大娘")
        link = (await operator.post(f"users/{person['id']}/link"))["link"]
        phone = await operator.sign_in(person)
        chat = (await phone.post("chats", username="huiyin_bot"))["id"]
        hook = f"http://127.0.0.1:1/hook-{TOKEN.partition(':')[2]}"
        for method, arguments in (("getMe", {}), ("noSuchMethod", {}), ("setWebhook", {"url": hook})):
            await http.post(f"/bot{TOKEN}/{method}", json=arguments)
        await phone.send(chat, "这句话谁也不许记下来")
        await operator.post("faults", kind="error", status=500)
        await http.post(f"/bot{TOKEN}/sendMessage", content=b"\xff", headers={"content-type": "application/json"})
        await http.get(f"/bot{TOKEN}/%00")
        await http.get(f"/in/{link}")
        with pytest.raises(Refused):
            await Operator(http, stack, f"{ADMIN}-not").get("ledger")
    written = _everything_written(tmp_path)
    assert b"does not have" in written, "the unknown method was not complained of"
    secrets = [TOKEN.partition(":")[2], ADMIN, link, phone.token, "这句话谁也不许记下来"]
    assert [secret for secret in secrets if secret.encode() in written] == []


def _everything_written(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in [folder / "shown", *folder.rglob("*.log")])
