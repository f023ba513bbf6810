"""A changed policy and what was promised before: nothing moves until the county asks for it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.terms import Policy
from bot.schedule import table
from bot.usecases.recompute_promises import Move, list_moves, recompute_promises
from bot.usecases.sweep import sweep
from storage.models import Appeal, AppealEvent, Letter, LetterKind
from tests.bot.rules.calendars import CALENDAR, POLICY, shanghai
from tests.bot.usecases.village import WORDS, Village
from tests.storage.cases import go_on
from tests.storage.county import CADRE, DAYONG, GUILAN, VILLAGE_LEAD

TERMS = POLICY.deadlines
STRICTER = replace(POLICY, deadlines=replace(TERMS, accept=2, solve=replace(TERMS.solve, cadre=3, village=2)))
PROMISED, STRICT = (shanghai(date(2026, 11, day), 17, 30) for day in (30, 26))


@pytest.fixture
async def appeal(village: Village) -> Appeal:
    """Filed on Monday the 23rd by the built-in policy; its card left."""
    await village.says(GUILAN, WORDS)
    await village.taps_last(GUILAN, "button-hand-in")
    filed = (await village.county.session.scalars(select(Appeal))).one()
    village.county.hands.move(timedelta(minutes=5))
    assert filed.due_at == PROMISED
    return filed


def _changed(village: Village, policy: Policy = STRICTER) -> Village:
    """The same people, after the county changed its policy and the service began again."""
    return replace(village, policy=policy)


async def _moves(village: Village, policy: Policy = STRICTER) -> list[Move]:
    return [move async for move in list_moves(village.county.session, policy, CALENDAR)]


async def _recompute(village: Village, appeal: Appeal, policy: Policy = STRICTER) -> int:
    return await recompute_promises(_changed(village, policy).later(seconds=1), [appeal.id])


async def _due(village: Village, appeal: Appeal) -> tuple[datetime | None, datetime | None]:
    await village.county.session.refresh(appeal)
    return appeal.accept_by, appeal.due_at


async def _history(village: Village, appeal: Appeal) -> list[AppealEvent]:
    query = select(AppealEvent).where(AppealEvent.appeal_id == appeal.id, AppealEvent.is_told.is_(False))
    return list(await village.county.session.scalars(query.order_by(AppealEvent.id)))


async def test_a_changed_policy_moves_no_promise_by_itself(village: Village, appeal: Appeal) -> None:
    after = _changed(village)
    await after.taps(CADRE, "accept", appeal.id, appeal.epoch)
    await after.says(CADRE, "我先去问问", reply_to=await after.card(CADRE, appeal))
    await after.says(GUILAN, "俺的事咋样了")
    for entry in table(STRICTER, CALENDAR):
        await entry.use_case(village.county.session, after.later(minutes=1).now)
    assert [move.after.due_at for move in await _moves(village)] == [STRICT]
    assert await _due(village, appeal) == (None, PROMISED)


async def test_what_is_given_out_after_the_change_is_by_the_new_policy(village: Village, appeal: Appeal) -> None:
    await _changed(village).taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.status(appeal)
    assert (appeal.level, appeal.due_at) == (Level.VILLAGE, shanghai(date(2026, 11, 25), 17, 30))
    assert await _moves(village) == []


async def test_a_categorys_own_days_are_given_where_an_appeal_of_it_arrives(village: Village, appeal: Appeal) -> None:
    own = replace(POLICY.categories[appeal.category], days={Level.VILLAGE: 3})
    policy = replace(POLICY, categories=POLICY.categories | {appeal.category: own})
    assert await _moves(village, policy) == []
    await _changed(village, policy).taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.status(appeal)
    assert appeal.due_at == STRICT


async def test_asked_for_it_moves_once_with_a_line_in_the_history(village: Village, appeal: Appeal) -> None:
    accept_by, epoch = appeal.accept_by, appeal.epoch
    assert await _recompute(village, appeal) == 1
    assert await _due(village, appeal) == (shanghai(date(2026, 11, 25), 17, 30), STRICT)
    assert appeal.epoch == epoch
    filed, noted = await _history(village, appeal)
    assert (noted.action, noted.actor, noted.due_at) == (Action.NOTE, Actor.COUNTY_OFFICE, STRICT)
    assert accept_by
    before = {"accept_by": accept_by.isoformat(), "due_at": PROMISED.isoformat()}
    assert (noted.data, filed.due_at) == ({"recomputed": before}, PROMISED)
    assert await _recompute(village, appeal) == 0
    assert len(await _history(village, appeal)) == 2
    assert await _moves(village) == []


async def test_the_author_gets_one_letter_with_the_new_day_and_the_holder_the_card(
    village: Village, appeal: Appeal
) -> None:
    told = await village.told(GUILAN)
    for _ in range(2):
        await _recompute(village, appeal)
    assert await village.told(GUILAN) == [*told, "due-moved"]
    assert (await village.last(GUILAN)).data["due"] == {"day": "2026-11-26"}
    assert [await village.told(user) for user in (DAYONG, CADRE, VILLAGE_LEAD)] == [[], [], []]
    cards = select(Letter.chat_id).where(Letter.kind == LetterKind.CARD)
    assert (await village.county.session.scalars(cards)).all() == [CADRE]
    assert "周四以前" in (await village.sees(CADRE, appeal))["parts"][0]


async def test_another_hour_of_the_same_day_is_no_letter(village: Village, appeal: Appeal) -> None:
    told, later = (
        await village.told(GUILAN),
        replace(POLICY, deadlines=replace(TERMS, day_ends=TERMS.day_ends.replace(18))),
    )
    assert await _recompute(village, appeal, later) == 1
    assert await _due(village, appeal) == (shanghai(date(2026, 11, 24), 18, 30), shanghai(date(2026, 11, 30), 18, 30))
    assert await village.told(GUILAN) == told


async def test_a_day_that_is_over_already_is_told_nobody_as_a_promise(village: Village, appeal: Appeal) -> None:
    village.county.hands.move(timedelta(days=4))
    told = await village.told(GUILAN)
    assert await _recompute(village, appeal) == 1
    assert (appeal.due_at, await village.told(GUILAN)) == (STRICT, told)


async def test_overdue_by_the_new_day_it_climbs_at_the_clocks_next_look(village: Village, appeal: Appeal) -> None:
    village.county.hands.move(timedelta(days=4))
    await _recompute(village, appeal)
    await sweep(_changed(village).later(seconds=1))
    assert await village.status(appeal) is Status.ESCALATED
    assert appeal.level == Level.VILLAGE


async def test_the_clock_looks_by_the_new_day(village: Village, appeal: Appeal) -> None:
    await village.taps(CADRE, "accept", appeal.id, appeal.epoch)
    await _recompute(village, appeal)
    assert appeal.look_at == shanghai(date(2026, 11, 25), 17, 30)  # the yellow card
    await sweep(_changed(village).later(days=4))
    assert await village.status(appeal) is Status.ESCALATED


async def test_an_extension_that_was_granted_is_kept(village: Village, appeal: Appeal) -> None:
    await village.taps(CADRE, "extend", appeal.id, appeal.epoch)
    await village.taps_last(CADRE, "extend-days")
    await village.says(CADRE, "料还没到")
    assert (await _due(village, appeal))[1] == shanghai(date(2026, 12, 3), 17, 30)
    assert await _recompute(village, appeal) == 1
    assert (await _due(village, appeal))[1] == shanghai(date(2026, 12, 1), 17, 30)


@pytest.mark.parametrize("status", [Status.ANSWERED, Status.RESTING, Status.CLOSED, Status.WITHDRAWN])
async def test_what_waits_for_no_answer_is_left_alone(village: Village, appeal: Appeal, status: Status) -> None:
    await go_on(village.county, appeal, Action.ANSWER, status=status)
    assert await _moves(village) == []
    assert await _recompute(village, appeal) == 0


async def test_danger_runs_by_the_minute_and_is_left_alone(village: Village, appeal: Appeal) -> None:
    appeal.danger = "gas"
    await village.county.session.flush()
    assert await _moves(village) == []
    assert await _recompute(village, appeal) == 0


async def test_an_appeal_that_nobody_could_be_written_about_moves_all_the_same(
    village: Village, appeal: Appeal
) -> None:
    appeal.account_id, appeal.written_by_account_id = None, await village.county.account(CADRE)
    appeal.written_by_official_id = village.cast.officials[CADRE]
    await village.county.session.flush()
    assert await _recompute(village, appeal) == 1
    assert await village.told(CADRE) == ["pass-on", "due-moved"]


async def test_each_move_is_listed_with_number_level_and_times(village: Village, appeal: Appeal) -> None:
    (move,) = await _moves(village)
    assert (move.appeal_id, move.number, move.level) == (appeal.id, "磨石沟-1", Level.CADRE)
    assert (move.before.due_at, move.after.due_at) == (PROMISED, STRICT)
    assert await _due(village, appeal) == (move.before.accept_by, PROMISED)
