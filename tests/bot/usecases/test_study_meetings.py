"""A study meeting on a lead's phone: what stands in its docket, what is decided, and who hears of it."""

from datetime import date

from sqlalchemy import select

from bot.rules.calendar import day_of
from bot.rules.lifecycle import Status
from bot.usecases.find_hot_matters import find_hot_matters
from bot.usecases.open_meeting import monthly_at, open_monthly_meetings
from storage.models import Appeal, Letter, StudyDecision, StudyItem, StudyMeeting
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai
from tests.bot.usecases.village import Village
from tests.handlers.scenes import MEDICINE, SHORTAGE, joined_together, told_by
from tests.handlers.study_scenes import deadline_asked, item_opened, measure_said, meeting_open
from tests.storage.county import AREA_LEAD, CADRE, CLERK, GUILAN, INSPECTOR, VILLAGE_LEAD, XIUYING


async def _appeal(village: Village) -> Appeal:
    query = select(Appeal).order_by(Appeal.id).limit(1).execution_options(populate_existing=True)
    return (await village.county.session.scalars(query)).one()


async def _decisions(village: Village) -> list[StudyDecision]:
    query = select(StudyDecision).order_by(StudyDecision.id).execution_options(populate_existing=True)
    return list(await village.county.session.scalars(query))


async def _decided(village: Village) -> None:
    """By the discipline unit, within a week."""
    await measure_said(village)
    await village.taps_last(VILLAGE_LEAD, "refer-to-unit")
    await village.taps_last(VILLAGE_LEAD, "study-due-days")


async def _items(village: Village) -> list[tuple[int | None, int | None, bool]]:
    """Of the newest meeting: appeal, issue, whether it came back."""
    newest = select(StudyMeeting.id).order_by(StudyMeeting.id.desc()).limit(1).scalar_subquery()
    query = select(StudyItem).where(StudyItem.meeting_id == newest).order_by(StudyItem.position)
    rows = await village.county.session.scalars(query)
    return [(item.appeal_id, item.issue_id, item.came_back_from_id is not None) for item in rows]


async def test_a_decision_refers_the_appeal_and_everybody_hears(village: Village) -> None:
    await _decided(village)
    appeal, (decision,) = await _appeal(village), await _decisions(village)
    assert (appeal.status, appeal.holder_official_id) == (Status.REFERRED, None)
    assert (decision.measure, decision.unit_id) == ("请水利站月底前清井", appeal.holder_unit_id)
    told = [letter for letter in await village.letters(GUILAN) if letter.wording == "study-decided"]
    assert [(letter.data["words"], letter.data["unit"]) for letter in told] == [("请水利站月底前清井", "纪委监察局")]
    for officer in (INSPECTOR, CLERK):
        assert await village.has_card(officer)
        task = await village.last(officer)
        assert (task.wording, task.data["due"], task.data["head"]) == ("study-task", told[0].data["due"], "none")


async def test_what_the_grid_does_itself_stays_in_its_hands(village: Village) -> None:
    await deadline_asked(village)
    before = (await _appeal(village)).holder_official_id
    await village.says(VILLAGE_LEAD, "下周五以前")
    appeal, (decision,) = await _appeal(village), await _decisions(village)
    assert (appeal.holder_official_id, decision.unit_id) == (before, None)
    assert decision.due_at
    assert day_of(decision.due_at).weekday() == 4
    (told,) = [letter for letter in await village.letters(GUILAN) if letter.wording == "study-decided"]
    assert (told.data["unit"], told.data["level"]) == ("none", "village")


async def test_what_is_not_understood_is_asked_again(village: Village) -> None:
    await deadline_asked(village)
    await village.says(VILLAGE_LEAD, "尽快吧")
    assert (await village.last(VILLAGE_LEAD)).wording == "not-understood"
    assert await _decisions(village) == []
    await village.says(VILLAGE_LEAD, "12月31日")
    assert len(await _decisions(village)) == 1


async def test_what_is_moved_up_climbs_and_stands_in_the_next_grids_docket(village: Village) -> None:
    await item_opened(village)
    await village.taps_last(VILLAGE_LEAD, "study-up")
    appeal = await _appeal(village)
    assert (appeal.level, appeal.status) == ("area", Status.ESCALATED)
    assert (await village.last(GUILAN)).wording == "study-moved-up"
    await village.says(AREA_LEAD, "研判会")
    assert await _items(village) == [(appeal.id, None, True)]


async def test_what_was_not_done_comes_back_and_what_was_answered_does_not(village: Village) -> None:
    await _decided(village)
    await village.taps_last(VILLAGE_LEAD, "study-look")
    await village.taps_last(VILLAGE_LEAD, "study-close")
    await village.says(VILLAGE_LEAD, "研判会")
    appeal = await _appeal(village)
    assert await _items(village) == [(appeal.id, None, True)]
    await village.taps_last(VILLAGE_LEAD, "study-close")
    await village.says(INSPECTOR, "井清好了", reply_to=await village.card(INSPECTOR, appeal))
    await village.taps_last(INSPECTOR, "outcome-solved")
    await village.says(VILLAGE_LEAD, "研判会")
    assert (await village.last(VILLAGE_LEAD)).wording == "study-nothing"
    assert [decision.finished_at is not None for decision in await _decisions(village)] == [True]


