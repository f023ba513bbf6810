"""Answers, verdicts, echoes, looks and deliveries: what came back, and who saw it."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Outcome, Status, Verdict
from bot.rules.wall import EchoForm
from storage import answers, deliveries, echoes, looks, verdicts
from storage.access import access_appeal
from storage.answers import NewAnswer
from storage.appeals import record_private
from storage.deliveries import Standing
from storage.echoes import NewEcho
from storage.models import Answer, Appeal, DeliveryKind, Echo, EchoState
from tests.storage.cases import file, go_on
from tests.storage.conftest import Settled
from tests.storage.county import BOT, CADRE, DAYONG, GUILAN, VILLAGE_LEAD


async def _answer(settled: Settled, appeal: Appeal) -> Answer:
    county, cast = settled
    goes_out_at = county.hands.now + timedelta(minutes=10)
    new = NewAnswer(appeal.id, cast.officials[CADRE], Level.CADRE, "我明天上午上门帮您补", goes_out_at)
    return await answers.add_answer(county.session, new, county.hands.now)


async def _echo(settled: Settled, appeal: Appeal) -> Echo:
    county, _ = settled
    tomorrow = county.hands.now + timedelta(days=1)
    new = NewEcho(appeal.id, appeal.grid_id, EchoForm.FULL, "低保救助", Outcome.SOLVED, "低保停了", "已补办", tomorrow)
    return await echoes.add_echo(county.session, new, county.hands.now)


async def test_an_answer_waits_for_its_outcome_and_goes_out_once(settled: Settled) -> None:
    county, cast = settled
    start, appeal = county.hands.now, await file(county, cast)
    answer = await _answer(settled, appeal)
    assert await answers.find_unsent_answer(county.session, appeal.id, cast.officials[CADRE]) is answer
    assert await answers.list_answers_due(county.session, start + timedelta(minutes=9), 10) == []
    assert await answers.list_answers_due(county.session, start + timedelta(minutes=10), 10) == [answer]
    assert await answers.record_answer_sent(county.session, answer, Outcome.SOLVED, None, start)
    assert not await answers.record_answer_sent(county.session, answer, Outcome.CANNOT, "晚了", start)
    assert not await answers.record_answer_dropped(county.session, answer, start)
    view = await access_appeal(county.session, await county.viewer(GUILAN), appeal.id)
    assert [sent.outcome for sent in await answers.list_answers(county.session, view)] == [Outcome.SOLVED]


async def test_an_official_has_one_answer_to_an_appeal_on_the_table(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    first = await _answer(settled, appeal)
    await answers.record_answer_added_to(county.session, first, "我明天上门,带上身份证", county.hands.now)
    assert first.text == "我明天上门,带上身份证"
    await answers.record_answer_dropped(county.session, first, county.hands.now)
    await _answer(settled, appeal)
    with pytest.raises(IntegrityError):
        await _answer(settled, appeal)
    await county.session.rollback()


async def test_a_verdict_is_asked_once_more_and_silence_stays_silence(settled: Settled) -> None:
    county, cast = settled
    start, appeal = county.hands.now, await file(county, cast)
    answer = await _answer(settled, appeal)
    verdict = await verdicts.add_verdict_asked(county.session, answer, await county.account(GUILAN), start)
    assert await verdicts.list_silent_verdicts(county.session, start, 10, were_asked_again=False) == []
    await go_on(county, appeal, Action.ANSWER, status=Status.ANSWERED, outcome=Outcome.SOLVED)
    assert await verdicts.list_silent_verdicts(county.session, start, 10, were_asked_again=False) == [verdict]
    assert await verdicts.record_verdict_asked_again(county.session, verdict, start)
    assert not await verdicts.record_verdict_asked_again(county.session, verdict, start)
    assert (verdict.value, verdict.judged_at) == (None, None)


async def test_a_verdict_is_on_the_latest_answer_and_halves_are_counted(settled: Settled) -> None:
    county, cast = settled
    now, appeal = county.hands.now, await file(county, cast)
    for value in (Verdict.HALF, Verdict.SOLVED):
        answer = await _answer(settled, appeal)
        await answers.record_answer_sent(county.session, answer, Outcome.PARTLY_SOLVED, None, now)
        asked = await verdicts.add_verdict_asked(county.session, answer, await county.account(GUILAN), now)
        await verdicts.record_verdict(county.session, asked, value, now)
    latest = await verdicts.find_verdict(county.session, appeal.id)
    assert latest is asked
    await verdicts.record_missing(county.session, asked, "还差一个月的钱")
    assert await verdicts.find_halves(county.session, appeal.id) == 1
    assert (asked.value, asked.missing) == (Verdict.SOLVED, "还差一个月的钱")
    assert not await verdicts.record_verdict_asked_again(county.session, asked, now)


async def test_silence_for_a_day_puts_an_entry_on_the_wall(settled: Settled) -> None:
    county, cast = settled
    start, appeal = county.hands.now, await file(county, cast)
    echo = await _echo(settled, appeal)
    assert await echoes.list_echoes_to_show(county.session, start + timedelta(hours=23), 10) == []
    assert await echoes.list_echoes_to_show(county.session, start + timedelta(days=1), 10) == [echo]
    assert await echoes.list_wall(county.session, appeal.grid_id, 10) == []
    assert await echoes.record_echo_shown(county.session, echo, start + timedelta(days=1))
    assert await echoes.list_wall(county.session, appeal.grid_id, 10) == [echo]
    assert await echoes.list_wall(county.session, appeal.grid_id, 10, before_id=echo.id) == []


async def test_a_yes_puts_it_up_sooner_and_new_words_begin_the_preview_anew(settled: Settled) -> None:
    county, cast = settled
    start, later = county.hands.now, county.hands.now + timedelta(days=2)
    echo = await _echo(settled, await file(county, cast))
    assert await echoes.record_echo_agreed(county.session, echo, start, start)
    assert await echoes.list_echoes_to_show(county.session, start, 10) == [echo]
    rewrite = echoes.record_echo_rewritten
    assert await rewrite(county.session, echo, EchoForm.CATEGORY_ONLY, "", "", later, start)
    assert (echo.agreed_at, echo.words) == (None, "")
    assert await echoes.list_echoes_to_show(county.session, start, 10) == []


async def test_what_the_household_does_not_want_is_never_shown(settled: Settled) -> None:
    county, cast = settled
    echo = await _echo(settled, await file(county, cast))
    assert await echoes.record_echo_withheld(county.session, echo, county.hands.now)
    assert not await echoes.record_echo_shown(county.session, echo, county.hands.now)
    assert not await echoes.record_echo_withdrawn(county.session, echo, county.hands.now)
    assert echo.state == EchoState.WITHHELD


async def test_made_private_it_is_off_the_wall_even_before_it_is_withdrawn(settled: Settled) -> None:
    county, cast = settled
    appeal, waiting = await file(county, cast), await file(county, cast)
    shown = await _echo(settled, appeal)
    await echoes.record_echo_shown(county.session, shown, county.hands.now)
    await _echo(settled, waiting)
    for made_private in (appeal, waiting):
        await record_private(county.session, made_private, "illness")
    assert await echoes.list_wall(county.session, appeal.grid_id, 10) == []
    assert await echoes.list_echoes_to_show(county.session, county.hands.now + timedelta(days=9), 10) == []
    assert await echoes.record_echo_withdrawn(county.session, shown, county.hands.now)
    assert (shown.state, shown.words, shown.answer) == (EchoState.WITHDRAWN, "", "")


async def test_an_entry_about_a_barred_official_never_reaches_the_wall(settled: Settled) -> None:
    county, cast = settled
    echo = await _echo(settled, await file(county, cast, barred=[cast.officials[CADRE]]))
    assert await echoes.list_echoes_to_show(county.session, echo.shows_at, 10) == []
    await echoes.record_echo_shown(county.session, echo, county.hands.now)
    assert await echoes.list_wall(county.session, echo.grid_id, 10) == []


async def test_an_entry_of_the_category_alone_can_hold_no_words(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast)
    leaky = NewEcho(
        appeal.id, appeal.grid_id, EchoForm.CATEGORY_ONLY, "低保救助", Outcome.SOLVED, "俺娘", "", county.hands.now
    )
    with pytest.raises(IntegrityError):
        await echoes.add_echo(county.session, leaky, county.hands.now)
    await county.session.rollback()


async def test_whoever_opens_private_words_is_written_down_for_their_author(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast, is_private=True)
    cadre, phone = cast.officials[CADRE], await county.account(CADRE)
    holders = await access_appeal(county.session, await county.viewer(CADRE), appeal.id)
    await looks.record_look(county.session, holders, phone, cadre, county.hands.now)
    with pytest.raises(NotYours):
        await looks.list_looks(county.session, holders)
    authors = await access_appeal(county.session, await county.viewer(GUILAN), appeal.id)
    (look,) = await looks.list_looks(county.session, authors)
    assert (look.official_id, look.at) == (cadre, county.hands.now)


async def test_whoever_may_not_read_the_words_cannot_open_them(settled: Settled) -> None:
    county, cast = settled
    appeal = await file(county, cast, is_private=True, told=[cast.officials[VILLAGE_LEAD]])
    view = await access_appeal(county.session, await county.viewer(VILLAGE_LEAD), appeal.id)
    phone = await county.account(VILLAGE_LEAD)
    with pytest.raises(NotYours):
        await looks.record_look(county.session, view, phone, cast.officials[VILLAGE_LEAD], county.hands.now)
    with pytest.raises(NotYours):
        await answers.list_answers(county.session, view)


async def test_a_reply_finds_its_appeal_by_the_message_wherever_it_stands(settled: Settled) -> None:
    county, cast = settled
    appeal, now = await file(county, cast), county.hands.now
    for message_id, kind in ((1, DeliveryKind.CARD), (2, DeliveryKind.NOTICE), (3, DeliveryKind.CARD)):
        await deliveries.add_delivery(county.session, Standing(BOT, CADRE, message_id, appeal.id, kind), now)
    await deliveries.add_delivery(county.session, Standing(BOT, CADRE, 3, appeal.id, DeliveryKind.CARD), now)
    found = await deliveries.find_delivery(county.session, BOT, CADRE, 1)
    assert found is not None
    assert found.appeal_id == appeal.id
    assert await deliveries.find_delivery(county.session, BOT, DAYONG, 1) is None
    card = await deliveries.find_card(county.session, BOT, CADRE, appeal.id)
    assert card is not None
    assert card.message_id == 3
    assert len(await deliveries.list_deliveries(county.session, appeal.id, DeliveryKind.CARD)) == 2


async def test_private_words_are_taken_back_after_their_time(settled: Settled) -> None:
    county, cast = settled
    appeal, now = await file(county, cast, is_private=True), county.hands.now
    await deliveries.add_delivery(county.session, Standing(BOT, CADRE, 5, appeal.id, DeliveryKind.PRIVATE_TEXT), now)
    take_back = deliveries.list_private_texts_to_take_back
    assert await take_back(county.session, now - timedelta(seconds=1), 10) == []
    (shown,) = await take_back(county.session, now, 10)
    await deliveries.record_taken_back(county.session, shown)
    assert await take_back(county.session, now, 10) == []
