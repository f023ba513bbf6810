"""The demo: the county's own chat server and the service, each a program of its own with a database of its own."""

import asyncio
import json
import secrets
import sys
import webbrowser
from collections.abc import Mapping
from pathlib import Path

import httpx
from rich.console import Console

from bot.rules.errors import Problem
from bot.settings import PREFIX, Settings
from bot.supervisor import Program, supervise

PEOPLE = ("王大娘", "孙干部", "李组长")
_LOOK_EVERY_SECONDS = 0.1


async def run(settings: Settings, environ: Mapping[str, str], stop: asyncio.Event, *, browser: bool) -> None:
    """Until `stop`. Prints where the phones are as soon as they answer, and opens them if `browser`."""
    async with asyncio.TaskGroup() as group:
        showing = group.create_task(_show(_chat_address(settings), browser=browser))
        await supervise(_programs(settings, environ), stop)
        showing.cancel()


def _programs(settings: Settings, environ: Mapping[str, str]) -> list[Program]:
    folder = settings.data_dir / "demo"
    chat = _chat_address(settings)
    ours = {
        "DATA_DIR": str(folder),
        "HOST": settings.host,
        "PORT": str(settings.port),
        "LOG_LEVEL": settings.log_level,
        "CHAT_HOST": settings.chat_host,
        "CHAT_PORT": str(settings.chat_port),
        "CHAT_PUBLIC_URL": chat,
        "CHAT_SHOWCASE": ",".join(PEOPLE),
        "API_BASE": chat,
        **_secrets(folder),
    }
    theirs = {name: value for name, value in environ.items() if not name.startswith(PREFIX)}
    whole = theirs | {PREFIX + name: value for name, value in ours.items()}
    command = (sys.executable, "-m", "bot")
    return [Program("chat server", (*command, "chatserver"), whole), Program("service", (*command, "run"), whole)]


def _secrets(folder: Path) -> dict[str, str]:
    """The demo's own token and password, made at its first start."""
    file = folder / "secrets.json"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        made = {"BOT_TOKEN": f"700000001:{secrets.token_urlsafe(26)}", "CHAT_ADMIN_TOKEN": secrets.token_urlsafe(26)}
        file.touch(mode=0o600)
        file.write_text(json.dumps(made), encoding="utf-8")
    try:
        kept: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise Problem(f"{file} is broken. Delete the folder {folder} to begin the demo anew.") from None
    return kept


def _chat_address(settings: Settings) -> str:
    return f"http://127.0.0.1:{settings.chat_port}"


async def _show(address: str, *, browser: bool) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        while not await _answers(http, address):  # noqa: ASYNC110 another process gives no event to wait for
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]回音[/] 打开看看 · open [bold cyan]{address}/[/]  (Ctrl-C 结束 · ends it)")
    if browser:
        await asyncio.to_thread(webbrowser.open, f"{address}/")


async def _answers(http: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await http.get(f"{address}/healthz")).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False
