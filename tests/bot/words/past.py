"""Past appeals in people's own words, some of them put right by somebody."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from sqlalchemy import select

from bot.rules.lifecycle import Action, Actor
from storage.engine import Database
from storage.models import Appeal, Grid, PieceKind
from storage.pieces import Belongs, Said, add_piece
from storage.standings import find_standing
from storage.steps import By, Step, record_step
from tests.clock import Hands
from tests.storage.cases import file
from tests.storage.county import BOT, GUILAN, Cast, County, settle

ODD = "嘎斗"  # a word that no dictionary knows
SAID = f"那个{ODD}又是那样,{ODD}要紧,王大爷让打13812345678"


@dataclass
class Past:
    county: County
    cast: Cast
    _ids: "count[int]" = field(default_factory=lambda: count(100))

    async def add(self, words: str, *corrected: str, household: int | None = None, **more: Any) -> Appeal:
        """`corrected`: what somebody said it is about, one after the other."""
        cast = self.cast if household is None else replace(self.cast, household=household)
        appeal = await file(self.county, cast, **more)
        account, now = await self.county.account(GUILAN), self.county.hands.now
        said = Said(BOT, GUILAN, next(self._ids), account, now, PieceKind.TEXT, text=words)
        await add_piece(self.county.session, said, Belongs(appeal_id=appeal.id))
        for category in corrected:
            standing = await find_standing(self.county.session, appeal)
            changed = {"from": appeal.category, "to": category}
            step = Step(Action.RECLASSIFY, By(Actor.AUTHOR, account), standing, data=changed)
            await record_step(self.county.session, appeal, step, now)
        return appeal

    async def households(self, number: int) -> list[int]:
        """So many more of them in the village."""
        village = (await self.county.session.scalars(select(Grid).filter_by(code="V"))).one()
        return [await self.county.household(f"h{one}", village, None) for one in range(number)]


def fill(url: str, work: Callable[[Past], Awaitable[None]]) -> None:
    """The work is committed."""

    async def run() -> None:
        database = Database(url)
        async with database.write() as session:
            await work(Past(*await settle(session, Hands())))
        await database.close()

    asyncio.run(run())
