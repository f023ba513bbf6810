"""The county asks that a changed policy hold for open appeals, too: which due times move, and moving them."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from bot.rules.calendar import Calendar, day_of
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.numbers import number_for_officials
from bot.rules.promises import Promise, Reckoning, promised_anew
from bot.rules.steps import repromise
from bot.rules.terms import Policy
from bot.usecases.people_of import list_phones, show_on, tell_author
from bot.usecases.tick import Tick
from bot.usecases.world_of import find_world_of
from storage.access import access_appeal_by_the_clock, find_holding_officials
from storage.engine import Session
from storage.models import Appeal
from storage.promises import list_open_promises, list_past
from storage.standings import find_standing
from storage.steps import By, Step, record_step

_AT_ONCE = 500


@dataclass(frozen=True)
class Move:
    """Of one open appeal; `number` as officials say it."""

    appeal_id: int
    number: str
    level: Level
    before: Promise
    after: Promise


async def list_moves(session: Session, policy: Policy, calendar: Calendar) -> AsyncIterator[Move]:
    """What would move if it were asked now, by id. Nothing is changed."""
    last = 0
    while appeals := await list_open_promises(session, last, _AT_ONCE):
        for move in await _moves(session, appeals, policy, calendar):
            yield move
        last = appeals[-1].id


async def recompute_promises(tick: Tick, appeal_ids: Sequence[int]) -> int:
    """Move those that still must move, each with a line in its history; how many that were. Whoever holds one sees its
    card, and the author of one whose day moved is told the new day, unless that day is over: then it climbs."""
    moved = 0
    for appeal_id in sorted(appeal_ids):
        appeal = await access_appeal_by_the_clock(tick.session, appeal_id)
        if Status(appeal.status).is_open and appeal.danger is None:
            for move in await _moves(tick.session, [appeal], tick.policy, tick.calendar):
                await _keep(tick, appeal, move)
                moved += 1
    return moved


async def _moves(session: Session, appeals: Sequence[Appeal], policy: Policy, calendar: Calendar) -> list[Move]:
    past = await list_past(session, [appeal.id for appeal in appeals])
    moves = []
    for appeal in appeals:
        before, by = Promise(appeal.accept_by, appeal.due_at), Reckoning(calendar, policy, appeal.category)
        after = promised_anew(before, past[appeal.id], by)
        number = number_for_officials(appeal.series, appeal.number)
        moves.append(Move(appeal.id, number, Level(appeal.level), before, after))
    return [move for move in moves if move.before != move.after]


async def _keep(tick: Tick, appeal: Appeal, move: Move) -> None:
    standing = await find_standing(tick.session, appeal)
    after = repromise(standing, move.after, await find_world_of(tick, appeal.household_id))
    data = {"recomputed": {name: at.isoformat() for name, at in vars(move.before).items() if at is not None}}
    step = Step(Action.NOTE, By(Actor.COUNTY_OFFICE), after, data=data)
    await record_step(tick.session, appeal, step, tick.now)
    phones = await list_phones(tick, await find_holding_officials(tick.session, appeal))
    await show_on(tick, appeal, phones, not_before=appeal.card_not_before)
    if _is_news(tick, move):
        await tell_author(tick, appeal, "due-moved", {"due": appeal.due_at})


def _is_news(tick: Tick, move: Move) -> bool:
    before, after = move.before.due_at, move.after.due_at
    return after is not None and after > tick.now and (before is None or day_of(before) != day_of(after))
