"""One step of one appeal, by whoever acts: decided by the rules, kept through the one door."""

from dataclasses import dataclass, field
from typing import Any

from bot.rules.errors import Stale
from bot.rules.lifecycle import Action, Actor, Outcome, Status
from bot.rules.steps import NOTHING_NAMED, Standing, Wish, World, role_of, take
from bot.rules.transitions import decide
from bot.usecases.tick import Tick
from bot.usecases.topics_of import show_topics
from bot.usecases.turn import Turn
from bot.usecases.world_of import find_world_of
from storage.access import AppealView, access_appeal
from storage.accounts import find_account
from storage.holders import find_holder
from storage.models import Appeal
from storage.officials import find_official_of_account
from storage.standings import find_standing
from storage.steps import By, Step, record_step
from storage.viewers import find_viewer


@dataclass(frozen=True)
class Wanted:
    """A step as it was asked for. `epoch`: of the button that was tapped; None where words ask for it."""

    action: Action
    epoch: int | None = None
    wish: Wish = NOTHING_NAMED
    outcome: Outcome | None = None
    note: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    told: frozenset[int] = frozenset()
    """Officials who hear of it without holding it."""


async def access_to_change(turn: Turn, appeal_id: int) -> AppealView:
    """The appeal, locked, as the one who acts may know it. Raises NotYours."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    return await access_appeal(turn.session, viewer, appeal_id, to_change=True)


async def access_to_take(turn: Turn, appeal_id: int, action: Action, epoch: int) -> AppealView:
    """The appeal, locked, where the step could be taken now by a button of that epoch. Raises a Refusal."""
    view = await access_to_change(turn, appeal_id)
    decide(Status(view.appeal.status), action, view.actors, role_of(await find_holder(turn.session, view.appeal)))
    if epoch != view.appeal.epoch:
        raise Stale
    return view


async def take_step(turn: Turn, view: AppealView, wanted: Wanted) -> Standing:
    """Raises a Refusal; then nothing has changed."""
    before = await find_standing(turn.session, view.appeal)
    held_as = role_of(before.holder)
    entitled = decide(before.status, wanted.action, view.actors, held_as).entitled(view.actors, held_as)
    actor = next(actor for actor in Actor if actor in entitled)
    return await _take(turn, view.appeal, before, wanted, await _signed(turn, actor))


async def take_step_by_the_clock(
    turn: Tick, appeal: Appeal, wanted: Wanted, before: Standing | None = None
) -> Standing:
    """`before`: as it stands, where that was read already."""
    before = before or await find_standing(turn.session, appeal)
    return await _take(turn, appeal, before, wanted, By(Actor.CLOCK))


async def _take(turn: Turn | Tick, appeal: Appeal, before: Standing, wanted: Wanted, by: By) -> Standing:
    after = take(before, wanted.action, frozenset({by.actor}), await find_world(turn, appeal), wanted.wish)
    if wanted.epoch not in {None, appeal.epoch}:
        raise Stale
    ended = {"outcome": wanted.outcome} if wanted.outcome else {}
    step = Step(wanted.action, by, after, wanted.outcome, wanted.told, wanted.note, wanted.data | ended)
    await record_step(turn.session, appeal, step, turn.now)
    if wanted.action is not Action.NOTE:  # no card tells of it
        await show_topics(turn, appeal)
    return after


async def find_world(turn: Turn | Tick, appeal: Appeal) -> World:
    return await find_world_of(turn, appeal.household_id)


async def _signed(turn: Turn, actor: Actor) -> By:
    account = await find_account(turn.session, turn.who.bot_id, turn.who.user_id, turn.who.chat_id)
    if account is None:
        return By(actor)
    official = await find_official_of_account(turn.session, account.id)
    return By(actor, account.id, official.id if official else None)
