"""The demo's own program: keeps the other two running, and guides whoever watches."""

import asyncio
import socket
import webbrowser
from collections.abc import Mapping

from rich.console import Console

from bot.demo import wall
from bot.demo.programs import environ_of, programs, settings_of
from bot.demo.stories import Cast, read_cast
from bot.demo.waiting import until_it_answers
from bot.listening import listen
from bot.settings import Settings
from bot.supervisor import supervise

_HERE = "127.0.0.1"
_ANY_FREE_PORT = 0


async def run(settings: Settings, environ: Mapping[str, str], stop: asyncio.Event, *, browser: bool) -> None:
    """Until `stop`. Prints where the phones are as soon as they answer, and opens them if `browser`."""
    cast = read_cast()
    with listen(_HERE, _ANY_FREE_PORT) as listening:
        shown = {
            "CHAT_SHOWCASE": ",".join(f"{name} {who}" for name, who in cast.shown.items()),
            "CHAT_BESIDE": f"{wall.TITLE} http://{_HERE}:{settings.port}{wall.ADDRESS}",
            "CHAT_GUIDE": f"http://{_HERE}:{listening.getsockname()[1]}",
        }
        ours = environ_of(settings, shown)
        async with asyncio.TaskGroup() as group:
            guiding = group.create_task(_guide(settings_of(ours), cast, listening, stop, browser=browser))
            await supervise(programs(ours, environ), stop)
            guiding.cancel()


async def _guide(
    settings: Settings, cast: Cast, listening: socket.socket, stop: asyncio.Event, *, browser: bool
) -> None:
    """Nothing heavy is imported before the phones answer: they come first."""
    await until_it_answers(settings.api_base)
    await _show(f"{settings.api_base}/", browser=browser)
    from bot.demo import page
    from bot.demo.guide import Guide
    from bot.web.server import serve

    guide = Guide(settings, cast)
    opening = asyncio.create_task(guide.open())
    try:
        await serve(page.application(guide), listening, stop)
    finally:
        opening.cancel()


async def _show(address: str, *, browser: bool) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]回音[/] 打开看看 · open [bold cyan]{address}[/]  (Ctrl-C 结束 · ends it)")
    if browser:
        await asyncio.to_thread(webbrowser.open, address)
