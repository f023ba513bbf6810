"""What households were promised, reckoned anew: a changed policy moves no due time unless this is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.rules.calendar import Calendar, count_working_days, day_of
from bot.rules.deadlines import end_of, for_forwarded, for_half, for_level
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Status
from bot.rules.terms import Policy
from bot.rules.transitions import ARRIVED, TABLE, Due, Hands, Transition


@dataclass(frozen=True)
class Promise:
    """Of an open appeal. `accept_by` None: it is in hand."""

    accept_by: datetime | None
    due_at: datetime | None


@dataclass(frozen=True)
class Past:
    """A step of the history: from which status, and the level and due time that it left."""

    action: Action
    before: Status | None
    level: Level
    at: datetime
    due_at: datetime | None
    extended_by: int | None = None
    """Working days, where the history has kept them."""


@dataclass(frozen=True)
class Reckoning:
    calendar: Calendar
    policy: Policy
    category: str


def promised_anew(kept: Promise, history: Sequence[Past], by: Reckoning) -> Promise:
    """By this policy, counted from when the appeal came to where it is, with the extension that it was granted there.
    What has been accepted waits for nothing, and where the history tells of no arrival, the promise stays."""
    found, last_due = Promise(None, None), None
    for step in history:
        row = TABLE.get((step.before, step.action))
        if row:
            found = _after(found, step, row, last_due, by)
        last_due = step.due_at
    return Promise(
        accept_by=(found.accept_by or kept.accept_by) if kept.accept_by else None,
        due_at=found.due_at or kept.due_at,
    )


def _after(found: Promise, step: Past, row: Transition, last_due: datetime | None, by: Reckoning) -> Promise:
    terms, arrived = by.policy.deadlines, for_level(by.calendar, by.policy, step.level, step.at, by.category)
    if row.after in ARRIVED and (row.hands is not Hands.KEEP or step.before not in ARRIVED):
        found = replace(found, accept_by=arrived.accept_by)
    if row.due is Due.LEVEL:
        return replace(found, due_at=arrived.due_at)
    if row.due is Due.HALF:
        return replace(found, due_at=for_half(by.calendar, terms, step.at))
    if row.due is Due.FORWARDED:
        return replace(found, due_at=for_forwarded(by.calendar, terms, step.at))
    if row.due is Due.EXTENDED and found.due_at is not None:
        return replace(found, due_at=end_of(by.calendar, terms, found.due_at, _extension(step, last_due, by.calendar)))
    return found


def _extension(step: Past, last_due: datetime | None, calendar: Calendar) -> int:
    """What was granted stays granted, whatever the policy would grant today."""
    if step.extended_by is not None:
        return step.extended_by
    if last_due is None or step.due_at is None:
        return 0
    return count_working_days(calendar, day_of(last_due), day_of(step.due_at))
