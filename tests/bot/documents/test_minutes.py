"""Minutes as an office gets them: a Word document of what was decided."""

import io
from pathlib import Path

from docx import Document
from sqlalchemy import select

from bot.documents.minutes import sheet_of_minutes
from bot.documents.word import write_docx
from bot.usecases.find_minutes import find_minutes
from storage.barred import add_barred
from storage.models import Official, StudyMeeting, Unit
from tests.bot.huiyin import huiyin
from tests.bot.rules.calendars import POLICY
from tests.bot.usecases.conftest import settled, village
from tests.bot.usecases.village import Village
from tests.storage.county import AREA_LEAD, CADRE, MAYOR, OFFICE, VILLAGE_LEAD

__all__ = ["settled", "village"]


async def _rows(village: Village) -> list[list[str]]:
    """Of the table in the document of the newest meeting."""
    session = village.county.session
    newest = (await session.scalars(select(StudyMeeting.id).order_by(StudyMeeting.id.desc()).limit(1))).one()
    minutes = await find_minutes(session, POLICY, newest)
    assert minutes
    document = Document(io.BytesIO(write_docx(sheet_of_minutes(minutes))))
    assert "研判会纪要" in document.paragraphs[0].text
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


async def _decide(village: Village, who: int, measure: str, unit: str) -> None:
    await village.says(who, "研判会")
    await village.taps_last(who, "study-item")
    await village.taps_last(who, "study-decide")
    await village.says(who, measure)
    await village.taps_last(who, unit)
    await village.says(who, "12月31日")


async def test_a_decision_stands_in_the_document_with_unit_and_deadline(village: Village) -> None:
    appeal = await village.file()
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await _decide(village, VILLAGE_LEAD, "月底前 <b>清井</b>", "refer-to-unit")
    header, row = await _rows(village)
    assert header == ["序号", "议题", "措施", "责任单位", "期限"]
    assert row == ["1", "磨石沟-1 · 低保救助", "月底前 <b>清井</b>", "纪委监察局(牵头)", "12月31日以前"]


async def test_of_a_private_appeal_it_has_number_category_and_deadline_alone(village: Village) -> None:
    appeal = await village.file(is_private=True)
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await _decide(village, VILLAGE_LEAD, "请医生上门", "study-own")
    _, row = await _rows(village)
    assert row == ["1", "磨石沟-1 · 低保救助", "不公开", "", "12月31日以前"]


async def test_what_somebody_was_kept_from_later_is_not_on_paper_nor_missed(village: Village) -> None:
    first, second = await village.file(), await village.file()
    for appeal in (first, second):
        await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.says(VILLAGE_LEAD, "研判会")
    await add_barred(village.county.session, first, village.cast.officials[MAYOR], "accused", village.clock())
    _, row = await _rows(village)
    assert row[:2] == ["1", "磨石沟-2 · 低保救助"]


async def test_the_county_names_the_head_of_the_unit(village: Village) -> None:
    appeal = await village.file()
    for who in (CADRE, VILLAGE_LEAD, AREA_LEAD, MAYOR):
        await village.county.session.refresh(appeal)
        await village.taps(who, "escalate", appeal.id, appeal.epoch)
    head = await village.county.official(2010, "局长")
    await _sits_in_the_unit(village, head)
    await _decide(village, OFFICE, "清井", "refer-to-unit")
    _, row = await _rows(village)
    assert row[3] == "纪委监察局(牵头)\n第一责任人:干部2010"
    assert (await village.last(2010)).data["head"] == "干部2010"


async def _sits_in_the_unit(village: Village, official_id: int) -> None:
    session = village.county.session
    unit = (await session.scalars(select(Unit))).one()
    (await session.get_one(Official, official_id)).unit_id = unit.id
    await session.flush()


def test_a_meeting_that_is_not_there_is_said_to_be_none(tmp_path: Path) -> None:
    ended = huiyin("meetings", "minutes", "7", "-o", str(tmp_path / "m.docx"), folder=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.startswith("There is no study meeting 7.")
    assert not (tmp_path / "m.docx").exists()
