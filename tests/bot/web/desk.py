"""The desk on the web over HTTP, with the phones that open it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import httpx
import pytest
from sqlalchemy import func, select
from starlette.applications import Starlette

from bot.usecases.at_desk import DeskRules
from bot.web.desk.site import routes
from storage.engine import Database
from storage.models import DeskVisit, Letter, StudyDecision, StudyItem, StudyMeeting
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.usecases.village import Village
from tests.clock import Hands
from tests.storage.county import CADRE, settle

SITE = "https://huiyin.example.cn"


@dataclass
class Desk:
    database: Database
    web: httpx.AsyncClient
    village: Village

    @asynccontextmanager
    async def chat(self) -> AsyncIterator[Village]:
        """The phones, in one transaction."""
        async with self.database.write() as session:
            county = replace(self.village.county, session=session)
            yield replace(self.village, county=county)

    async def comes(self, user: int) -> None:
        """By the code that their phone gets."""
        async with self.chat() as village:
            await village.says(user, "工作台")
            code = (await village.last(user)).data["code"]
        self.web.cookies.clear()
        assert (await self.sends("enter", code=code)).status_code == 303

    async def sends(self, path: str, origin: str = SITE, **form: object) -> httpx.Response:
        return await self.web.post(f"/desk/{path}", data=form, headers={"Origin": origin})

    async def shows(self, path: str = "") -> str:
        return (await self.web.get(f"/desk{path}")).text

    async def opened(self, user: int) -> int:
        """The item of a meeting that they opened at the desk, of one appeal that was passed up."""
        async with self.chat() as village:
            appeal = await village.file()
            await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
        await self.comes(user)
        (grid,) = re.findall(r"/desk/grids/(\d+)/open", await self.shows())
        meeting = (await self.sends(f"grids/{grid}/open")).headers["Location"]
        (item,) = re.findall(r"/desk/items/(\d+)", (await self.web.get(meeting)).text)
        return int(item)

    async def count(self, table: type[StudyDecision | StudyMeeting | DeskVisit | Letter]) -> int:
        async with self.database.read() as session:
            return (await session.scalar(select(func.count()).select_from(table))) or 0


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    hands = Hands()
    async with database.write() as session:
        village = Village(*await settle(session, hands))
    site = Starlette(routes=routes(database, DeskRules(POLICY, CALENDAR), hands, SITE))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url=SITE) as web:
        yield Desk(database, web, village)


async def meeting_of(desk: Desk, item: int) -> StudyMeeting:
    async with desk.database.read() as session:
        query = select(StudyMeeting).join(StudyItem, StudyItem.meeting_id == StudyMeeting.id)
        return (await session.scalars(query.where(StudyItem.id == item))).one()
