"""What an author does to an appeal of theirs after filing: urge, withdraw, hide from the cadre."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.errors import NotYours, UrgedToday
from bot.rules.escalation import Complaint
from bot.rules.lifecycle import Action, Actor, Outcome
from bot.rules.nights import may_urge
from bot.rules.steps import Wish
from bot.usecases.drop_unsent import drop_unsent
from bot.usecases.file import first_in_line, show_cards
from bot.usecases.give_receipt import number_of
from bot.usecases.leave_silently import leave_silently
from bot.usecases.people_of import say_holder, show_to
from bot.usecases.take_step import Wanted, access_to_change, find_world, take_step
from bot.usecases.tell_holder import tell_holder
from bot.usecases.turn import Toast, Turn
from bot.usecases.withdraw_echo import withdraw_echo
from storage.access import AppealView, find_holding_officials
from storage.history import list_steps


async def access_own(turn: Turn, appeal_id: int) -> AppealView:
    """The appeal, locked. Raises NotYours for whoever is not its author."""
    view = await access_to_change(turn, appeal_id)
    if Actor.AUTHOR not in view.actors:
        raise NotYours
    return view


async def urge(turn: Turn, appeal_id: int) -> Toast:
    """催办. Raises UrgedToday for the second time on one day."""
    view = await access_own(turn, appeal_id)
    urged = [step.at for step in await list_steps(turn.session, view) if step.action is Action.URGE]
    if not may_urge(max(urged, default=None), turn.now):
        raise UrgedToday
    after = await take_step(turn, view, Wanted(Action.URGE))
    await tell_holder(turn, view.appeal, "was-urged")
    data: dict[str, Any] = {"number": number_of(view.appeal)} | await say_holder(turn, after.holder)
    await turn.answer("urged", about=appeal_id, **data)
    return Toast("toast-urged")


async def ask_withdraw(turn: Turn, appeal_id: int) -> None:
    view = await access_own(turn, appeal_id)
    button = Button("button-withdraw-surely", "withdraw_surely", appeal_id, view.appeal.epoch)
    await turn.answer("withdraw-surely", buttons=(button,), about=appeal_id, number=number_of(view.appeal))


async def withdraw(turn: Turn, appeal_id: int) -> Toast:
    """Raises AlreadySo; NotNow where it was answered."""
    view = await access_own(turn, appeal_id)
    await take_step(turn, view, Wanted(Action.WITHDRAW, outcome=Outcome.WITHDRAWN))
    await leave_silently(turn, view.appeal)
    await tell_holder(turn, view.appeal, "was-withdrawn")
    await turn.answer("withdrawn", about=appeal_id, number=number_of(view.appeal))
    return Toast("toast-done")


async def bar_cadre(turn: Turn, appeal_id: int, complaint: Complaint) -> Toast:
    """It is about the own cadre, or the cadre shall not know: from now on they see nothing of it, and what they had
    of it on their phone is gone."""
    view = await access_own(turn, appeal_id)
    before = await find_holding_officials(turn.session, view.appeal)
    world = await find_world(turn, view.appeal)
    barred = first_in_line(world)
    after = await take_step(turn, view, Wanted(Action.BAR, wish=Wish(complaint=complaint, barred=barred)))
    await drop_unsent(turn, view.appeal)
    await withdraw_echo(turn, view.appeal)
    await leave_silently(turn, view.appeal)
    await show_to(turn, view.appeal, before | barred)
    await show_cards(turn, view.appeal, world)
    data: dict[str, Any] = {"number": number_of(view.appeal), "due": after.due_at}
    await turn.answer("cadre-barred", about=appeal_id, **data | await say_holder(turn, after.holder))
    return Toast("toast-done")


async def offer_more(turn: Turn, appeal_id: int) -> None:
    """更多: what else can be done with it."""
    view = await access_own(turn, appeal_id)
    epoch = view.appeal.epoch
    buttons = (
        *(() if view.appeal.is_private else (Button("button-only-holder", "make_private", appeal_id, epoch),)),
        Button("button-reclassify", "reclassify", appeal_id, epoch),
        Button("button-accuse", "accuse_filed", appeal_id, epoch),
    )
    await turn.answer("more-about", buttons=buttons, about=appeal_id, number=number_of(view.appeal))
