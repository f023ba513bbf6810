"""转办: to another unit or official, with a reason, and with the due date as it stands."""

from bot.rules.buttons import Button
from bot.rules.errors import NotToThem
from bot.rules.levels import Level
from bot.rules.lifecycle import Action
from bot.rules.steps import Wish
from bot.usecases.ask import answered, ask
from bot.usecases.drop_unsent import drop_unsent
from bot.usecases.likely_units import list_likely_units
from bot.usecases.people_of import say_holder, show_to, show_to_holders, tell_author, tell_official
from bot.usecases.take_step import Wanted, access_to_change, access_to_take, take_step
from bot.usecases.turn import Toast, Turn
from bot.usecases.whom import Kept, Whom, find_named, find_near, list_people, read_whom
from storage.access import AppealView, find_holding_officials
from storage.barred import find_barred
from storage.contact_links import find_cadre
from storage.grids import access_unit

REFER_TO, REFER_WHY = "refer_to", "refer_why"


async def offer_whom(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """The likeliest units, and to whoever is not the household's cadre that cadre; others by name."""
    view = await access_to_take(turn, appeal_id, Action.REFER, epoch)
    likely = await list_likely_units(turn, view.appeal.category)
    buttons = [Button("refer-to-unit", "refer_unit", unit.id, data={"unit": unit.name}) for unit in likely]
    buttons += await _cadre_button(turn, view)
    await ask(turn, REFER_TO, {"appeal": appeal_id, "epoch": epoch})
    await turn.answer("refer-asked", buttons=buttons, about=appeal_id)
    return Toast("refer-toast")


async def _cadre_button(turn: Turn, view: AppealView) -> list[Button]:
    cadre = await find_cadre(turn.session, view.appeal.household_id)
    may_not = await find_holding_officials(turn.session, view.appeal) | await find_barred(turn.session, view.appeal.id)
    if cadre is None or cadre.id in may_not:
        return []
    return [Button("refer-to-cadre", "refer_official", cadre.id, data={"name": cadre.name})]


async def refer_to_named(turn: Turn, appeal_id: int, epoch: int, name: str) -> None:
    """Raises NoSuchColleague where nobody near is called so, and no unit."""
    view = await access_to_take(turn, appeal_id, Action.REFER, epoch)
    await _ask_why(turn, appeal_id, epoch, await find_named(turn, view.appeal, name))


async def refer_to_unit(turn: Turn, unit_id: int) -> Toast:
    """Raises Stale where this chat was not asked to whom, another Refusal where it went on since."""
    asked = await answered(turn, REFER_TO)
    await access_to_take(turn, asked["appeal"], Action.REFER, asked["epoch"])
    return await _ask_why(turn, asked["appeal"], asked["epoch"], Whom(unit=await access_unit(turn.session, unit_id)))


async def refer_to_official(turn: Turn, official_id: int) -> Toast:
    """Raises as `refer_to_unit`; NoSuchColleague for whoever is not near."""
    asked = await answered(turn, REFER_TO)
    view = await access_to_take(turn, asked["appeal"], Action.REFER, asked["epoch"])
    return await _ask_why(turn, asked["appeal"], asked["epoch"], await find_near(turn, view.appeal, official_id))


async def _ask_why(turn: Turn, appeal_id: int, epoch: int, whom: Whom) -> Toast:
    await ask(turn, REFER_WHY, {"appeal": appeal_id, "epoch": epoch, "to": whom.kept})
    button = Button("refer-plainly", "refer_plainly", appeal_id, epoch)
    await turn.answer("refer-why", buttons=[button], about=appeal_id, name=whom.name)
    return Toast("refer-toast")


async def refer_plainly(turn: Turn) -> Toast:
    """▢ 这事归他们管: nothing more to say. Raises Stale where no reason was asked for."""
    asked = await answered(turn, REFER_WHY)
    await refer_appeal(turn, asked["appeal"], asked["epoch"], asked["to"], None)
    return Toast("referred-toast")


async def refer_appeal(turn: Turn, appeal_id: int, epoch: int, kept: Kept, reason: str | None) -> None:
    """Without a reason it is theirs by their office. Raises NotToThem where nobody of theirs may know of it."""
    view, whom = await access_to_change(turn, appeal_id), await read_whom(turn, kept)
    people = await list_people(turn, whom)
    if people and people <= await find_barred(turn.session, appeal_id):
        raise NotToThem
    before = await find_holding_officials(turn.session, view.appeal)
    wish = Wish(to=whom.holding(Level(view.appeal.level)))
    after = await take_step(turn, view, Wanted(Action.REFER, epoch, wish, note=reason))
    await drop_unsent(turn, view.appeal)
    await show_to(turn, view.appeal, before)
    await show_to_holders(turn, view.appeal)
    for official_id in sorted(await find_holding_officials(turn.session, view.appeal)) if reason else ():
        await tell_official(turn, official_id, view.appeal, "referred-to-you", {"reason": reason})
    holder = await say_holder(turn, after.holder)
    await tell_author(turn, view.appeal, "referred", {"due": view.appeal.due_at, **holder})
    await turn.answer("referred-noted", about=appeal_id, name=whom.name)