async def test_of_a_private_appeal_neither_docket_nor_minutes_tell_words(village: Village) -> None:
    appeal = await village.file(is_private=True)
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.says(VILLAGE_LEAD, "研判会")
    await village.taps_last(VILLAGE_LEAD, "study-item")
    opened = await village.last(VILLAGE_LEAD)
    assert (opened.data["title"], opened.data["reply"], opened.data["form"]) == ("none", "none", "private")
    await village.taps_last(VILLAGE_LEAD, "study-decide")
    await village.says(VILLAGE_LEAD, "请医生上门")
    await village.taps_last(VILLAGE_LEAD, "study-own")
    await village.taps_last(VILLAGE_LEAD, "study-due-days")
    await village.taps_last(VILLAGE_LEAD, "study-look")
    await village.taps_last(VILLAGE_LEAD, "study-close")
    (minutes,) = [letter for letter in await village.letters(VILLAGE_LEAD) if letter.wording == "study-minutes"]
    assert [line["wording"] for line in minutes.data["lines"]] == ["minute-private"]
    assert "医生" not in str(minutes.data)
    assert "瘫" not in str([letter.data for letter in await village.letters(VILLAGE_LEAD)])


async def test_whom_an_appeal_bars_does_not_find_it_in_the_docket(village: Village) -> None:
    """高's township has two leads, and the cadre is one of them."""
    appeal = await village.file()
    for who in (CADRE, VILLAGE_LEAD, AREA_LEAD):
        await village.taps(who, "escalate", appeal.id, (await _appeal(village)).epoch)
    assert (await _appeal(village)).level == "township"
    await village.says(CADRE, "研判会")
    assert await _items(village) == [(appeal.id, None, False)]
    await village.taps(GUILAN, "accuse_filed", appeal.id)
    await village.taps_last(CADRE, "study-item")
    assert "study-item-opened" not in await village.told(CADRE)
    await village.taps_last(CADRE, "study-close")
    await village.says(CADRE, "研判会")
    assert (await village.last(CADRE)).wording == "study-nothing"


async def test_every_household_of_a_common_issue_hears_of_one_decision(village: Village) -> None:
    await joined_together(village)
    await village.says(VILLAGE_LEAD, "研判会")
    ((alone, issue, _),) = await _items(village)
    assert (alone, issue is not None) == (None, True)
    await village.taps_last(VILLAGE_LEAD, "study-item")
    await village.taps_last(VILLAGE_LEAD, "study-decide")
    await village.says(VILLAGE_LEAD, "每月送两次药")
    await village.says(VILLAGE_LEAD, "纪委监察局")
    await village.taps_last(VILLAGE_LEAD, "study-due-days")
    for household in (GUILAN, XIUYING):
        told = [letter for letter in await village.letters(household) if letter.wording == "study-decided"]
        assert [letter.data["words"] for letter in told] == ["每月送两次药"]
    task = await village.last(INSPECTOR)
    assert (task.wording, task.data["number"], task.data["count"]) == ("study-task", "none", 2)


async def test_the_minutes_go_to_the_leads_in_the_dockets_order(village: Village) -> None:
    await _decided(village)
    await village.taps_last(VILLAGE_LEAD, "study-look")
    await village.taps_last(VILLAGE_LEAD, "study-close")
    query = select(Letter).where(Letter.wording == "study-minutes")
    (minutes,) = await village.county.session.scalars(query)
    (line,) = minutes.data["lines"]
    assert (minutes.chat_id, line["wording"], line["data"]["unit"]) == (VILLAGE_LEAD, "minute-decided", "纪委监察局")


async def test_the_clock_opens_each_grids_meeting_once_a_month(village: Village) -> None:
    appeal = await village.file()
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    begins = monthly_at(CALENDAR, POLICY.meetings, date(2026, 12, 1))
    assert begins == shanghai(date(2026, 12, 15), 9)
    before = begins - village.clock()
    await open_monthly_meetings(village.later(seconds=before.total_seconds() - 1))
    assert "study-begins" not in await village.told(VILLAGE_LEAD)
    await open_monthly_meetings(village.later(seconds=1))
    await open_monthly_meetings(village.later(seconds=10))
    assert (await village.told(VILLAGE_LEAD)).count("study-begins") == 1
    assert "study-begins" not in await village.told(AREA_LEAD)
    await village.taps_last(VILLAGE_LEAD, "study-look")
    assert (await village.last(VILLAGE_LEAD)).data["urgent"] == 1  # it is overdue by now


async def test_a_month_whose_day_is_free_begins_on_the_next_working_day() -> None:
    assert day_of(monthly_at(CALENDAR, POLICY.meetings, date(2026, 8, 3))) == date(2026, 8, 17)


async def test_a_docket_shows_eight_a_page(village: Village) -> None:
    for _ in range(8):
        appeal = await village.file()
        await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await meeting_open(village)
    labels = [button["label"] for button in await village.buttons(VILLAGE_LEAD)]
    assert labels == ["study-item"] * 8 + ["study-next-page", "desk-invite", "study-close"]
    await village.taps_last(VILLAGE_LEAD, "study-next-page")
    assert [button["label"] for button in await village.buttons(VILLAGE_LEAD)] == [
        "study-item",
        "desk-invite",
        "study-close",
    ]


async def test_what_grows_in_the_grids_villages_is_told_above_the_docket(village: Village) -> None:
    await told_by(village, GUILAN, MEDICINE)
    await told_by(village, XIUYING, SHORTAGE)
    await find_hot_matters(village.later(minutes=6))
    await meeting_open(village)
    (growing,) = [letter for letter in await village.letters(VILLAGE_LEAD) if letter.wording == "study-growing"]
    (matter,) = growing.data["matters"]
    assert matter["data"] == {"category": "卫生室与就医", "words": ["卫生室"], "households": 2}
