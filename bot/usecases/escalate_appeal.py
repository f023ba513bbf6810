"""报上级: to the next level whose lead is neither barred nor had it before, by hand or by a verdict."""

from bot.rules.lifecycle import Action
from bot.rules.steps import Standing
from bot.usecases.drop_unsent import drop_unsent
from bot.usecases.people_of import say_holder, show_to, show_to_holders, tell_author
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView, find_holding_officials


async def escalate_appeal(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """By the holder's hand. Raises a Refusal."""
    view = await access_to_change(turn, appeal_id)
    after = await escalate(turn, view, Wanted(Action.ESCALATE, epoch))
    holder = await say_holder(turn, after.holder)
    await tell_author(turn, view.appeal, "escalated", {"due": view.appeal.due_at, **holder})
    return Toast("escalated-toast", dict(holder))


async def escalate(turn: Turn, view: AppealView, wanted: Wanted) -> Standing:
    """By whatever action climbs; telling the author is the caller's."""
    before = await find_holding_officials(turn.session, view.appeal)
    after = await take_step(turn, view, wanted)
    await drop_unsent(turn, view.appeal)
    await show_to(turn, view.appeal, before)
    await show_to_holders(turn, view.appeal)
    return after
