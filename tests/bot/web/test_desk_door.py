"""Who is let in to the desk, until when, and which forms are theirs."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select, update

from bot.delivery.notices import render_notice
from bot.delivery.wording import Wording
from bot.rules.calendar import day_of
from storage.models import Appeal, DeskVisit, GridLead, Letter, StudyDecision
from tests.bot.rules.calendars import POLICY
from tests.bot.web.desk import SITE, Desk, desk, meeting_of
from tests.storage.county import AREA_LEAD, GUILAN, VILLAGE_LEAD

__all__ = ["desk"]


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
    meeting = await meeting_of(desk, item)
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
