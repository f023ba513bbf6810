"""收回: what an official wrote for a household that has no phone here, and does not want it any more."""

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Action, Actor, Outcome
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_official
from bot.usecases.ask import ask
from bot.usecases.leave_silently import leave_silently
from bot.usecases.people_of import say_home, show_to_holders, tell_official
from bot.usecases.take_step import Wanted, access_to_take, take_step
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView, find_holding_officials
from storage.grids import list_leads
from storage.households import access_household

WITHDRAW_WHY = "withdraw_why"


def may_withdraw(view: AppealView) -> bool:
    """Where somebody else is its author, nobody does it for them."""
    return Actor.WRITER in view.actors and view.appeal.account_id is None


async def ask_why_withdraw(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises a Refusal."""
    await _access(turn, appeal_id, epoch)
    await ask(turn, WITHDRAW_WHY, {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("withdraw-why", about=appeal_id)
    return Toast("return-toast")


async def withdraw_for(turn: Turn, appeal_id: int, epoch: int, reason: str) -> None:
    """Whoever else holds it hears, and the village's leads do, so that nobody ends by himself what he owes."""
    view, writer = await _access(turn, appeal_id, epoch), await acting_official(turn)
    appeal = view.appeal
    hearing = await find_holding_officials(turn.session, appeal)
    if view.is_public:
        hearing |= {lead.id for lead in await list_leads(turn.session, appeal.grid_id)}
    await take_step(turn, view, Wanted(Action.WITHDRAW, epoch, outcome=Outcome.WITHDRAWN, note=reason))
    await leave_silently(turn, appeal)
    home = say_home(await access_household(turn.session, appeal.household_id))
    for official_id in sorted(hearing - {writer.id}):
        await tell_official(turn, official_id, appeal, "withdrawn-for", {"reason": reason, "name": writer.name})
    await show_to_holders(turn, appeal)
    number = number_for_officials(appeal.series, appeal.number)
    await turn.answer("withdrawn-for-noted", about=appeal_id, number=number, home=home)


async def _access(turn: Turn, appeal_id: int, epoch: int) -> AppealView:
    view = await access_to_take(turn, appeal_id, Action.WITHDRAW, epoch)
    if not may_withdraw(view):
        raise NotYours
    return view
