"""Promises with a date: who makes them, who hears of them, and what becomes of them."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from bot.rules.commitments import Kept
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.usecases.send_digests import send_digests
from bot.usecases.tell_late_commitments import tell_late_commitments
from storage.appeals import record_private
from storage.barred import add_barred
from storage.commitments import find_standing_commitment, list_public_commitments
from storage.models import Appeal, AppealEvent, Commitment, Unit
from tests.bot.rules.calendars import shanghai
from tests.bot.usecases.village import Village
from tests.handlers.study_scenes import measure_said
from tests.storage.county import CADRE, GUILAN, INSPECTOR, OFFICE, VILLAGE_LEAD

HEAD, PUMPER = 2011, 2012
"""The head of the water bureau, and an officer of it."""
WEDNESDAY, THURSDAY, MONDAY = date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 30)


@pytest.fixture
async def bureau(village: Village) -> Unit:
    unit = Unit(code="SLJ", name="水利局", categories=["water"])
    village.county.session.add(unit)
    await village.county.session.flush()
    village.cast.officials[HEAD] = await village.county.official(HEAD, "局长", unit)
    village.cast.officials[PUMPER] = await village.county.official(PUMPER, "干事", unit)
    return unit


async def _referred(village: Village, **more: Any) -> Appeal:
    """The bureau has it since Monday; it is due on the Monday after."""
    appeal = await village.file("water", **more)
    appeal.due_at = shanghai(MONDAY, 17, 30)
    await village.taps(CADRE, "refer", appeal.id, appeal.epoch)
    await village.says(CADRE, "水利局")
    await village.taps_last(CADRE, "refer-plainly")
    await village.county.session.refresh(appeal)
    return appeal


async def _promised(village: Village, appeal: Appeal, what: str = "", by: int = PUMPER) -> Commitment:
    """For Thursday."""
    assert await village.taps(by, "commit", appeal.id, appeal.epoch) == "commit-toast"
    await village.taps_last(by, "commit-days")
    if what:
        await village.says(by, what)
    else:
        await village.taps_last(by, "commit-bare")
    made = await find_standing_commitment(village.county.session, appeal.id)
    assert made
    return made


async def _states(village: Village) -> list[Kept]:
    return [one.state for one in await list_public_commitments(village.county.session, village.clock(), 9)]


async def _told(village: Village, wording: str, *users: int) -> list[int]:
    """Which of them got how many letters of that wording."""
    return [(await village.told(user)).count(wording) for user in users]


@pytest.mark.usefixtures("bureau")
async def test_a_unit_promises_a_day_and_everybody_concerned_knows_it(village: Village) -> None:
    appeal = await _referred(village)
    await village.taps(PUMPER, "commit", appeal.id, appeal.epoch)
    assert [button["id"] for button in await village.buttons(PUMPER)] == [3, 5]
    made = await _promised(village, appeal, "先换水泵,再清井")
    assert made.due_at == shanghai(THURSDAY, 17, 30)
    assert (made.official_id, made.head_official_id) == (village.cast.officials[PUMPER], village.cast.officials[HEAD])
    heard = await village.last(GUILAN)
    said = (heard.data["words"], heard.data["due"], heard.data["holder"], heard.data["head"])
    assert (heard.wording, *said) == ("committed", "先换水泵,再清井", {"day": "2026-11-26"}, "水利局", "干部2011")
    step = await village.county.session.get_one(AppealEvent, made.event_id)
    assert (step.action, step.note) == ("note", "先换水泵,再清井")
    card = await village.sees(HEAD, appeal)
    assert "承诺周四以前回音:“先换水泵,再清井”" in card["parts"][0]
    assert [data.split(":")[0] for _, data in card["buttons"]] == ["accept", "return", "cadre_more"]
    assert await village.taps(HEAD, "commit", appeal.id, appeal.epoch) == "already-committed"
    await village.says(HEAD, "/inbox")
    assert [button["label"] for button in await village.buttons(HEAD)] == ["inbox-entry-promised"]
    (listed,) = await list_public_commitments(village.county.session, village.clock(), 9)
    assert (listed.by, listed.head, listed.village, listed.state) == ("水利局", "干部2011", "磨石沟", Kept.OPEN)


@pytest.mark.usefixtures("bureau")
async def test_a_day_that_cannot_be_promised_is_refused_with_its_reason_and_nothing_is_kept(village: Village) -> None:
    appeal = await _referred(village)
    for words, why in (("12月1日", "after-due"), ("周六", "day-off"), ("尽快吧", "not-understood")):
        await village.taps(PUMPER, "commit", appeal.id, appeal.epoch)
        await village.says(PUMPER, words)
        assert (await village.last(PUMPER)).wording == why
    await village.says(PUMPER, "明天")
    assert (await village.last(PUMPER)).wording == "commit-what"
    village.later(days=0.02)
    assert await village.taps(PUMPER, "commit", appeal.id, appeal.epoch + 1) == "stale"
    assert await village.taps(CADRE, "commit", appeal.id, appeal.epoch) == "not-yours"
    assert list(await village.county.session.scalars(select(Commitment))) == []
    own = await village.file("water")
    assert await village.taps(CADRE, "commit", own.id, own.epoch) == "not-now", "the due date is a cadre's promise"
    village.later(days=8)
    assert await village.taps(PUMPER, "commit", appeal.id, appeal.epoch) == "after-due"


@pytest.mark.usefixtures("bureau")
async def test_an_answer_in_time_keeps_it_and_words_alone_do_not(village: Village) -> None:
    appeal = await _referred(village)
    await _promised(village, appeal)
    for label, states in (("outcome-telling", [Kept.OPEN]), ("outcome-solved", [Kept.KEPT])):
        await village.says(PUMPER, "泵换好了", reply_to=await village.card(PUMPER, appeal))
        await village.taps_last(PUMPER, label)
        assert await _states(village) == states
    await tell_late_commitments(village.later(days=4))
    assert await _states(village) == [Kept.KEPT]
    assert await _told(village, "commitment-late", HEAD, CADRE) == [0, 0]


@pytest.mark.usefixtures("bureau")
async def test_of_a_promise_that_was_not_kept_the_head_and_the_cadre_hear_once(village: Village) -> None:
    appeal = await _referred(village)
    await _promised(village, appeal)
    await tell_late_commitments(village.later(days=3, hours=7))
    assert await _told(village, "commitment-late", HEAD, CADRE) == [0, 0]
    for _ in range(2):
        await tell_late_commitments(village.later(hours=1))
    assert await _told(village, "commitment-late", HEAD, CADRE, VILLAGE_LEAD, PUMPER) == [1, 1, 0, 0]
    await village.says(PUMPER, "泵换好了", reply_to=await village.card(PUMPER, appeal))
    await village.taps_last(PUMPER, "outcome-solved")
    assert await _states(village) == [Kept.LATE], "an answer afterwards does not mend it"


@pytest.mark.usefixtures("bureau")
async def test_what_goes_to_other_hands_takes_no_promise_along_and_loses_none(village: Village) -> None:
    returned = await _referred(village)
    await _promised(village, returned)
    await village.taps(PUMPER, "return", returned.id, returned.epoch)
    await village.says(PUMPER, "归镇上")
    passed_up = await village.file("water")
    await village.taps(CADRE, "escalate", passed_up.id, passed_up.epoch)
    await village.county.session.refresh(passed_up)
    made = await _promised(village, passed_up, by=VILLAGE_LEAD)
    assert (made.unit_id, made.head_official_id, made.grid_id) == (None, None, passed_up.holder_grid_id)
    assert await _states(village) == [Kept.OPEN, Kept.WITHDRAWN]
    await village.taps(VILLAGE_LEAD, "escalate", passed_up.id, passed_up.epoch)
    assert await _states(village) == [Kept.WITHDRAWN, Kept.WITHDRAWN]
    await tell_late_commitments(village.later(days=9))
    assert await _told(village, "commitment-late", HEAD, CADRE, VILLAGE_LEAD) == [0, 0, 0]


async def test_what_a_meeting_decides_is_a_promise_of_the_unit(village: Village) -> None:
    await measure_said(village)
    await village.taps_last(VILLAGE_LEAD, "refer-to-unit")
    await village.taps_last(VILLAGE_LEAD, "study-due-days")
    (made,) = await village.county.session.scalars(select(Commitment))
    unit = await village.county.session.get_one(Unit, made.unit_id)
    assert (unit.code, made.what) == ("JW", "请水利站月底前清井")
    assert (made.due_at, made.head_official_id) == (shanghai(MONDAY, 17, 30), None)
    assert await _states(village) == [Kept.OPEN], "the referral that made it does not end it"
    await village.says(INSPECTOR, "/inbox")
    assert [button["label"] for button in await village.buttons(INSPECTOR)] == ["inbox-entry-promised"]


async def test_at_the_county_a_decision_names_the_head_of_the_unit(village: Village, bureau: Unit) -> None:
    await village.file("water", holder=Holder(Level.COUNTY, official=village.cast.officials[OFFICE], grid="C"))
    await village.says(OFFICE, "研判会")
    for label in ("study-item", "study-decide"):
        await village.taps_last(OFFICE, label)
    for words in ("换水泵,清井", "水利局"):
        await village.says(OFFICE, words)
    await village.taps_last(OFFICE, "study-due-days")
    (made,) = await village.county.session.scalars(select(Commitment))
    assert (made.unit_id, made.head_official_id) == (bureau.id, village.cast.officials[HEAD])


@pytest.mark.usefixtures("bureau")
async def test_the_morning_before_it_is_called_to_mind_once(village: Village) -> None:
    await _promised(village, await _referred(village))
    counts = {}
    for day in (24, 25, 26, 27):
        tick = village.later(hours=(shanghai(date(2026, 11, day), 7, 40) - village.clock()).total_seconds() / 3600)
        await send_digests(tick)
        digests = [letter.data["promised"] for letter in await village.letters(PUMPER) if letter.wording == "digest"]
        counts[day] = digests[-1]
    assert counts == {24: 0, 25: 1, 26: 0, 27: 0}


async def test_a_head_sees_what_an_officer_of_the_unit_holds_by_name_unless_kept_from_it(
    village: Village, bureau: Unit
) -> None:
    named = Holder(Level.CADRE, official=village.cast.officials[PUMPER], unit=bureau.code)
    for more in ({}, {"is_private": True}, {"barred": [village.cast.officials[HEAD]], "is_hidden": True}):
        await village.file("water", holder=named, **more)
    await village.says(HEAD, "/inbox")
    letter, buttons = await village.last(HEAD), await village.buttons(HEAD)
    assert (letter.data["count"], letter.data["of_unit"]) == (0, 2)
    assert [(button["label"], button["data"]["who"]) for button in buttons] == [("inbox-entry", "干部2012")] * 2
    public, private = [await village.county.session.get_one(Appeal, button["id"]) for button in buttons]
    assert "低保给停了" in (await village.sees(HEAD, public))["parts"][0]
    assert "低保给停了" not in (await village.sees(HEAD, private))["parts"][0]
    assert [data.split(":")[0] for _, data in (await village.sees(HEAD, public))["buttons"]] == []
    assert await village.taps(HEAD, "commit", public.id, public.epoch) == "not-yours"
    await village.says(PUMPER, "/inbox")
    assert (await village.last(PUMPER)).data["count"] == 3


async def test_what_is_not_for_everybody_is_promised_but_never_listed_and_kept_from_the_barred(
    village: Village, bureau: Unit
) -> None:
    private, about_head = await _referred(village, is_private=True), await _referred(village)
    await add_barred(village.county.session, about_head, village.cast.officials[HEAD], "accused", village.clock())
    made = [await _promised(village, appeal, "先换水泵") for appeal in (private, about_head)]
    assert [one.head_official_id for one in made] == [village.cast.officials[HEAD], None]
    open_one = await _referred(village)
    await _promised(village, open_one)
    assert len(await _states(village)) == 1
    await record_private(village.county.session, open_one, None)
    assert await _states(village) == []
    await tell_late_commitments(village.later(days=3, hours=8.5))
    (letter,) = [letter for letter in await village.letters(HEAD) if letter.wording == "commitment-late"]
    assert letter.data["numbers"] == [f"磨石沟-{appeal.number}" for appeal in (private, open_one)]
    assert {"words", "what"}.isdisjoint(letter.data)
    assert bureau.name == letter.data["by"]
