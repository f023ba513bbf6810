"""What the chat server does a second: calls of bots, messages of phones, updates handed out."""

import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

import aiohttp
import httpx

from tests.bench.load import Figure, run_calls
from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient
from tests.chatserver.process import ServerProcess

TEXT = "您好,收到了您的话。这是低保的事,交给孙干部办,下周三以前给您回音。"
CALLS = 2_000
UPDATES = 6_000
BATCH = 100
CARD = '{"inline_keyboard":[[{"text":"接手","callback_data":"accept:127"},{"text":"更多","callback_data":"more:127"}]]}'


async def measure(directory: Path) -> list[Figure]:
    """The floor first, then the chat server's own figures."""
    with floor() as url:
        figures = [await run_calls("bare echo handler (the floor)", CALLS, _poster(url, {"text": TEXT}))]
    server = ServerProcess(directory)
    server.start()
    try:
        async with cast(server) as (bot, phone):
            figures += await _calls(server, bot, phone)
            figures.append(await _hand_out(server, bot, phone))
    finally:
        server.stop()
    return figures


async def _calls(server: ServerProcess, bot: BotClient, phone: PhoneClient) -> list[Figure]:
    base = f"{server.url}/bot{bot.token}"
    text = {"chat_id": str(phone.id), "text": TEXT}
    return [
        await run_calls("getMe", CALLS, _poster(f"{base}/getMe", {})),
        await run_calls("sendMessage", CALLS, _poster(f"{base}/sendMessage", text), aim=300),
        await run_calls(
            "sendMessage with HTML and buttons",
            CALLS,
            _poster(f"{base}/sendMessage", text | {"parse_mode": "HTML", "reply_markup": CARD}),
        ),
    ]


async def _hand_out(server: ServerProcess, bot: BotClient, phone: PhoneClient) -> Figure:
    """Updates handed out by getUpdates in batches, each batch confirmed by the next call."""
    chat = await phone.start(bot)
    messages = f"{server.url}/phone/{phone.phone}/chats/{chat}/messages"

    async def say(session: aiohttp.ClientSession, number: int) -> None:
        async with session.post(messages, json={"text": f"{number} {TEXT}"}, headers=phone.headers) as answer:
            answer.raise_for_status()

    await run_calls("a phone's message", UPDATES, say)
    waiting = (await bot.call("getWebhookInfo"))["pending_update_count"]
    offset, batches, began = 0, [], time.perf_counter()
    async with aiohttp.ClientSession() as session:
        while updates := await _batch(session, server, bot, offset):
            offset = updates[-1]["update_id"] + 1
            batches.append(time.perf_counter())
    taken = batches[-1] - began
    latencies = sorted(after - before for before, after in zip([began, *batches], batches, strict=False))
    name = f"updates handed out by getUpdates, {BATCH} a batch"
    return Figure(name, waiting / taken, latencies[len(latencies) // 2], latencies[-1], aim=1_000, of_calls=False)


async def _batch(session: aiohttp.ClientSession, server: ServerProcess, bot: BotClient, offset: int) -> list[Json]:
    arguments = {"offset": str(offset), "limit": str(BATCH)}
    async with session.post(f"{server.url}/bot{bot.token}/getUpdates", data=arguments) as answer:
        updates: list[Json] = (await answer.json())["result"]
        return updates


def _poster(url: str, form: dict[str, str]) -> Callable[[aiohttp.ClientSession, int], Awaitable[None]]:
    async def post(session: aiohttp.ClientSession, _number: int) -> None:
        async with session.post(url, data=form) as answer:
            answer.raise_for_status()
            await answer.read()

    return post


@asynccontextmanager
async def cast(server: ServerProcess) -> AsyncIterator[tuple[BotClient, PhoneClient]]:
    """A bot and a villager who has started it."""
    async with AsyncExitStack() as stack, httpx.AsyncClient(base_url=server.url, trust_env=False) as http:
        operator = Operator(http, stack)
        bot = await operator.add_bot("回音", "bench_bot")
        phone = await operator.add_person("王大娘")
        await phone.start(bot)
        yield bot, phone


@contextmanager
def floor() -> Iterator[str]:
    """The bare handler in a process of its own; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen((sys.executable, "-m", "tests.bench.floor", str(port)))
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}/echo"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the floor did not start")
