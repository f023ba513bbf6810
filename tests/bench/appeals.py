"""How many appeals a second the service takes in: from a villager's first words to the receipt on their phone and the
card on the official's, over the chat server, each of the two programs a process of its own.

The load is open: appeals are told at their intended moments, however long those before them take, and latencies are
counted from there. A villager taps 交上去 as soon as the draft's card is there. The chat server's budgets are off, and
the official's card leaves at once instead of after the policy's minute.
"""

import asyncio
import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from tests import database as databases
from tests.bench.dispatch import measure_floor
from tests.bench.load import Figure
from tests.chaos.run import SAID
from tests.crowd.lives import Parent
from tests.crowd.people import Person
from tests.crowd.telling import Teller
from tests.crowd.village import village

_AIM, _LEAST = 40, 20  # appeals a second
_SECONDS = 10
_WARM_UP = 20
_CARD = re.compile(r"(\S+)-(\d+) · ")


@dataclass(frozen=True)
class Load:
    """`offered` and `taken` are a second; latencies in seconds, sorted."""

    engine: str
    offered: int
    taken: float
    receipts: Sequence[float]
    cards: Sequence[float]


async def measure(parent: Parent, engine: str, folder: Path) -> tuple[Figure, list[Load]]:
    """The floor, and the service under the least load and under the one that is aimed at."""
    rates = (_LEAST, _AIM)
    with databases.fresh(engine, folder) as url:
        floor = await measure_floor(f"aiogram and one commit, {engine}", url)
    with databases.fresh(engine, folder) as url:
        async with village(parent, url, folder, _WARM_UP + sum(rates) * _SECONDS) as here:
            tellers = [Teller(person, here.people.bot) for person in here.people.villagers]
            await asyncio.gather(*(teller.listen() for teller in tellers))
            await here.lives.start()
            await here.lives.until_it_answers()
            shown = _Shown()
            watching = [asyncio.create_task(shown.watch(official)) for official in here.people.officials.values()]
            crowd = iter(tellers)
            await _load(engine, _WARM_UP, [next(crowd) for _ in range(_WARM_UP)], shown)
            loads = [await _load(engine, rate, [next(crowd) for _ in range(rate * _SECONDS)], shown) for rate in rates]
            for task in watching:
                task.cancel()
            await here.lives.stop()
    return floor, loads


async def _load(engine: str, rate: int, tellers: Sequence[Teller], shown: "_Shown") -> Load:
    began = time.perf_counter()

    async def one(number: int, teller: Teller) -> tuple[float, float]:
        intended = began + number / rate
        await asyncio.sleep(intended - time.perf_counter())
        told = await teller.tell(SAID[number % len(SAID)])
        return told - intended, await shown.card(teller.numbers[-1]) - intended

    both = await asyncio.gather(*(one(number, teller) for number, teller in enumerate(tellers)))
    taken = len(tellers) / (time.perf_counter() - began)
    return Load(engine, rate, taken, *(sorted(latencies) for latencies in zip(*both, strict=True)))


class _Shown:
    """When each appeal's first card reached an official's phone."""

    def __init__(self) -> None:
        self._at: dict[str, asyncio.Future[float]] = {}

    async def watch(self, official: Person) -> None:
        socket = await official.phone.connect()
        while True:
            event = json.loads(await socket.recv())
            card = _CARD.search(event.get("message", {}).get("text", "")) if event["kind"] == "message" else None
            if card:
                self._first(f"县-{card[2]}" if card[1] == "县" else f"{card[2]}号", time.perf_counter())

    async def card(self, number: str) -> float:
        return await self._of(number)

    def _first(self, number: str, at: float) -> None:
        if not self._of(number).done():
            self._of(number).set_result(at)

    def _of(self, number: str) -> "asyncio.Future[float]":
        return self._at.setdefault(number, asyncio.get_running_loop().create_future())


def table(measured: Sequence[tuple[Figure, list[Load]]]) -> Table:
    title = "Appeals taken in, budgets off, cards without the minute's wait; ms from the intended arrival"
    shown = Table(title=title)
    for column in ("what", "offered a second", "taken in a second", "receipt p50", "receipt p95", "card p95", "aim"):
        shown.add_column(column, justify="left" if column == "what" else "right")
    for floor, loads in measured:
        shown.add_row(
            f"{floor.name} (the floor)", "", f"{floor.rate:,.0f}", f"{floor.p50 * 1000:.1f}", f"{floor.p95 * 1000:.1f}"
        )
        for load in loads:
            figures = (_ms(load.receipts, 50), _ms(load.receipts, 95), _ms(load.cards, 95))
            aim = f"{_AIM} a second" if load.offered == _AIM else "receipt p95 ≤ 1,000"
            shown.add_row(load.engine, f"{load.offered}", f"{load.taken:.1f}", *figures, aim)
    return shown


def _ms(latencies: Sequence[float], percent: int) -> str:
    return f"{latencies[len(latencies) * percent // 100] * 1000:,.0f}"
