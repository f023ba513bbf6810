"""退回: what was referred to the wrong unit goes back to whoever referred it, with a reason, while that may be done."""

from bot.rules.errors import Stale
from bot.rules.lifecycle import Action, Actor
from bot.rules.steps import take
from bot.usecases.ask import ask
from bot.usecases.drop_unsent import drop_unsent
from bot.usecases.people_of import say_holder, show_to, show_to_holders, tell_author, tell_official
from bot.usecases.take_step import Wanted, access_to_change, find_world, take_step
from bot.usecases.turn import Toast, Turn
from storage.access import find_holding_officials
from storage.standings import find_standing

RETURN_WHY = "return_why"


async def ask_why_return(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises TooLate after the days for it, before anybody writes a reason in vain."""
    view = await access_to_change(turn, appeal_id)
    standing = await find_standing(turn.session, view.appeal)
    take(standing, Action.RETURN, view.actors & {Actor.HOLDER}, await find_world(turn, view.appeal))
    if epoch != view.appeal.epoch:
        raise Stale
    await ask(turn, RETURN_WHY, {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("return-why", about=appeal_id)
    return Toast("return-toast")


async def return_appeal(turn: Turn, appeal_id: int, epoch: int, reason: str) -> None:
    """The due date stays: 'not ours' ends nothing."""
    view = await access_to_change(turn, appeal_id)
    before = await find_holding_officials(turn.session, view.appeal)
    after = await take_step(turn, view, Wanted(Action.RETURN, epoch, note=reason))
    await drop_unsent(turn, view.appeal)
    await show_to(turn, view.appeal, before)
    await show_to_holders(turn, view.appeal)
    due = {"due": view.appeal.due_at}
    for official_id in await find_holding_officials(turn.session, view.appeal):
        await tell_official(turn, official_id, view.appeal, "returned", {"reason": reason, **due})
    await tell_author(turn, view.appeal, "back-with", due | await say_holder(turn, after.holder))
    await turn.answer("return-noted", about=appeal_id)
