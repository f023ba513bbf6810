"""A decision becomes a task: the unit gets the appeals, and every household hears what was decided."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rules.errors import Refusal
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action
from bot.rules.steps import Wish
from bot.usecases.acting import acting_official
from bot.usecases.drop_unsent import drop_unsent
from bot.usecases.first_responsible import find_first_responsible
from bot.usecases.people_of import list_phones, say_holder, show_to, show_to_holders, tell_author
from bot.usecases.study_items import Shown
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.turn import Turn
from storage.access import AppealView, find_holding_officials
from storage.barred import find_barred
from storage.commitments import NewCommitment, add_commitment
from storage.heads import find_head
from storage.models import Appeal, Grid, Unit
from storage.officials import list_officers
from storage.standings import find_standing


@dataclass(frozen=True)
class Task:
    """The first of the `units` leads; without any the grid does it itself."""

    measure: str
    units: tuple[Unit, ...]
    due_at: datetime

    @property
    def lead(self) -> Unit | None:
        return self.units[0] if self.units else None


async def carry_out(turn: Turn, grid: Grid, shown: Shown, task: Task) -> None:
    """What the lead may not refer, for it is in a cadre's hands, stays there; its household hears all the same."""
    given = [appeal for appeal in shown.appeals if await _give(turn, grid, appeal, shown, task)]
    for appeal in shown.appeals:
        holder = await say_holder(turn, (await find_standing(turn.session, appeal)).holder)
        data = {"words": task.measure, "unit": task.lead.name if task.lead else "none", "due": task.due_at}
        data["helpers"] = [unit.name for unit in task.units[1:]]
        await tell_author(turn, appeal, "study-decided", data | holder)
    if shown.is_public or given:
        await _tell_units(turn, grid, shown, task, given)


async def _give(turn: Turn, grid: Grid, appeal: Appeal, shown: Shown, task: Task) -> bool:
    """Whether the lead could do anything with it."""
    try:
        async with turn.session.begin_nested():
            await _refer(turn, await access_to_change(turn, appeal.id), shown, task)
            await _commit(turn, grid, appeal, task)
    except Refusal:
        return False
    return True


async def _refer(turn: Turn, view: AppealView, shown: Shown, task: Task) -> None:
    """A unit without anybody who may know of it cannot hold it: then it stays, and the decision is noted."""
    appeal, barred = view.appeal, await find_barred(turn.session, view.appeal.id)
    officers = await _officers(turn, task.lead) - barred if task.lead else frozenset()
    helpers: frozenset[int] = frozenset()
    if shown.is_public:
        helpers = helpers.union(*[await _officers(turn, unit) for unit in task.units[1:]]) - barred
    before = await find_holding_officials(turn.session, appeal)
    if task.lead is not None and officers and appeal.holder_unit_id != task.lead.id:
        wish = Wish(to=Holder(Level(appeal.level), unit=task.lead.code))
        wanted = Wanted(Action.REFER, wish=wish, note=task.measure)
    else:
        wanted = Wanted(Action.NOTE, note=task.measure)
    await take_step(turn, view, wanted)
    if helpers:
        named = {"helper": "、".join(unit.name for unit in task.units[1:])}
        await take_step(turn, view, Wanted(Action.CALL_IN, note=task.measure, data=named, told=helpers))
    if wanted.action is Action.REFER:
        await drop_unsent(turn, appeal)
        await show_to(turn, appeal, before)
    await show_to_holders(turn, appeal)
    await show_to(turn, appeal, helpers)


async def _commit(turn: Turn, grid: Grid, appeal: Appeal, task: Task) -> None:
    """What was decided is promised: by the unit in the lead, or by the grid itself."""
    unit_id = task.lead.id if task.lead else None
    head = await find_first_responsible(turn, unit_id, appeal) if grid.level == Level.COUNTY else None
    new = NewCommitment(
        appeal_id=appeal.id,
        unit_id=unit_id,
        grid_id=None if task.lead else grid.id,
        official_id=(await acting_official(turn)).id,
        head_official_id=head.id if head else None,
        due_at=task.due_at,
        what=task.measure,
    )
    await add_commitment(turn.session, new, turn.now)


async def _tell_units(turn: Turn, grid: Grid, shown: Shown, task: Task, given: list[Appeal]) -> None:
    """One letter to each officer, however many appeals it is about. Of a private one only the lead unit hears."""
    about = given[0] if given else None
    barred = frozenset[int]().union(*[await find_barred(turn.session, appeal.id) for appeal in shown.appeals])
    said: dict[str, Any] = {"words": task.measure, "due": task.due_at, "grid": grid.name, **shown.data}
    head = await find_head(turn.session, task.lead.id) if task.lead and grid.level == Level.COUNTY else None
    said["head"] = head.name if head else "none"
    for place, unit in enumerate(task.units if shown.is_public else task.units[:1]):
        role: dict[str, Any] = {"role": "lead" if place == 0 else "helper", "unit": unit.name}
        for phone in await list_phones(turn, await _officers(turn, unit) - barred):
            await turn.tell(phone, "study-task", about=about.id if about else None, **said, **role)


async def _officers(turn: Turn, unit: Unit) -> frozenset[int]:
    return frozenset(official.id for official in await list_officers(turn.session, unit.id))
