"""The desk on the web over HTTP: a lead comes in from the phone, and runs the study meeting there."""

import io
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import httpx
import pytest
from docx import Document
from sqlalchemy import func, select, update
from starlette.applications import Starlette

from bot.delivery.notices import render_notice
from bot.delivery.wording import Wording
from bot.rules.calendar import day_of
from bot.rules.lifecycle import Status
from bot.usecases.at_desk import DeskRules
from bot.web.desk.site import routes
from storage.engine import Database
from storage.models import Appeal, DeskVisit, GridLead, Letter, StudyDecision, StudyItem, StudyMeeting
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.usecases.village import Village
from tests.clock import Hands
from tests.handlers.scenes import joined_together
from tests.storage.county import AREA_LEAD, CADRE, GUILAN, VILLAGE_LEAD, settle

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


async def test_a_code_from_the_phone_opens_the_desk_once(desk: Desk) -> None:
    async with desk.chat() as village:
        await village.says(VILLAGE_LEAD, "工作台")
        letter = await village.last(VILLAGE_LEAD)
    assert (letter.wording, letter.data["minutes"]) == ("desk-invited", 10)
    assert "口令" in await desk.shows()
    entered = await desk.sends("enter", code=f" {letter.data['code'].upper()} ")
    assert "HttpOnly" in entered.headers["Set-Cookie"]
    assert "SameSite=strict" in entered.headers["Set-Cookie"]
    assert "Secure" in entered.headers["Set-Cookie"]
    assert "磨石沟" in await desk.shows()
    desk.web.cookies.clear()
    again = await desk.sends("enter", code=letter.data["code"])
    assert (again.status_code, "不对,或者用过、过期了" in again.text) == (403, True)


async def test_the_letter_with_the_code_says_where_to_go(desk: Desk) -> None:
    async with desk.chat() as village:
        await village.says(VILLAGE_LEAD, "工作台")
        await replace(village, site=SITE).says(VILLAGE_LEAD, "工作台")
        today, wording = day_of(village.clock()), Wording()
        told = [render_notice(wording, letter, today)["parts"][0] for letter in await village.letters(VILLAGE_LEAD)]
    assert "回音的网站,点“组长开研判会”" in told[0]
    assert f"在电脑上打开 {SITE}/desk,填这个口令" in told[1]


async def test_a_code_is_over_after_its_minutes_and_a_newer_one_takes_its_place(desk: Desk) -> None:
    async with desk.chat() as village:
        await village.says(VILLAGE_LEAD, "工作台")
        await village.says(VILLAGE_LEAD, "工作台")
        first, second = [letter.data["code"] for letter in await village.letters(VILLAGE_LEAD)]
    assert (await desk.sends("enter", code=first)).status_code == 403
    desk.village.county.hands.move(timedelta(minutes=10))
    assert (await desk.sends("enter", code=second)).status_code == 403
    assert await desk.count(DeskVisit) == 1


async def test_whoever_leads_nothing_gets_no_code(desk: Desk) -> None:
    async with desk.chat() as village:
        await village.taps(GUILAN, "desk_invite", 0)
        await village.says(GUILAN, "工作台")
        assert "desk-invited" not in await village.told(GUILAN)
    assert await desk.count(DeskVisit) == 0


async def test_a_visit_ends_by_itself_by_leaving_and_with_the_office(desk: Desk) -> None:
    await desk.comes(VILLAGE_LEAD)
    desk.village.county.hands.move(POLICY.desk.visit)
    assert "口令" in await desk.shows()
    await desk.comes(VILLAGE_LEAD)
    await desk.sends("leave")
    assert "口令" in await desk.shows()
    await desk.comes(VILLAGE_LEAD)
    assert "磨石沟" in await desk.shows()
    async with desk.database.write() as session:
        await session.execute(update(GridLead).values(until=desk.village.clock()))
    assert "口令" in await desk.shows()


