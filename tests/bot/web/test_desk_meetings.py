"""A study meeting that a lead runs at the desk."""

import io
import re
from datetime import timedelta

import pytest
from docx import Document
from sqlalchemy import select

from bot.rules.calendar import day_of
from bot.rules.lifecycle import Status
from storage.models import Appeal, Letter, StudyDecision, StudyItem
from tests.bot.web.desk import Desk, desk, meeting_of
from tests.handlers.scenes import joined_together
from tests.storage.county import AREA_LEAD, CADRE, GUILAN, VILLAGE_LEAD

__all__ = ["desk"]


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
    meeting = (await meeting_of(desk, item)).id
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
        {"lead": "9" * 30},
        {"measure": "井" * 1001},
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


async def test_of_a_private_appeal_the_desk_tells_number_category_and_day(desk: Desk) -> None:
    item = await desk.opened(VILLAGE_LEAD)
    async with desk.chat() as village:
        await village.taps(GUILAN, "make_private", (await village.county.session.scalars(select(Appeal.id))).one())
    meeting = await meeting_of(desk, item)
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
