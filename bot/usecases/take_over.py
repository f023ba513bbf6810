"""接过来办: a lead, or the county office, takes over what a level below has in hand; the due date stays."""

from bot.rules.errors import NotYours
from bot.rules.escalation import Holder, Ladder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action
from bot.rules.steps import Wish
from bot.usecases.drop_unsent import drop_unsent
from bot.usecases.people_of import say_holder, show_to, show_to_holders, tell_author
from bot.usecases.take_step import Wanted, access_to_change, find_world, take_step
from bot.usecases.turn import Toast, Turn
from storage.access import find_holding_officials
from storage.viewers import find_viewer


async def take_over(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises a Refusal."""
    view = await access_to_change(turn, appeal_id)
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    ladder = (await find_world(turn, view.appeal)).ladder
    to = _place(ladder, viewer.officials | viewer.stands_for, Level(view.appeal.level))
    before = await find_holding_officials(turn.session, view.appeal)
    after = await take_step(turn, view, Wanted(Action.TAKE_OVER, epoch, Wish(to=to)))
    await drop_unsent(turn, view.appeal)
    await show_to(turn, view.appeal, before)
    await show_to_holders(turn, view.appeal)
    await tell_author(
        turn, view.appeal, "taken-over", {"due": view.appeal.due_at, **await say_holder(turn, after.holder)}
    )
    return Toast("taken-over-toast")


def _place(ladder: Ladder, officials: frozenset[int], level: Level) -> Holder:
    """As lead of the nearest grid that is not below; whom they stand in for has it in their own name."""
    for rung in ladder.rungs:
        own = [lead for lead in rung.leads if lead in officials]
        if own and rung.level >= level:
            return Holder(rung.level, official=own[0], grid=rung.grid)
    raise NotYours