async def test_what_is_decided_at_the_desk_is_heard_by_the_household_and_the_unit(desk: Desk) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    page = await desk.shows(f"/items/{item}")
    assert "瘫床上" in page
    (unit,) = re.findall(r'<option value="(\d+)">纪委监察局', page)
    day = (day_of(desk.village.clock()) + timedelta(days=9)).isoformat()
    decided = await desk.sends(f"items/{item}/decide", measure="请水利站月底前清井", lead=unit, day=day)
    assert decided.headers["Location"].startswith("/desk/meetings/")
    assert f"定了,{day} 以前办好" in (await desk.web.get(decided.headers["Location"])).text
    async with desk.chat() as village:
        (told,) = [letter for letter in await village.letters(GUILAN) if letter.wording == "study-decided"]
        assert (told.data["words"], told.data["unit"]) == ("请水利站月底前清井", "纪委监察局")
        assert "study-decided-noted" not in await village.told(VILLAGE_LEAD), "the page tells it"
        assert (await village.county.session.scalars(select(Appeal.status))).one() == Status.REFERRED


async def test_passed_up_and_put_off_at_the_desk_as_on_the_phone(desk: Desk) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    await desk.sends(f"items/{item}/skip")
    assert "这回不议" in await desk.shows(f"/items/{item}")
    await desk.sends(f"items/{item}/up")
    async with desk.chat() as village:
        assert (await village.county.session.scalars(select(Appeal.level))).one() == "area"
        assert (await village.last(GUILAN)).wording == "study-moved-up"


async def test_after_the_meeting_its_leads_have_the_minutes_and_the_desk_prints_them(desk: Desk) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    await desk.sends(f"items/{item}/up")
    meeting = (await _meeting_of(desk, item)).id
    unfinished = await desk.web.get(f"/desk/meetings/{meeting}/minutes.docx")
    assert unfinished.status_code == 403
    await desk.sends(f"meetings/{meeting}/close")
    async with desk.chat() as village:
        assert "study-minutes" in await village.told(VILLAGE_LEAD)
    assert "磨石沟 第1号" in await desk.shows()
    document = Document(io.BytesIO((await desk.web.get(f"/desk/meetings/{meeting}/minutes.docx")).content))
    assert "磨石沟" in document.tables[0].rows[1].cells[1].text
    printed = await desk.web.get(f"/desk/meetings/{meeting}/minutes.pdf")
    assert printed.content.startswith(b"%PDF")
    assert (await desk.web.get(f"/desk/meetings/{meeting}/minutes.exe")).status_code == 403


@pytest.mark.parametrize(
    "bad",
    [
        {"measure": "  "},
        {"day": "2026-11-22"},
        {"day": "2027-11-25"},
        {"day": "下周五"},
        {"lead": "", "helpers": "1"},
        {"lead": "x"},
        {"lead": "987654"},
    ],
)
async def test_what_cannot_be_decided_changes_nothing(desk: Desk, bad: dict[str, str]) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    before = await desk.count(Letter)
    good = {"measure": "清井", "lead": "", "day": "2026-12-15"}
    refused = await desk.sends(f"items/{item}/decide", **good | bad)
    assert (refused.status_code, "什么也没有改" in refused.text) == (403, True)
    assert (await desk.count(StudyDecision), await desk.count(Letter)) == (0, before)
    assert (await desk.sends(f"items/{item}/decide", **good)).status_code == 303
    assert (await desk.sends(f"items/{item}/decide", **good)).status_code == 403, "it was decided before"


async def test_a_form_of_another_site_does_nothing(desk: Desk) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    for origin in ("https://evil.example", "null", ""):
        assert (await desk.sends(f"items/{item}/up", origin)).status_code == 403
        assert (await desk.sends("enter", origin, code="k7mq3xpa")).status_code == 403
    async with desk.chat() as village:
        assert (await village.county.session.scalars(select(Appeal.level))).one() == "village"


