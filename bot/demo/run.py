"""The demo's own program: keeps the other two running, and guides whoever watches."""

import asyncio
import webbrowser
from collections.abc import Mapping

from rich.console import Console

from bot.demo import page, wall
from bot.demo.guide import WALL_TITLE, Guide
from bot.demo.programs import environ_of, programs, settings_of
from bot.demo.stories import read_cast
from bot.demo.waiting import until_it_answers
from bot.listening import listen
from bot.settings import Settings
from bot.supervisor import supervise
from bot.web.server import serve

_HERE = "127.0.0.1"
_ANY_FREE_PORT = 0


async def run(settings: Settings, environ: Mapping[str, str], stop: asyncio.Event, *, browser: bool) -> None:
    """Until `stop`. Prints where the phones are as soon as they answer, and opens them if `browser`."""
    with listen(_HERE, _ANY_FREE_PORT) as listening:
        ours = environ_of(
            settings,
            {
                "CHAT_SHOWCASE": ",".join(f"{name} {who}" for name, who in read_cast().shown.items()),
                "CHAT_BESIDE": f"{WALL_TITLE} http://{_HERE}:{settings.port}{wall.ADDRESS}",
                "CHAT_GUIDE": f"http://{_HERE}:{listening.getsockname()[1]}",
            },
        )
        guide = Guide(settings_of(ours))
        async with asyncio.TaskGroup() as group:
            helpers = [
                group.create_task(_show(f"http://{_HERE}:{settings.chat_port}", browser=browser)),
                group.create_task(guide.open()),
            ]
            group.create_task(serve(page.application(guide), listening, stop))
            await supervise(programs(ours, environ), stop)
            for helper in helpers:
                helper.cancel()


async def _show(address: str, *, browser: bool) -> None:
    await until_it_answers(address)
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]回音[/] 打开看看 · open [bold cyan]{address}/[/]  (Ctrl-C 结束 · ends it)")
    if browser:
        await asyncio.to_thread(webbrowser.open, f"{address}/")
