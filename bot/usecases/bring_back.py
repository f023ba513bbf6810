"""重新办理: the county office brings back what has ended, with a reason that its author hears."""

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Action, Actor
from bot.usecases.ask import ask
from bot.usecases.people_of import say_holder, show_to_holders, tell_author
from bot.usecases.take_step import Wanted, access_to_take, take_step
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView

BRING_BACK_WHY = "bring_back_why"


async def ask_why_back(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises a Refusal."""
    await _access(turn, appeal_id, epoch)
    await ask(turn, BRING_BACK_WHY, {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("bring-back-why", about=appeal_id)
    return Toast("return-toast")


async def bring_back(turn: Turn, appeal_id: int, epoch: int, reason: str) -> None:
    """Whoever had it last has it again, with a new date."""
    view = await _access(turn, appeal_id, epoch)
    after = await take_step(turn, view, Wanted(Action.REOPEN, epoch, note=reason))
    await show_to_holders(turn, view.appeal)
    data = {"reason": reason, "due": after.due_at, **await say_holder(turn, after.holder)}
    await tell_author(turn, view.appeal, "brought-back", data)
    await turn.answer("bring-back-noted", about=appeal_id, due=after.due_at)


async def _access(turn: Turn, appeal_id: int, epoch: int) -> AppealView:
    """An author brings it back by saying something new, not so."""
    view = await access_to_take(turn, appeal_id, Action.REOPEN, epoch)
    if Actor.COUNTY_OFFICE not in view.actors:
        raise NotYours
    return view
