"""Load: a number of calls, so many at a time, over kept-alive connections."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp

CONNECTIONS = 16


@dataclass(frozen=True)
class Figure:
    """`rate` a second; latencies in seconds. `of_calls` says that the rate counts calls, as the floor does."""

    name: str
    rate: float
    p50: float
    p95: float
    aim: int | None = None
    of_calls: bool = True


async def run_calls(
    name: str, calls: int, call: Callable[[aiohttp.ClientSession, int], Awaitable[None]], *, aim: int | None = None
) -> Figure:
    """Make the calls, CONNECTIONS at a time, after a tenth of them as a warm-up that does not count."""
    connector = aiohttp.TCPConnector(limit=CONNECTIONS)
    async with aiohttp.ClientSession(connector=connector) as session:
        await _spread(session, calls // 10, call)
        began = time.perf_counter()
        latencies = await _spread(session, calls, call)
        taken = time.perf_counter() - began
    latencies.sort()
    return Figure(name, calls / taken, latencies[calls // 2], latencies[calls * 95 // 100], aim)


async def _spread(
    session: aiohttp.ClientSession, calls: int, call: Callable[[aiohttp.ClientSession, int], Awaitable[None]]
) -> list[float]:
    numbers = iter(range(calls))
    latencies: list[float] = []

    async def work() -> None:
        for number in numbers:
            began = time.perf_counter()
            await call(session, number)
            latencies.append(time.perf_counter() - began)

    await asyncio.gather(*(work() for _ in range(CONNECTIONS)))
    return latencies
