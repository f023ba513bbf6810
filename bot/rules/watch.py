"""What the clock does with an open appeal, and when it must look at it next. Each moment is dealt with once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.calendar import Calendar
from bot.rules.deadlines import end_of, yellow_at
from bot.rules.levels import Level
from bot.rules.lifecycle import Action
from bot.rules.terms import Policy


class Stroke(StrEnum):
    """What comes due, the weightiest first."""

    CLIMB = "climb"
    """Overdue: a red card, and up."""
    RED = "red"
    """Overdue at the county, where there is nowhere to climb."""
    ALARM = "alarm"
    """A danger that nobody has opened."""
    UNACCEPTED = "unaccepted"
    YELLOW = "yellow"

    @property
    def action(self) -> Action:
        return {Stroke.CLIMB: Action.ESCALATE, Stroke.ALARM: Action.ALARM}.get(self, Action.REMIND)


@dataclass(frozen=True)
class Watched:
    """An open appeal, as the clock must know it. `accept_by` None: accepted. `look_at`: the first moment that the
    clock has not dealt with. `is_opened`: some official has looked at it."""

    level: Level
    accept_by: datetime | None
    due_at: datetime
    look_at: datetime
    is_danger: bool = False
    is_opened: bool = False


def stroke_of(calendar: Calendar, policy: Policy, appeal: Watched, now: datetime) -> Stroke | None:
    """The one thing to do now; None where nothing is left of what had come due."""
    come = [stroke for moment, stroke in _moments(calendar, policy, appeal) if appeal.look_at <= moment <= now]
    if now >= appeal.due_at:
        come.append(_overdue(appeal))
    if appeal.is_opened:
        come = [stroke for stroke in come if stroke is not Stroke.ALARM]
    return min(come, key=list(Stroke).index, default=None)


def next_look(calendar: Calendar, policy: Policy, appeal: Watched, now: datetime) -> datetime:
    """The first moment after `now` at which something comes due. What is overdue at the county is called to mind
    every working day, a danger as often as it would climb."""
    coming = [moment for moment, _ in _moments(calendar, policy, appeal) if moment > now]
    if coming:
        return min(coming)
    return now + policy.danger.climb if appeal.is_danger else end_of(calendar, policy.deadlines, now, 1)


def _moments(calendar: Calendar, policy: Policy, appeal: Watched) -> Iterator[tuple[datetime, Stroke]]:
    """Danger knows no yellow card: it runs by the minute."""
    yield appeal.due_at, _overdue(appeal)
    if appeal.accept_by is not None:
        yield appeal.accept_by, Stroke.UNACCEPTED
    if not appeal.is_danger:
        yield yellow_at(calendar, policy.deadlines, appeal.due_at), Stroke.YELLOW
    elif appeal.accept_by is not None:
        yield appeal.accept_by - policy.danger.accept + policy.danger.unseen, Stroke.ALARM


def _overdue(appeal: Watched) -> Stroke:
    return Stroke.RED if appeal.level is Level.COUNTY else Stroke.CLIMB
