"""Overdue: up to the next level by the clock. Whoever had it gets a red card, the household hears who has it now."""

from bot.rules.lifecycle import Action
from bot.rules.steps import Standing
from bot.usecases.drop_unsent import drop_unsent
from bot.usecases.people_of import say_holder, show_to, tell_author
from bot.usecases.send_calls import Call, Calls, is_late
from bot.usecases.take_step import Wanted, take_step_by_the_clock
from bot.usecases.tick import Tick
from storage.access import find_holding_officials
from storage.letters import Priority
from storage.models import Appeal


async def climb(tick: Tick, appeal: Appeal, standing: Standing) -> Calls:
    """The calls for those who had it; where the clock stood still, for those who have it now as well."""
    before = await find_holding_officials(tick.session, appeal)
    after = await take_step_by_the_clock(tick, appeal, Wanted(Action.ESCALATE, data={"card": "red"}), standing)
    await drop_unsent(tick, appeal)
    holder = await say_holder(tick, after.holder)
    priority = Priority.DANGER if after.is_danger else Priority.ESCALATION
    await tell_author(tick, appeal, "climbed", {"due": after.due_at, **holder}, priority=priority)
    holding = await find_holding_officials(tick.session, appeal)
    if after.is_danger or not is_late(tick, standing.look_at):
        await show_to(tick, appeal, before | holding, priority)
        holding = frozenset()
    red = [Call(official, appeal, "call-climbed", standing.look_at, holder) for official in sorted(before)]
    return red + [Call(official, appeal, "call-new", standing.look_at) for official in sorted(holding - before)]
