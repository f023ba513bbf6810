"""What has come due, oldest first: a call to whoever has it, an alarm, or up to the next level."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.rules.lifecycle import Action
from bot.rules.steps import Standing, watched
from bot.rules.watch import Stroke, next_look, stroke_of
from bot.usecases.climb import climb
from bot.usecases.raise_alarm import raise_alarm
from bot.usecases.send_calls import Call, Calls, send_calls
from bot.usecases.take_step import Wanted, take_step_by_the_clock
from bot.usecases.tick import Tick
from storage.access import access_appeal_by_the_clock, find_holding_officials
from storage.appeal_lists import list_to_look_at
from storage.appeals import record_look_at
from storage.at_hand import lay_at_hand
from storage.looks import was_opened
from storage.models import Appeal
from storage.standings import find_standings

log = logging.getLogger(__name__)
_AT_ONCE = 200
_AGAIN = timedelta(minutes=10)


async def sweep(tick: Tick, at_once: int = _AT_ONCE) -> bool:
    """One batch of at most so many; whether there is more. An appeal that cannot be dealt with is logged and tried
    again later, and holds up no other."""
    due = await list_to_look_at(tick.session, tick.now, at_once)
    if not due:
        return False
    ids = [appeal.id for appeal in due]
    try:
        async with tick.session.begin_nested():
            await _attend_all(tick, due)
    except Exception:
        log.exception("the clock goes through a batch of %s one by one", len(ids))
        for appeal_id in ids:
            await _attend_alone(tick, appeal_id)
    return len(ids) == at_once


async def _attend_alone(tick: Tick, appeal_id: int) -> None:
    try:
        async with tick.session.begin_nested():
            await _attend_all(tick, [await access_appeal_by_the_clock(tick.session, appeal_id)])
    except Exception:
        log.exception("the clock could not deal with appeal %s; it tries again in %s", appeal_id, _AGAIN)
        await record_look_at(tick.session, appeal_id, tick.now + _AGAIN)


async def _attend_all(tick: Tick, due: Sequence[Appeal]) -> None:
    await lay_at_hand(tick.session, due)
    standings = await find_standings(tick.session, due)
    calls: Calls = []
    tick = replace(tick, box=[])
    for appeal in due:
        about = replace(tick, occasion=f"due:{appeal.id}:{appeal.look_at}")
        calls += await _attend(about, appeal, standings[appeal.id])
    await send_calls(tick, calls)
    await tick.post_all()


async def _attend(tick: Tick, appeal: Appeal, standing: Standing) -> Calls:
    is_opened = standing.is_danger and await was_opened(tick.session, appeal)
    due = watched(standing, is_opened=is_opened)
    match stroke_of(tick.calendar, tick.policy, due, tick.now):
        case None:
            await record_look_at(tick.session, appeal.id, next_look(tick.calendar, tick.policy, due, tick.now))
            return []
        case Stroke.CLIMB:
            return await climb(tick, appeal, standing)
        case Stroke.ALARM:
            return await raise_alarm(tick, appeal, standing)
        case stroke:
            return await _remind(tick, appeal, standing, stroke)


async def _remind(tick: Tick, appeal: Appeal, standing: Standing, stroke: Stroke) -> Calls:
    """What is overdue is called red at every level."""
    card = "yellow" if stroke is Stroke.YELLOW else "red"
    await take_step_by_the_clock(tick, appeal, Wanted(Action.REMIND, data={"card": card, "why": stroke}), standing)
    holding = sorted(await find_holding_officials(tick.session, appeal))
    due = {"due": standing.due_at}
    return [Call(official, appeal, f"call-{stroke}", standing.look_at, due) for official in holding]
