"""Letters, a courier and the Bot API."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import select

from bot.delivery.courier import Courier
from bot.delivery.telegram_bot import courier_bot
from bot.lease import Lease
from storage.engine import Database
from storage.letters import Card, Notice, add_card, add_notice
from storage.models import Delivery, Letter
from tests.bot.rules.calendars import POLICY
from tests.bot_api import BOT_ID, TOKEN, BotApi
from tests.clock import Hands
from tests.storage.county import Cast, County, settle

GUILAN, SUN = 1001, 2001
BUSY = "这会儿系统有点忙,您的话已经记下了,不用再发。"


class Post:
    """`deliver` runs the courier until the Bot API has seen enough."""

    def __init__(self, api: BotApi, database: Database) -> None:
        self.api = api
        self.database = database
        self.hands = Hands()

    async def write(self, occasion: str, chat: int = GUILAN, wording: str = "busy", **data: Any) -> None:
        await self.add(Notice(BOT_ID, chat, wording, "zh-Hans", data, occasion))

    async def add(self, *letters: Notice | Card) -> None:
        async with self.database.write() as session:
            for letter in letters:
                if isinstance(letter, Card):
                    await add_card(session, letter, self.hands.now)
                else:
                    await add_notice(session, letter, self.hands.now)

    async def show(self, appeal_id: int, user_id: int = SUN) -> None:
        await self.add(Card(BOT_ID, user_id, user_id, appeal_id, "zh-Hans"))

    @asynccontextmanager
    async def county(self) -> AsyncIterator[tuple[County, Cast]]:
        """The county and its cast, committed at the end; called once."""
        async with self.database.write() as session:
            yield await settle(session, self.hands, BOT_ID)

    async def deliver(self, enough: Callable[[BotApi], object], by: Courier | None = None) -> None:
        stop = asyncio.Event()
        running = asyncio.create_task((by or self.courier()).run(stop))
        seen = asyncio.create_task(asyncio.to_thread(self.api.wait_until, enough))
        await asyncio.wait({running, seen}, return_when=asyncio.FIRST_COMPLETED)
        stop.set()
        self.database.letters.ring()
        await running
        await seen

    def courier(self) -> Courier:
        lease = Lease("courier", self.hands)
        return Courier(self.database, courier_bot(TOKEN, self.api.base), self.hands, POLICY, lease)

    async def calls(self, number: int, method: str = "sendMessage", by: Courier | None = None) -> None:
        """Deliver until that many calls of the method were made in all."""
        await self.deliver(lambda api: api.calls.count(method) >= number, by)

    def given(self, method: str) -> list[dict[str, str]]:
        return [given for called, given in zip(self.api.calls, self.api.given, strict=True) if called == method]

    async def letters(self) -> list[Letter]:
        async with self.database.read() as session:
            return list(await session.scalars(select(Letter).order_by(Letter.id)))

    async def deliveries(self) -> list[Delivery]:
        async with self.database.read() as session:
            return list(await session.scalars(select(Delivery).order_by(Delivery.id)))

    @property
    def texts(self) -> list[str]:
        return [sent["text"] for sent in self.api.sent]
