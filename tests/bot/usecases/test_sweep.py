"""The clock takes what has come due: whoever has it is called, it climbs, and the household hears of it."""

from datetime import datetime

import pytest
from sqlalchemy import select, update

from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status
from bot.usecases.sweep import sweep
from storage.barred import add_barred
from storage.models import Appeal, AppealBarred, AppealEvent
from tests.bot.usecases.village import Village
from tests.storage.county import AREA_LEAD, CADRE, GUILAN, OFFICE, VILLAGE_LEAD


async def _strokes(village: Village, appeal: Appeal) -> list[str]:
    query = select(AppealEvent.action).where(AppealEvent.appeal_id == appeal.id, AppealEvent.is_told.is_(False))
    return list(await village.county.session.scalars(query.order_by(AppealEvent.id)))


async def _sweep_at(village: Village, moment: datetime | None) -> None:
    assert moment is not None
    more = await sweep(village.later(seconds=(moment - village.clock()).total_seconds()))
    assert not more


async def _look(village: Village, appeal: Appeal) -> datetime:
    await village.county.session.refresh(appeal)
    assert appeal.look_at is not None
    return appeal.look_at


async def test_before_anything_comes_due_nothing_is_done(village: Village) -> None:
    appeal = await village.file()
    await sweep(village.later(hours=23))
    assert await _strokes(village, appeal) == [Action.FILE]
    assert await village.told(CADRE) == []


async def test_not_accepted_then_a_yellow_card_then_red_and_up_to_the_village_lead(village: Village) -> None:
    appeal = await village.file()
    for _ in range(3):
        await _sweep_at(village, await _look(village, appeal))
    assert await village.told(CADRE) == ["call-unaccepted", "call-yellow", "call-climbed"]
    assert (await village.last(CADRE)).data["numbers"] == ["磨石沟-1"]
    assert (appeal.status, appeal.level) == (Status.ESCALATED, Level.VILLAGE)
    assert appeal.holder_official_id == village.cast.officials[VILLAGE_LEAD]
    assert await village.has_card(VILLAGE_LEAD)
    assert await village.told(GUILAN) == ["climbed"]
    assert await _strokes(village, appeal) == [Action.FILE, Action.REMIND, Action.REMIND, Action.ESCALATE]


async def test_a_call_can_be_answered_by_a_reply(village: Village) -> None:
    appeal = await village.file()
    await _sweep_at(village, await _look(village, appeal))
    letter = await village.last(CADRE)
    assert letter.appeal_id == appeal.id


async def test_the_same_stroke_again_does_nothing_more(village: Village) -> None:
    appeal = await village.file()
    moment = await _look(village, appeal)
    await _sweep_at(village, moment)
    await _sweep_at(village, moment)
    assert await _strokes(village, appeal) == [Action.FILE, Action.REMIND]


async def test_left_alone_it_climbs_to_the_county_and_is_called_to_mind_there(village: Village) -> None:
    appeal = await village.file()
    levels = []
    for _ in range(30):
        await _sweep_at(village, await _look(village, appeal))
        levels.append(appeal.level)
    assert list(dict.fromkeys(levels)) == list(Level)
    assert (await village.told(OFFICE))[-2:] == ["call-red", "call-red"]
    assert "call-climbed" in await village.told(AREA_LEAD)


