from datetime import date, timedelta

from sqlalchemy import select

from bot.rules.buttons import Button
from bot.rules.people import Person
from bot.usecases.turn import Turn
from storage.accounts import find_account
from storage.letters import Priority
from storage.models import Account, Letter, LetterKind, LetterState
from storage.outbox import find_due_letters, record_sending, record_sent
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.storage.cases import file
from tests.storage.conftest import Settled
from tests.storage.county import BOT, CADRE, GUILAN, County


def _turn(county: County, occasion: str = "10") -> Turn:
    who = Person(BOT, GUILAN, GUILAN, "王桂兰", "zh-Hans")
    return Turn(county.session, county.hands.now, occasion, who, POLICY, CALENDAR)


async def _account(county: County, user_id: int) -> Account:
    account = await find_account(county.session, BOT, user_id, user_id)
    assert account
    return account


async def _letters(county: County) -> list[Letter]:
    return list(await county.session.scalars(select(Letter).order_by(Letter.id)))


async def test_an_answer_keeps_its_data_and_its_buttons(settled: Settled) -> None:
    county, _ = settled
    due = county.hands.now + timedelta(days=2)
    await _turn(county).answer("filed", buttons=[Button("hide", "make_private", 127, 1)], number="127号", due=due)
    (letter,) = await _letters(county)
    assert (letter.chat_id, letter.wording, letter.priority) == (GUILAN, "filed", Priority.ANSWER)
    assert letter.data == {"number": "127号", "due": {"day": "2026-11-25"}}
    assert letter.buttons == [{"label": "hide", "verb": "make_private", "id": 127, "epoch": 1, "data": {}}]
    assert not letter.is_quiet


async def test_a_day_is_the_one_in_china(settled: Settled) -> None:
    county, _ = settled
    late = county.hands.now.replace(hour=17)
    await _turn(county).answer("filed", moment=late, day=date(2026, 11, 23))
    (letter,) = await _letters(county)
    assert letter.data == {"moment": {"day": "2026-11-24"}, "day": {"day": "2026-11-23"}}


async def test_only_villagers_are_left_asleep_and_danger_wakes_them_too(settled: Settled) -> None:
    county, _ = settled
    for user_id, priority in ((GUILAN, Priority.CARD), (GUILAN, Priority.DANGER), (CADRE, Priority.CARD)):
        await _turn(county, f"{user_id}{priority}").tell(await _account(county, user_id), "news", priority=priority)
    assert [letter.is_quiet for letter in await _letters(county)] == [True, False, False]


async def test_what_is_told_of_two_appeals_at_once_are_two_letters_and_of_one_twice_one(settled: Settled) -> None:
    county, cast = settled
    appeals = [await file(county, cast), await file(county, cast)]
    cadre = await _account(county, CADRE)
    for appeal in (*appeals, appeals[0]):
        await _turn(county).tell(cadre, "urged", about=appeal.id)
    assert [(letter.appeal_id, letter.user_id) for letter in await _letters(county)] == [
        (appeal.id, CADRE) for appeal in appeals
    ]


async def _shown(settled: Settled) -> tuple[County, Account, int]:
    county, cast = settled
    appeal = await file(county, cast)
    cadre = await _account(county, CADRE)
    await _turn(county).show_card(appeal.id, cadre, not_before=county.hands.now + timedelta(minutes=1))
    return county, cadre, appeal.id


async def test_a_card_asked_for_often_before_it_leaves_leaves_once_and_at_the_earliest_hour(settled: Settled) -> None:
    county, cadre, appeal_id = await _shown(settled)
    await _turn(county, "11").show_card(appeal_id, cadre, not_before=county.hands.now + timedelta(hours=1))
    await _turn(county, "12").show_card(appeal_id, cadre)
    (letter,) = await _letters(county)
    assert (letter.kind, letter.state, letter.not_before) == (LetterKind.CARD, LetterState.PENDING, county.hands.now)


async def _claim(county: County) -> Letter:
    (letter,) = await find_due_letters(county.session, BOT, county.hands.now, 1)
    record_sending(letter, None, county.hands.now)
    await county.session.flush()
    return letter


async def test_a_card_that_changes_while_its_call_is_out_is_shown_again(settled: Settled) -> None:
    county, cadre, appeal_id = await _shown(settled)
    county.hands.move(timedelta(minutes=1))
    card = await _claim(county)
    await _turn(county, "11").show_card(appeal_id, cadre)
    await record_sent(county.session, card, 41, county.hands.now)
    await county.session.refresh(card)
    assert (card.state, card.is_stale, card.attempts) == (LetterState.PENDING, False, 0)
    assert card.not_before == county.hands.now + timedelta(seconds=3)


async def test_a_card_that_stands_is_edited_three_seconds_later_at_the_earliest(settled: Settled) -> None:
    # telegram.md §4.2: at least 3 s between edits of a card
    county, cadre, appeal_id = await _shown(settled)
    county.hands.move(timedelta(minutes=1))
    card = await _claim(county)
    await record_sent(county.session, card, 41, county.hands.now)
    await _turn(county, "11").show_card(appeal_id, cadre)
    await county.session.refresh(card)
    assert (card.state, card.not_before) == (LetterState.PENDING, county.hands.now + timedelta(seconds=3))