async def test_more_than_a_form_holds_is_not_read(desk: Desk) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    for path in (f"items/{item}/decide", "enter"):
        refused = await desk.sends(path, measure="井" * 3000, code="k7mq3xpa", day="2026-12-15")
        assert (refused.status_code, "写得太长了" in refused.text) == (403, True)
    assert await desk.count(StudyDecision) == 0


async def test_nobody_reaches_a_meeting_of_another_grid(desk: Desk) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    meeting = await _meeting_of(desk, item)
    pages = (f"/items/{item}", f"/meetings/{meeting.id}", f"/meetings/{meeting.id}/minutes.docx")
    acts = [f"items/{item}/{act}" for act in ("decide", "up", "skip")]
    acts += [f"meetings/{meeting.id}/close", f"grids/{meeting.grid_id}/open", f"items/{'9' * 30}/up"]
    before = await desk.count(Letter)
    await desk.comes(AREA_LEAD)
    for page in pages:
        assert (await desk.web.get(f"/desk{page}")).status_code == 403
    for act in acts:
        assert (await desk.sends(act, measure="清井", day="2026-12-15")).status_code == 403
    desk.web.cookies.clear()
    for page in pages:
        assert "口令" in await desk.shows(page)
    for act in acts:
        assert (await desk.sends(act, measure="清井", day="2026-12-15")).headers["Location"] == "/desk"
    assert (await desk.count(Letter), await desk.count(StudyDecision)) == (before + 1, 0), "the code alone"


async def test_of_a_private_appeal_the_desk_tells_number_category_and_day(desk: Desk) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    async with desk.chat() as village:
        await village.taps(GUILAN, "make_private", (await village.county.session.scalars(select(Appeal.id))).one())
    meeting = await _meeting_of(desk, item)
    await desk.sends(f"items/{item}/decide", measure="请医生上门", lead="", day="2026-12-15")
    for page in (f"/items/{item}", f"/meetings/{meeting.id}"):
        shown = await desk.shows(page)
        assert "磨石沟-1 · 低保救助 · 不公开" in shown
        assert "瘫" not in shown
        assert "医生" not in shown


async def test_whom_an_appeal_bars_finds_it_neither_in_the_docket_nor_by_its_address(desk: Desk) -> None:
    """The cadre leads the township, too."""
    async with desk.chat() as village:
        appeal = await village.file()
        for who in (CADRE, VILLAGE_LEAD, AREA_LEAD):
            await village.status(appeal)
            await village.taps(who, "escalate", appeal.id, appeal.epoch)
        await village.says(CADRE, "研判会")
        item = (await village.county.session.scalars(select(StudyItem))).one()
        await village.taps(GUILAN, "accuse_filed", appeal.id)
    await desk.comes(CADRE)
    assert "瘫" not in await desk.shows(f"/meetings/{item.meeting_id}")
    assert f"/desk/items/{item.id}" not in await desk.shows(f"/meetings/{item.meeting_id}")
    refused = await desk.web.get(f"/desk/items/{item.id}")
    assert (refused.status_code, "瘫" in refused.text) == (403, False)


async def test_of_a_common_issue_the_desk_names_the_appeals_that_the_lead_may_know_of(desk: Desk) -> None:
    """The other one is with the cadre still."""
    async with desk.chat() as village:
        await joined_together(village)
        first = (await village.county.session.scalars(select(Appeal).order_by(Appeal.id))).first()
        assert first
        await village.taps(CADRE, "escalate", first.id, first.epoch)
        await village.says(VILLAGE_LEAD, "研判会")
        item = (await village.county.session.scalars(select(StudyItem))).one()
    await desk.comes(VILLAGE_LEAD)
    page = await desk.shows(f"/items/{item.id}")
    assert "共性问题 · 卫生室与就医 · 2户" in page
    assert "磨石沟-1" in page
    assert "磨石沟-2" not in page


async def _meeting_of(desk: Desk, item: int) -> StudyMeeting:
    async with desk.database.read() as session:
        query = select(StudyMeeting).join(StudyItem, StudyItem.meeting_id == StudyMeeting.id)
        return (await session.scalars(query.where(StudyItem.id == item))).one()
