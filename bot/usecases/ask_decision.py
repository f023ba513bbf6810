"""定措施 on a phone: what is done, by which units, and by when; one question a message."""

from datetime import date, timedelta
from typing import Any

from bot.rules.buttons import Button
from bot.rules.calendar import day_of
from bot.rules.date_words import read_deadline
from bot.rules.errors import NotUnderstood
from bot.usecases.ask import answered, ask
from bot.usecases.decide_item import MOST_DAYS, Decision, decide_item
from bot.usecases.heard import Heard
from bot.usecases.likely_units import list_likely_units
from bot.usecases.study_items import access_undecided
from bot.usecases.turn import Toast, Turn
from storage.grids import access_unit, list_units

MEASURE, UNIT, DUE = "study_measure", "study_unit", "study_due"
_OFFERED_DAYS = (7, 15, 30)


async def ask_measure(turn: Turn, item_id: int) -> Toast:
    """Raises NotYours, AlreadySo, NotNow."""
    await access_undecided(turn, item_id)
    await ask(turn, MEASURE, {"item": item_id})
    await turn.answer("study-measure-asked")
    return Toast("study-toast")


async def hear_measure(turn: Turn, asked: dict[str, Any], heard: Heard) -> None:
    _, shown = await access_undecided(turn, asked["item"])
    likely = await list_likely_units(turn, shown.appeals[0].category)
    buttons = [Button("refer-to-unit", "study_unit", unit.id, data={"unit": unit.name}) for unit in likely]
    await ask(turn, UNIT, asked | {"measure": heard.words})
    await turn.answer("study-unit-asked", buttons=[*buttons, Button("study-own", "study_own")])


async def choose_unit(turn: Turn, unit_id: int) -> Toast:
    """Raises Stale where this chat was not asked for one, NotYours where there is none."""
    asked = await answered(turn, UNIT)
    await _ask_due(turn, asked, [(await access_unit(turn.session, unit_id)).id])
    return Toast("study-toast")


async def choose_own(turn: Turn) -> Toast:
    """我们自己办. Raises Stale."""
    await _ask_due(turn, await answered(turn, UNIT), [])
    return Toast("study-toast")


async def name_units(turn: Turn, asked: dict[str, Any], heard: Heard) -> None:
    """The first that is named leads, the others help. Raises NotUnderstood."""
    named = [unit for unit in await list_units(turn.session) if unit.name in heard.words]
    if not named:
        raise NotUnderstood
    await _ask_due(turn, asked, [unit.id for unit in sorted(named, key=lambda unit: heard.words.index(unit.name))])


async def _ask_due(turn: Turn, asked: dict[str, Any], units: list[int]) -> None:
    await access_undecided(turn, asked["item"])
    await ask(turn, DUE, asked | {"units": units})
    buttons = [Button("study-due-days", "study_due", days, data={"days": days}) for days in _OFFERED_DAYS]
    await turn.answer("study-due-asked", buttons=buttons)


async def choose_due(turn: Turn, days: int) -> Toast:
    """Raises Stale, NotUnderstood."""
    asked = await answered(turn, DUE)
    if not 0 < days <= MOST_DAYS:
        raise NotUnderstood
    await _decide(turn, asked, day_of(turn.now) + timedelta(days=days))
    return Toast("study-toast")


async def say_due(turn: Turn, asked: dict[str, Any], heard: Heard) -> None:
    """Raises NotUnderstood."""
    day = read_deadline(heard.words, day_of(turn.now))
    if day is None:
        raise NotUnderstood
    await _decide(turn, asked, day)


async def _decide(turn: Turn, asked: dict[str, Any], day: date) -> None:
    decided = await decide_item(turn, asked["item"], Decision(asked["measure"], asked["units"], day))
    back = [Button("study-look", "study_docket", decided.meeting.id)]
    await turn.answer("study-decided-noted", buttons=back, due=decided.due_at, **decided.shown.data)
