"""Steps of an appeal: the one door through which its status and its history change together."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm.attributes import set_committed_value

from bot.rules.errors import AlreadySo
from bot.rules.lifecycle import Action, Actor, Outcome, Status
from bot.rules.steps import Standing
from storage.appeal_keywords import record_keywords_gone
from storage.barred import add_barred
from storage.engine import Session
from storage.holders import HolderColumns, find_holder_columns
from storage.models import Appeal, AppealEvent

_ADD = insert(AppealEvent)
_UNCHANGED_SINCE = (Appeal.id == bindparam("of_appeal"), Appeal.epoch == bindparam("at_epoch"))
_CHANGE = update(Appeal).where(*_UNCHANGED_SINCE).returning(Appeal.id)  # of the columns that come with it


@dataclass(frozen=True)
class By:
    """Who takes the step. The clock has neither account nor office."""

    actor: Actor
    account_id: int | None = None
    official_id: int | None = None


@dataclass(frozen=True)
class Step:
    """`after` is where the rules say it stands now. The officials `told` hear of it without holding it."""

    action: Action
    by: By
    after: Standing
    outcome: Outcome | None = None
    told: Iterable[int] = ()
    note: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


async def record_step(session: Session, appeal: Appeal, step: Step, now: datetime) -> None:
    """Raises AlreadySo where somebody else was faster: the appeal has gone on since it was read."""
    before = appeal.status
    holder = await find_holder_columns(session, step.after.holder)
    is_given = holder != HolderColumns(appeal.holder_official_id, appeal.holder_unit_id, appeal.holder_grid_id)
    await _change(session, appeal, _changes(appeal, step, holder, now))
    for official_id in step.after.barred:
        await add_barred(session, appeal, official_id, step.after.complaint, now)
    if step.after.barred:
        await record_keywords_gone(session, appeal.id)
    await add_events(session, appeal, step, before, holder if is_given else None, now)


async def add_events(
    session: Session, appeal: Appeal, step: Step, before: str | None, to: HolderColumns | None, now: datetime
) -> None:
    """The step, and one row more for each who is told; `appeal` is already as the step left it."""
    told = [
        _event(appeal, step, before, HolderColumns(official_id, None, None), now, is_told=True)
        for official_id in step.told
    ]
    events = [_event(appeal, step, before, to, now), *told]
    await session.run_sync(lambda past: past.connection().execute(_ADD, events))


def _changes(appeal: Appeal, step: Step, holder: HolderColumns, now: datetime) -> dict[str, Any]:
    after = step.after
    return {
        "status": after.status,
        "level": after.holder.level,
        "holder_official_id": holder.official_id,
        "holder_unit_id": holder.unit_id,
        "holder_grid_id": holder.grid_id,
        "accept_by": after.accept_by,
        "due_at": after.due_at,
        "look_at": after.look_at,
        "epoch": after.epoch,
        # What is worked on has no outcome; what was answered keeps its own through the verdict.
        "outcome": None if after.status.is_open else step.outcome or appeal.outcome,
    } | _moments(after.status, step.action, now)


def _moments(status: Status, action: Action, now: datetime) -> dict[str, datetime | None]:
    if action is Action.ANSWER:
        return {"answered_at": now}
    if status in {Status.CLOSED, Status.WITHDRAWN}:
        return {"closed_at": now}
    return {"closed_at": None} if status.is_open else {}


async def _change(session: Session, appeal: Appeal, changes: dict[str, Any]) -> None:
    values = changes | {"of_appeal": appeal.id, "at_epoch": appeal.epoch}
    # Past the session, as are the events: nothing waits to be written out before either.
    if await session.run_sync(lambda past: past.connection().execute(_CHANGE, values).one_or_none()) is None:
        raise AlreadySo
    for name, value in changes.items():
        set_committed_value(appeal, name, value)


def _event(
    appeal: Appeal, step: Step, before: str | None, to: HolderColumns | None, now: datetime, *, is_told: bool = False
) -> dict[str, Any]:
    return {
        "appeal_id": appeal.id,
        "at": now,
        "action": step.action,
        "actor": step.by.actor,
        "actor_account_id": step.by.account_id,
        "actor_official_id": step.by.official_id,
        "from_status": before,
        "status": appeal.status,
        "level": appeal.level,
        "to_official_id": to.official_id if to else None,
        "to_unit_id": to.unit_id if to else None,
        "to_grid_id": to.grid_id if to else None,
        "is_told": is_told,
        "due_at": appeal.due_at,
        "note": step.note,
        "data": step.data,
    }
