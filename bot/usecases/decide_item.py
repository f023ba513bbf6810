"""A lead decides an item of the docket: what is done, by which units, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.calendar import at, day_of
from bot.rules.errors import AlreadySo, NotUnderstood
from bot.usecases.acting import acting_official
from bot.usecases.carry_decision import Task, carry_out
from bot.usecases.study_items import Shown, access_undecided
from bot.usecases.turn import Turn
from storage.grids import access_grid, access_unit
from storage.models import ItemStatus, StudyMeeting
from storage.study_meetings import NewDecision, add_decision, record_item_settled

MOST_DAYS = 365


@dataclass(frozen=True)
class Decision:
    """The measure in the lead's own words. Of the `units`, by their ids, the first leads and the others help; without
    any the grid does it itself."""

    measure: str
    units: Sequence[int]
    day: date


@dataclass(frozen=True)
class Decided:
    meeting: StudyMeeting
    shown: Shown
    due_at: datetime


async def decide_item(turn: Turn, item_id: int, decision: Decision) -> Decided:
    """Keeps it, gives the units their task, and tells the households. Raises NotYours, AlreadySo, NotNow, and
    NotUnderstood without a measure or for a day that has passed or is more than a year away."""
    meeting, shown = await access_undecided(turn, item_id)
    today = day_of(turn.now)
    if not decision.measure.strip() or not today <= decision.day <= today + timedelta(days=MOST_DAYS):
        raise NotUnderstood
    units = [await access_unit(turn.session, unit_id) for unit_id in decision.units]
    due_at = at(decision.day, turn.policy.deadlines.day_ends)
    if not await record_item_settled(turn.session, shown.item, ItemStatus.DECIDED):
        raise AlreadySo
    new = NewDecision(
        item_id=shown.item.id,
        decided_by_official_id=(await acting_official(turn)).id,
        measure=decision.measure,
        unit_id=units[0].id if units else None,
        due_at=due_at,
    )
    await add_decision(turn.session, new, [unit.id for unit in units[1:]], turn.now)
    grid = await access_grid(turn.session, meeting.grid_id)
    await carry_out(turn, grid, shown, Task(decision.measure, tuple(units), due_at))
    return Decided(meeting, shown, due_at)
