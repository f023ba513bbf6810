"""Households pass to another cadre in one act: links, open appeals, words on the table, and who hears of it."""

import pytest
from sqlalchemy import select

from bot.rules.escalation import Complaint, Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.roster.links import LinkReason
from bot.usecases.hand_over_households import hand_over_households
from bot.usecases.release_official import release_official
from bot.usecases.tell_handed_over import HandOver
from storage.contact_links import find_cadre, list_contact_links
from storage.handovers import list_households_in
from storage.models import Appeal, AppealEvent, Official
from storage.officials import list_accounts_of_official
from storage.questions import find_open_question
from storage.steps import By
from tests.bot.usecases.village import Village
from tests.storage.county import BOT, CADRE, CLERK, GUILAN, VILLAGE_LEAD, XIUYING

BY = By(Actor.COUNTY_OFFICE)


async def _official(village: Village, user: int) -> Official:
    return await village.county.session.get_one(Official, village.cast.officials[user])


async def _hand_over(village: Village, to: int | None = CLERK) -> None:
    """All households of the cadre's, who stays in office."""
    session, before = village.county.session, await _official(village, CADRE)
    homes = await list_households_in(session, before.id, None)
    after = await _official(village, to) if to else None
    phones = await list_accounts_of_official(session, before.id)
    act = HandOver(before, after, homes, BY, LinkReason.HANDED_OVER, phones)
    await hand_over_households(village.later(minutes=5), act)


async def _holder(village: Village, appeal: Appeal) -> tuple[str, int | None]:
    await village.county.session.refresh(appeal)
    return appeal.level, appeal.holder_official_id


async def test_the_link_closes_and_opens_and_each_hears_who_is_there_now(village: Village) -> None:
    appeal = await village.file()
    due = appeal.due_at
    await _hand_over(village)
    session, clerk = village.county.session, village.cast.officials[CLERK]
    old, new = await list_contact_links(session, village.cast.household)
    assert (old.until, new.official_id, new.until, new.reason) == (new.since, clerk, None, LinkReason.HANDED_OVER)
    assert await _holder(village, appeal) == ("cadre", clerk)
    assert (appeal.status, appeal.due_at) == (Status.FILED, due)
    step = (await session.scalars(select(AppealEvent).order_by(AppealEvent.id.desc()).limit(1))).one()
    assert (step.action, step.actor, step.to_official_id) == (Action.HAND_OVER, Actor.COUNTY_OFFICE, clerk)
    card = await village.last(GUILAN)
    assert (card.wording, card.data["name"], card.data["was"]) == ("new-cadre", f"干部{CLERK}", f"干部{CADRE}")
    assert [one["data"]["level"] for one in card.data["matters"]] == ["cadre"]
    assert card.is_quiet
    assert (await village.last(XIUYING)).data["matters"] == []
    assert (await village.last(CLERK)).data["count"] == 2
    assert await village.has_card(CLERK)
    assert (await village.last(CADRE)).wording == "you-handed-over"
    assert (await village.last(VILLAGE_LEAD)).wording == "cadre-changed"
    assert await village.taps(CADRE, "accept", appeal.id, appeal.epoch) == "not-yours"
    assert await village.taps(CLERK, "accept", appeal.id, appeal.epoch) == "accepted"


async def test_words_on_the_table_and_the_open_question_pass_on_too(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "我明天上门", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-explained")
    await _hand_over(village)
    passed = next(letter for letter in await village.letters(CLERK) if letter.wording == "passed-on")
    assert (passed.data["words"], passed.appeal_id) == ("我明天上门", appeal.id)
    assert await find_open_question(village.county.session, BOT, CADRE, village.clock()) is None
    assert "told" not in await village.told(GUILAN)


async def test_what_is_kept_from_the_new_cadre_goes_to_whom_the_rules_name(village: Village) -> None:
    clerk = village.cast.officials[CLERK]
    appeal = await village.file(barred=[clerk], complaint=Complaint.UNSEEN)
    assert await _holder(village, appeal) == ("cadre", village.cast.officials[CADRE])
    await _hand_over(village)
    assert await _holder(village, appeal) == ("village", village.cast.officials[VILLAGE_LEAD])
    assert not await village.has_card(CLERK)
    (matter,) = (await village.last(GUILAN)).data["matters"]
    assert matter["data"]["level"] == "village"


async def test_without_a_successor_the_village_lead_has_them_and_is_told_which(village: Village) -> None:
    appeal = await village.file()
    await _hand_over(village, None)
    assert await find_cadre(village.county.session, village.cast.household) is None
    assert await _holder(village, appeal) == ("village", village.cast.officials[VILLAGE_LEAD])
    told = await village.last(VILLAGE_LEAD)
    assert (told.wording, told.data["to"], len(told.data["homes"])) == ("cadre-changed", "none", 2)
    assert (await village.last(GUILAN)).data["role"] == "lead"


async def test_what_was_answered_comes_back_to_the_new_cadre(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "修好了", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-solved")
    await _hand_over(village)
    await village.taps_last(GUILAN, "verdict-half")
    assert await _holder(village, appeal) == ("cadre", village.cast.officials[CLERK])
    assert await village.status(appeal) is Status.HALF_SOLVED


async def test_a_unit_gives_back_to_the_new_cadre(village: Village) -> None:
    appeal = await village.file()
    await village.taps(CADRE, "refer", appeal.id, appeal.epoch)
    await village.taps_last(CADRE, "refer-to-unit")
    await village.taps_last(CADRE, "refer-plainly")
    await _hand_over(village)
    await village.county.session.refresh(appeal)
    assert appeal.holder_unit_id is not None
    await village.taps(CLERK, "return", appeal.id, appeal.epoch)
    await village.says(CLERK, "不归我们")
    assert await _holder(village, appeal) == ("cadre", village.cast.officials[CLERK])


async def test_whoever_leaves_leaves_nothing_behind(village: Village) -> None:
    lead, area = village.cast.officials[VILLAGE_LEAD], Holder(Level.VILLAGE, village.cast.officials[CADRE], "V")
    at_home, above = await village.file(), await village.file(holder=area)
    await village.says(CADRE, "/deputy")
    await village.taps_last(CADRE, "deputy-who")
    await village.taps_last(CADRE, "deputy-days")
    await release_official(
        village.later(minutes=5), await _official(village, CADRE), await _official(village, CLERK), BY
    )
    assert await _holder(village, at_home) == ("cadre", village.cast.officials[CLERK])
    assert await _holder(village, above) == ("village", lead)
    assert (await village.last(CADRE)).wording == "you-have-left"
    assert "you-deputy-over" in await village.told(VILLAGE_LEAD)
    await village.says(CADRE, "/inbox")
    assert (await village.last(CADRE)).wording == "not-yours"


@pytest.mark.parametrize("words", ["她家的水井半年没水了,去问说等着"])
async def test_what_the_former_cadre_was_writing_for_a_household_is_handed_in(village: Village, words: str) -> None:
    await village.says(CADRE, words)
    await village.taps_last(CADRE, "whose-other")
    await village.says(CADRE, "户主1")
    await _hand_over(village)
    (appeal,) = await village.county.session.scalars(select(Appeal))
    assert await _holder(village, appeal) == ("cadre", village.cast.officials[CLERK])
    assert appeal.household_id == village.cast.household
