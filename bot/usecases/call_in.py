"""联合办理: whoever holds an appeal stays in the lead, and others help with a part of it."""

from bot.rules.buttons import Button
from bot.rules.errors import NotPublic, NotToThem
from bot.rules.lifecycle import Action
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_official
from bot.usecases.ask import answered, ask
from bot.usecases.likely_units import list_likely_units
from bot.usecases.people_of import show_to, show_to_holders, tell_author, tell_official
from bot.usecases.take_step import Wanted, access_to_take, take_step
from bot.usecases.turn import Toast, Turn
from bot.usecases.whom import Kept, Whom, find_named, list_people, read_whom
from storage.access import AppealView, find_holding_officials
from storage.barred import find_barred
from storage.grids import access_unit

CALL_WHOM, CALL_FOR = "call_whom", "call_for"


async def offer_helpers(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Units by a tap, officials near by name. Raises NotPublic: who helps must be able to read what is to be done."""
    view = await _access(turn, appeal_id, epoch)
    likely = await list_likely_units(turn, view.appeal.category)
    buttons = [Button("refer-to-unit", "call_unit", unit.id, data={"unit": unit.name}) for unit in likely]
    await ask(turn, CALL_WHOM, {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("call-asked", buttons=buttons, about=appeal_id)
    return Toast("refer-toast")


async def call_unit(turn: Turn, unit_id: int) -> Toast:
    """Raises Stale where this chat was not asked whom, another Refusal where it went on since."""
    asked = await answered(turn, CALL_WHOM)
    await _access(turn, asked["appeal"], asked["epoch"])
    await _ask_for(turn, asked, Whom(unit=await access_unit(turn.session, unit_id)))
    return Toast("refer-toast")


async def call_named(turn: Turn, appeal_id: int, epoch: int, name: str) -> None:
    """Raises NoSuchColleague."""
    view = await _access(turn, appeal_id, epoch)
    await _ask_for(turn, {"appeal": appeal_id, "epoch": epoch}, await find_named(turn, view.appeal, name))


async def _access(turn: Turn, appeal_id: int, epoch: int) -> AppealView:
    view = await access_to_take(turn, appeal_id, Action.CALL_IN, epoch)
    if not view.is_public:
        raise NotPublic
    return view


async def _ask_for(turn: Turn, asked: dict[str, int], whom: Whom) -> None:
    await ask(turn, CALL_FOR, {**asked, "to": whom.kept})
    await turn.answer("call-for", about=asked["appeal"], name=whom.name)


async def call_in(turn: Turn, appeal_id: int, epoch: int, kept: Kept, task: str) -> None:
    """Raises NotToThem where nobody of theirs may know of it, or they hold it."""
    view, whom = await _access(turn, appeal_id, epoch), await read_whom(turn, kept)
    holding = await find_holding_officials(turn.session, view.appeal)
    helpers = await list_people(turn, whom) - await find_barred(turn.session, appeal_id) - holding
    if not helpers:
        raise NotToThem
    await take_step(turn, view, Wanted(Action.CALL_IN, epoch, note=task, data={"helper": whom.name}, told=helpers))
    caller = await acting_official(turn)
    for official_id in sorted(helpers):
        await tell_official(turn, official_id, view.appeal, "called-in", {"words": task, "name": caller.name})
    await show_to(turn, view.appeal, helpers)
    await show_to_holders(turn, view.appeal)
    await tell_author(turn, view.appeal, "helper-named", {"name": whom.name, "due": view.appeal.due_at or turn.now})
    number = number_for_officials(view.appeal.series, view.appeal.number)
    await turn.answer("call-noted", about=appeal_id, number=number, name=whom.name)
