"""The cadre of 磨石沟 is also the secretary of its township, as in the report. A complaint about him goes its whole
way; whatever was written to him, all that he can open, and every list and paper is searched for it."""

import io
from contextlib import suppress

import pytest
from docx import Document
from sqlalchemy import select
from starlette.requests import Request

from bot.documents.minutes import sheet_of_minutes
from bot.documents.word import write_docx
from bot.rules.errors import NotYours, Refusal
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Status
from bot.rules.people import DEFAULT_LANGUAGE, Person
from bot.usecases.at_desk import AtDesk
from bot.usecases.find_minutes import find_minutes
from bot.usecases.send_digests import send_digests
from bot.usecases.sweep import sweep
from bot.web.desk import pages
from storage.access import access_appeal
from storage.models import Appeal, Letter, StudyMeeting
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.usecases.village import Village
from tests.handlers.button_table import ALL_VERBS
from tests.storage.county import BOT, CADRE, GUILAN, INSPECTOR, MAYOR, OFFICE

pytestmark = pytest.mark.long

SECRET, NUMBER = "蓝鸢尾八五二", "县-1"
COMPLAINT = f"孙干部收了俺家二百块钱,水井还是没给修,{SECRET}"


async def test_a_complaint_is_nothing_to_the_one_it_is_about_whatever_posts_he_holds(village: Village) -> None:
    for absent in (MAYOR, OFFICE, INSPECTOR):
        await village.county.away(village.cast.officials[absent], village.cast.officials[CADRE])
    appeal = await _complained(village)
    await _tries_everything(village, appeal)
    await _answered_by_the_inspector(village, appeal)
    await _tries_everything(village, appeal)
    await _decided_by_the_county(village, appeal)
    await _forwarded(village, appeal)
    await _tries_everything(village, appeal)
    await _days_go_by(village)
    assert SECRET in await _written_to(village, OFFICE)  # or the search would prove nothing
    assert NUMBER in (await village.sees(MAYOR, appeal))["parts"][0]
    assert NUMBER in await _desk_of(village, OFFICE)
    for trace in (SECRET, NUMBER, "二百块"):
        assert trace not in await _written_to(village, CADRE)
        assert trace not in await _papers(village)
        assert trace not in await _desk_of(village, CADRE)
    with pytest.raises(NotYours):
        await access_appeal(village.county.session, await village.county.viewer(CADRE), appeal.id)


async def _complained(village: Village) -> Appeal:
    """As it is filed where it is about the own cadre: with the discipline unit, and known to the township's head."""
    cast = village.cast.officials
    inspectors = Holder(Level.TOWNSHIP, unit="JW")
    return await village.file("water", COMPLAINT, holder=inspectors, barred=[cast[CADRE]], told=[cast[MAYOR]])


async def _answered_by_the_inspector(village: Village, appeal: Appeal) -> None:
    """With a promise before; the author is not content."""
    await village.taps(INSPECTOR, "accept", appeal.id, appeal.epoch)
    await village.status(appeal)
    await village.taps(INSPECTOR, "commit", appeal.id, appeal.epoch)
    await village.taps_last(INSPECTOR, "commit-days")
    await village.taps_last(INSPECTOR, "commit-bare")
    await village.says(INSPECTOR, f"查过了,没有凭据 {SECRET}", reply_to=await village.card(INSPECTOR, appeal))
    await village.taps_last(INSPECTOR, "outcome-solved")
    await village.taps_last(GUILAN, "verdict-not-solved")
    assert (await village.status(appeal), appeal.level) == (Status.ESCALATED, Level.COUNTY)


async def _decided_by_the_county(village: Village, appeal: Appeal) -> None:
    """In its own study meeting, which he could attend for the head of the office."""
    await village.taps(OFFICE, "open", appeal.id)
    await village.says(OFFICE, "研判会")
    await village.taps_last(OFFICE, "study-item")
    await village.taps_last(OFFICE, "study-decide")
    await village.says(OFFICE, f"再查一遍 {SECRET}")
    await village.taps_last(OFFICE, "study-own")
    await village.says(OFFICE, "12月31日")
    await village.taps_last(OFFICE, "study-close")


async def _forwarded(village: Village, appeal: Appeal) -> None:
    await village.status(appeal)
    await village.taps(OFFICE, "forward_up", appeal.id, appeal.epoch)
    await village.says(OFFICE, f"请上级查 {SECRET}")
    assert await village.status(appeal) is Status.FORWARDED


async def _tries_everything(village: Village, appeal: Appeal) -> None:
    """Every button with every small number, and all that he can ask for in words."""
    for verb in ALL_VERBS:
        for row in range(1, 4):
            await village.taps(CADRE, verb, row, appeal.epoch)
    for words in ("/inbox", "研判会", "/handover", "/deputy", NUMBER, "这件怎么样了"):
        await village.says(CADRE, words)


async def _days_go_by(village: Village) -> None:
    """Overdue, with calls and digests."""
    for _ in range(3):
        later = village.later(days=20)
        await sweep(later)
        await send_digests(later)


async def _written_to(village: Village, user: int) -> str:
    """What any letter to them holds, before and after it is written out."""
    letters = await village.county.session.scalars(select(Letter).where(Letter.chat_id == user))
    return "\n".join(f"{letter.wording} {letter.data} {letter.buttons} {letter.rendered}" for letter in letters)


async def _desk_of(village: Village, user: int) -> str:
    """Every page of the desk on the web, of every row that there may be."""
    who = Person(BOT, user, user, "", DEFAULT_LANGUAGE)
    turn = AtDesk(village.county.session, village.clock(), "desk", who=who, policy=POLICY, calendar=CALENDAR)
    shown = []
    for page in (pages.home, pages.meeting, pages.item):
        for row in range(1, 6):
            scope = {"type": "http", "query_string": b"", "path_params": {"meeting": str(row), "item": str(row)}}
            with suppress(Refusal):
                shown.append(bytes((await page(turn, Request(scope))).body).decode())
    return "\n".join(shown)


async def _papers(village: Village) -> str:
    """The minutes of all meetings."""
    session = village.county.session
    meetings = (await session.scalars(select(StudyMeeting.id))).all()
    assert meetings
    found = [await find_minutes(session, village.policy, meeting) for meeting in meetings]
    sheets = [sheet_of_minutes(minutes) for minutes in found if minutes]
    documents = [Document(io.BytesIO(write_docx(sheet))) for sheet in sheets]
    return "\n".join(cell.text for one in documents for row in one.tables[0].rows for cell in row.cells)
