"""What leads, units and the county office do besides answering: take over, call in help, forward up, bring back."""

import io

from docx import Document
from sqlalchemy import select

from bot.documents.forwarding import sheet_of_forwarding
from bot.documents.word import write_docx
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Outcome, Status
from bot.usecases.find_forwarding import find_forwarding, find_forwarding_by_number, list_forwarded
from bot.usecases.sweep import sweep
from storage.access import access_appeal
from storage.barred import add_barred
from storage.models import Appeal, AppealEvent, Letter, LetterKind
from tests.bot.usecases.village import WORDS, Village
from tests.handlers.ladder_scenes import at_the_county, climbed, ended, written_without_a_phone
from tests.storage.county import CADRE, GUILAN, INSPECTOR, OFFICE, VILLAGE_LEAD


async def _appeal(village: Village, appeal_id: int | None) -> Appeal:
    return await village.county.session.get_one(Appeal, appeal_id, populate_existing=True)


async def _last_step(village: Village) -> AppealEvent:
    query = select(AppealEvent).where(AppealEvent.is_told.is_(False)).order_by(AppealEvent.id.desc()).limit(1)
    return (await village.county.session.scalars(query)).one()


async def _taken_up(village: Village) -> Appeal:
    return await _appeal(village, (await at_the_county(village)).appeal)


async def test_the_county_takes_over_and_everybody_hears_while_the_date_stays(village: Village) -> None:
    appeal = await village.file()
    due_at = appeal.due_at
    assert await village.taps(OFFICE, "take_over", appeal.id, appeal.epoch) == "taken-over-toast"
    assert await village.status(appeal) is Status.ACCEPTED
    assert (appeal.level, appeal.holder_official_id) == (Level.COUNTY, village.cast.officials[OFFICE])
    assert appeal.due_at == due_at
    assert (await village.last(GUILAN)).wording == "taken-over"
    assert await village.taps(CADRE, "accept", appeal.id, appeal.epoch) == "not-yours"


async def test_what_is_above_is_not_taken_over_from_below(village: Village) -> None:
    aim = await climbed(village)
    appeal = await _appeal(village, aim.appeal)
    await village.taps(VILLAGE_LEAD, "escalate", appeal.id, appeal.epoch)
    await village.status(appeal)
    assert await village.taps(VILLAGE_LEAD, "take_over", appeal.id, appeal.epoch) == "not-yours"


async def test_a_lead_gives_it_to_the_cadre_with_a_reason_that_the_cadre_reads(village: Village) -> None:
    aim = await climbed(village)
    due_at = (await _appeal(village, aim.appeal)).due_at
    await village.taps(VILLAGE_LEAD, "refer", aim.row, aim.epoch)
    await village.taps_last(VILLAGE_LEAD, "refer-to-cadre")
    await village.says(VILLAGE_LEAD, "你先去他家看看")
    appeal = await _appeal(village, aim.appeal)
    assert (appeal.status, appeal.level, appeal.due_at) == (Status.REFERRED, Level.VILLAGE, due_at)
    assert appeal.holder_official_id == village.cast.officials[CADRE]
    letter = await village.last(CADRE)
    assert (letter.wording, letter.data["reason"]) == ("referred-to-you", "你先去他家看看")
    assert (await _last_step(village)).note == "你先去他家看看"
    assert await village.taps(CADRE, "commit", appeal.id, appeal.epoch) == "not-now"


async def test_it_is_never_given_to_somebody_who_must_not_know_of_it(village: Village) -> None:
    aim = await climbed(village)
    appeal = await _appeal(village, aim.appeal)
    await add_barred(village.county.session, appeal, village.cast.officials[CADRE], "unseen", village.clock())
    for name in ("干部2001", "干部2002"):
        await village.taps(VILLAGE_LEAD, "refer", appeal.id, appeal.epoch)
        labels = [button["label"] for button in await village.buttons(VILLAGE_LEAD)]
        assert "refer-to-cadre" not in labels
        await village.says(VILLAGE_LEAD, name)
        await village.says(VILLAGE_LEAD, "请办一下")
        assert (await village.last(VILLAGE_LEAD)).wording == "not-to-them"
    assert (await _appeal(village, appeal.id)).holder_official_id == village.cast.officials[VILLAGE_LEAD]


async def test_helpers_are_called_in_and_what_they_reply_reaches_the_lead_and_not_the_household(
    village: Village,
) -> None:
    aim = await climbed(village)
    await village.taps(VILLAGE_LEAD, "cadre_more", aim.row, aim.epoch)
    await village.taps_last(VILLAGE_LEAD, "more-call-in")
    await village.taps_last(VILLAGE_LEAD, "refer-to-unit")
    await village.says(VILLAGE_LEAD, "查一下为什么停")
    appeal = await _appeal(village, aim.appeal)
    assert (appeal.status, appeal.holder_official_id) == (Status.ESCALATED, village.cast.officials[VILLAGE_LEAD])
    called = await village.last(INSPECTOR)
    assert (called.wording, called.data["words"]) == ("called-in", "查一下为什么停")
    assert (await village.last(GUILAN)).wording == "helper-named"
    told = await village.told(GUILAN)
    await village.says(INSPECTOR, "名单里漏了", reply_to=await village.card(INSPECTOR, appeal))
    passed = await village.last(VILLAGE_LEAD)
    assert (passed.wording, passed.data["words"]) == ("passed-on", "名单里漏了")
    step = await _last_step(village)
    assert (step.action, step.actor, step.note) == (Action.NOTE, "helper", "名单里漏了")
    assert await village.told(GUILAN) == told
    assert await village.taps(INSPECTOR, "accept", appeal.id, appeal.epoch) == "not-yours"