async def test_what_was_answered_is_left_alone(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "明天上门帮您补", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-solved")
    await village.county.session.refresh(appeal)
    assert appeal.look_at is None
    await sweep(village.later(days=40))
    assert await village.status(appeal) is Status.ANSWERED


async def test_words_said_between_the_due_time_and_the_stroke_do_not_stop_it(village: Village) -> None:
    appeal = await village.file()
    await _sweep_at(village, await _look(village, appeal))
    await _sweep_at(village, await _look(village, appeal))
    village.later(seconds=((await _look(village, appeal)) - village.clock()).total_seconds() + 60)
    await village.says(CADRE, "还在跑", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-telling")
    await sweep(village.later(seconds=1))
    assert appeal.level == Level.VILLAGE


async def test_several_calls_of_one_kind_are_one_letter(village: Village) -> None:
    appeals = [await village.file() for _ in range(3)]
    await _sweep_at(village, await _look(village, appeals[0]))
    letter = await village.last(CADRE)
    assert await village.told(CADRE) == ["call-unaccepted"]
    assert letter.data["numbers"] == ["磨石沟-1", "磨石沟-2", "磨石沟-3"]
    assert [button["verb"] for button in letter.buttons or ()] == ["inbox"]


async def test_a_deputy_reads_no_number_that_is_kept_from_them_among_the_others(village: Village) -> None:
    people = village.cast.officials
    appeals = [await village.file() for _ in range(3)]
    await village.county.away(people[CADRE], people[AREA_LEAD])
    await add_barred(village.county.session, appeals[1], people[AREA_LEAD], "unseen", village.clock())
    await _sweep_at(village, await _look(village, appeals[0]))
    assert (await village.last(CADRE)).data["numbers"] == ["磨石沟-1", "磨石沟-2", "磨石沟-3"]
    assert (await village.last(AREA_LEAD)).data["numbers"] == ["磨石沟-1", "磨石沟-3"]


async def test_after_days_off_everybody_gets_one_letter_and_households_hear_of_each(village: Village) -> None:
    appeals = [await village.file() for _ in range(4)]
    await sweep(village.later(days=12))
    assert await village.told(CADRE) == ["caught-up"]
    assert await village.told(VILLAGE_LEAD) == ["caught-up"]
    assert not await village.has_card(VILLAGE_LEAD)
    assert await village.told(GUILAN) == ["climbed"] * 4
    assert {appeal.level for appeal in appeals} == {Level.VILLAGE}


async def test_nobody_who_is_barred_is_called_or_given_it(village: Village) -> None:
    people = village.cast.officials
    appeal = await village.file()
    village.county.session.add(
        AppealBarred(appeal_id=appeal.id, official_id=people[VILLAGE_LEAD], reason="unseen", since=village.clock())
    )
    for _ in range(3):
        await _sweep_at(village, await _look(village, appeal))
    assert appeal.holder_official_id == people[AREA_LEAD]
    assert await village.told(VILLAGE_LEAD) == []


async def test_one_that_cannot_be_dealt_with_is_tried_again_later_and_holds_up_no_other(
    village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    broken, sound = await village.file(), await village.file()
    session = village.county.session
    moment = await _look(village, sound)
    await session.execute(update(Appeal).where(Appeal.id == broken.id).values(status="answered", due_at=moment))
    await _sweep_at(village, moment)
    assert await _strokes(village, sound) == [Action.FILE, Action.REMIND]
    assert (await _look(village, broken)) > moment
    assert f"appeal {broken.id}" in caplog.text


class TestDanger:
    async def test_unopened_for_ten_minutes_the_county_is_told_and_the_household_whom_to_call(
        self, village: Village
    ) -> None:
        appeal = await self._danger(village)
        await _sweep_at(village, await _look(village, appeal))
        assert "danger-unopened" in await village.told(OFFICE)
        assert await village.has_card(OFFICE)
        assert (await village.last(GUILAN)).wording == "danger-nobody"
        assert not (await village.last(GUILAN)).is_quiet
        assert Action.ALARM in await _strokes(village, appeal)

    async def test_opened_it_is_not_an_alarm_and_climbs_after_two_hours(self, village: Village) -> None:
        appeal = await self._danger(village)
        await village.taps(CADRE, "accept", appeal.id, appeal.epoch)
        for _ in range(2):
            await _sweep_at(village, await _look(village, appeal))
        assert Action.ALARM not in await _strokes(village, appeal)
        assert appeal.level == Level.VILLAGE
        assert (await village.last(GUILAN)).wording == "climbed"

    async def _danger(self, village: Village) -> Appeal:
        await village.says(GUILAN, "着火了!俺家西屋冒大烟,快来人")
        query = select(Appeal).order_by(Appeal.id.desc()).limit(1)
        return (await village.county.session.scalars(query)).one()


async def test_the_history_says_that_it_was_the_clock(village: Village) -> None:
    appeal = await village.file()
    await _sweep_at(village, await _look(village, appeal))
    query = select(AppealEvent).order_by(AppealEvent.id.desc()).limit(1)
    last = (await village.county.session.scalars(query)).one()
    assert (last.actor, last.data) == ("clock", {"card": "red", "why": "unaccepted"})
