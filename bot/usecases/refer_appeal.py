"""转办: to another unit, with the due date as it stands; the likeliest units are offered, and the rest by name."""

from bot.rules.buttons import Button
from bot.rules.errors import NotUnderstood
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action
from bot.rules.steps import Wish
from bot.usecases.ask import answered, ask
from bot.usecases.drop_unsent import drop_unsent
from bot.usecases.likely_units import list_likely_units
from bot.usecases.people_of import say_holder, show_to, show_to_holders, tell_author
from bot.usecases.take_step import Wanted, access_to_change, access_to_take, take_step
from bot.usecases.turn import Toast, Turn
from storage.access import find_holding_officials
from storage.grids import access_unit, find_unit_named
from storage.models import Unit


async def offer_units(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    view = await access_to_take(turn, appeal_id, Action.REFER, epoch)
    likely = await list_likely_units(turn, view.appeal.category)
    buttons = [Button("refer-to-unit", "refer_unit", unit.id, data={"unit": unit.name}) for unit in likely]
    await ask(turn, "refer_to", {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("refer-asked", buttons=buttons, about=appeal_id)
    return Toast("refer-toast")


async def refer_to_named(turn: Turn, appeal_id: int, epoch: int, name: str) -> None:
    """Raises NotUnderstood where no unit is called so."""
    unit = await find_unit_named(turn.session, name.strip())
    if unit is None:
        raise NotUnderstood
    await _refer(turn, appeal_id, epoch, unit)


async def refer_to_unit(turn: Turn, unit_id: int) -> Toast:
    """Raises Stale where this chat was not asked for a unit, another Refusal where it went on since."""
    asked = await answered(turn, "refer_to")
    await _refer(turn, asked["appeal"], asked["epoch"], await access_unit(turn.session, unit_id))
    return Toast("referred-toast")


async def _refer(turn: Turn, appeal_id: int, epoch: int, unit: Unit) -> None:
    view = await access_to_change(turn, appeal_id)
    before = await find_holding_officials(turn.session, view.appeal)
    wish = Wish(to=Holder(Level(view.appeal.level), unit=unit.code))
    after = await take_step(turn, view, Wanted(Action.REFER, epoch, wish))
    await drop_unsent(turn, view.appeal)
    await show_to(turn, view.appeal, before)
    await show_to_holders(turn, view.appeal)
    holder = await say_holder(turn, after.holder)
    await tell_author(turn, view.appeal, "referred", {"due": view.appeal.due_at, **holder})
    await turn.answer("referred-noted", about=appeal_id, unit=unit.name)