async def test_a_cadre_leads_nobody_and_a_private_matter_is_for_no_helper(village: Village) -> None:
    appeal = await village.file()
    assert await village.taps(CADRE, "call_in", appeal.id, appeal.epoch) == "not-at-this-level"
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.taps(VILLAGE_LEAD, "keep_private", appeal.id)
    await village.status(appeal)
    assert await village.taps(VILLAGE_LEAD, "call_in", appeal.id, appeal.epoch) == "not-public"


async def test_what_is_beyond_the_county_goes_up_and_stays_open_until_it_is_answered(village: Village) -> None:
    appeal = await _taken_up(village)
    await village.taps(OFFICE, "cadre_more", appeal.id, appeal.epoch)
    await village.taps_last(OFFICE, "more-forward-up")
    await village.says(OFFICE, "建议列入明年计划")
    assert await village.status(appeal) is Status.FORWARDED
    assert appeal.outcome is None
    assert appeal.due_at
    assert (await village.last(GUILAN)).wording == "forwarded"
    paper = select(Letter).where(Letter.chat_id == OFFICE, Letter.kind == LetterKind.DOCUMENT)
    assert (await village.county.session.scalars(paper)).one().data["document"] == "forwarding"
    (waiting,) = await list_forwarded(village.county.session)
    assert (waiting.number, waiting.authority) == ("磨石沟-1", village.policy.office.higher_authority)
    await village.says(OFFICE, "上面答复了,明年修", reply_to=await village.card(OFFICE, appeal))
    assert await village.taps_last(OFFICE, "outcome-forwarded") == "answer-sent"
    assert await village.status(appeal) is Status.ANSWERED
    assert appeal.outcome == Outcome.FORWARDED_UP
    assert await list_forwarded(village.county.session) == []


async def test_the_office_is_called_every_day_once_the_higher_authority_should_have_answered(village: Village) -> None:
    appeal = await _taken_up(village)
    await village.taps(OFFICE, "forward_up", appeal.id, appeal.epoch)
    await village.says(OFFICE, "建议列入明年计划")
    calls = []
    for _ in range(3):
        await village.county.session.refresh(appeal)
        assert appeal.look_at
        await sweep(village.later(seconds=(appeal.look_at - village.clock()).total_seconds()))
        calls.append((await village.told(OFFICE))[-1])
    assert calls == ["call-yellow", "call-red", "call-red"]
    assert await village.status(appeal) is Status.FORWARDED


async def test_no_level_below_the_county_forwards_up(village: Village) -> None:
    aim = await climbed(village)
    assert await village.taps(VILLAGE_LEAD, "forward_up", aim.row, aim.epoch) == "not-at-this-level"
    assert await village.taps(CADRE, "forward_up", aim.row, aim.epoch) == "not-yours"


async def test_the_letter_up_holds_the_households_own_words_and_the_countys_recommendation(village: Village) -> None:
    appeal = await _taken_up(village)
    await village.taps(OFFICE, "forward_up", appeal.id, appeal.epoch)
    await village.says(OFFICE, "建议列入明年计划")
    session = village.county.session
    view = await access_appeal(session, await village.county.viewer(OFFICE), appeal.id)
    forwarding = await find_forwarding(session, village.policy, view)
    assert forwarding
    assert forwarding == await find_forwarding_by_number(session, village.policy, "磨石沟-1")
    text = "\n".join(line.text for line in Document(io.BytesIO(write_docx(sheet_of_forwarding(forwarding)))).paragraphs)
    assert all(said in text for said in (WORDS, "建议列入明年计划", "磨石沟-1", village.policy.office.higher_authority))
    assert await find_forwarding_by_number(session, village.policy, "磨石沟-2") is None


async def test_the_county_brings_back_what_has_ended_and_its_author_reads_why(village: Village) -> None:
    aim = await ended(village)
    await village.taps(OFFICE, "bring_back", aim.row, aim.epoch)
    await village.says(OFFICE, "查下来没有办")
    appeal = await _appeal(village, aim.appeal)
    assert (appeal.status, appeal.due_at is not None) == (Status.FILED, True)
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["reason"]) == ("brought-back", "查下来没有办")


async def test_whoever_wrote_it_for_a_household_without_a_phone_withdraws_it_with_a_reason(village: Village) -> None:
    aim = await written_without_a_phone(village)
    await village.taps(CADRE, "cadre_more", aim.row, aim.epoch)
    await village.taps_last(CADRE, "more-withdraw")
    await village.says(CADRE, "户主说不办了")
    appeal = await _appeal(village, aim.appeal)
    assert (appeal.status, appeal.outcome) == (Status.WITHDRAWN, Outcome.WITHDRAWN)
    letter = await village.last(VILLAGE_LEAD)
    assert (letter.wording, letter.data["reason"]) == ("withdrawn-for", "户主说不办了")


async def test_nobody_withdraws_for_an_author_who_speaks_for_himself(village: Village) -> None:
    appeal = await village.file()
    appeal.written_by_account_id = await village.county.account(CADRE)
    await village.county.session.flush()
    assert await village.taps(CADRE, "withdraw_for", appeal.id, appeal.epoch) == "not-yours"
