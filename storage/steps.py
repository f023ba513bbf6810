"""Steps of an appeal: the one door through which its status and its history change together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from bot.rules.errors import AlreadySo
from bot.rules.escalation import Holder
from bot.rules.lifecycle import Action, Actor, Outcome, Status
from storage.engine import Session
from storage.models import Appeal, AppealEvent, Grid, Unit


@dataclass(frozen=True)
class By:
    """Who takes the step. The clock has neither account nor office."""

    actor: Actor
    account_id: int | None = None
    official_id: int | None = None


@dataclass(frozen=True)
class Step:
    """What changes; None leaves it as it is. `told` hear of it without holding it."""

    action: Action
    by: By
    status: Status | None = None
    holder: Holder | None = None
    due_at: datetime | None = None
    accept_by: datetime | None = None
    outcome: Outcome | None = None
    told: Sequence[Holder] = ()
    note: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class HolderColumns:
    official_id: int | None
    unit_id: int | None
    grid_id: int | None


async def record_step(session: Session, appeal: Appeal, step: Step, now: datetime) -> None:
    """Raises AlreadySo where somebody else was faster: the appeal has gone on since it was read."""
    before = appeal.status
    changes = _status_changes(appeal, step, now)
    holder = await find_holder_columns(session, step.holder) if step.holder else None
    if step.holder and holder:
        changes |= {"level": step.holder.level, **{f"holder_{name}": value for name, value in vars(holder).items()}}
    if any(getattr(appeal, name) != value for name, value in changes.items() if name in _EPOCHAL):
        changes["epoch"] = appeal.epoch + 1
    await _change(session, appeal, changes)
    await add_events(session, appeal, step, before, holder, now)


async def add_events(
    session: Session, appeal: Appeal, step: Step, before: str | None, holder: HolderColumns | None, now: datetime
) -> None:
    """The step, and one row more for each who is told; `appeal` is already as the step left it."""
    session.add(_event(appeal, step, before, holder, now))
    for told in step.told:
        session.add(_event(appeal, step, before, await find_holder_columns(session, told), now, is_told=True))
    await session.flush()


async def find_holder_columns(session: Session, holder: Holder) -> HolderColumns:
    """Raises NoResultFound for a grid or unit that is not in the roster: nothing may be held by nobody."""
    unit = grid = None
    if holder.unit is not None:
        unit = (await session.scalars(select(Unit.id).where(Unit.code == holder.unit))).one()
    if holder.grid is not None:
        grid = (await session.scalars(select(Grid.id).where(Grid.code == holder.grid))).one()
    return HolderColumns(holder.official, unit, grid)


_EPOCHAL = frozenset({"status", "level", "holder_official_id", "holder_unit_id", "holder_grid_id"})


def _status_changes(appeal: Appeal, step: Step, now: datetime) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if step.due_at is not None:
        changes["due_at"] = step.due_at
    if step.accept_by is not None:
        changes["accept_by"] = step.accept_by
    if step.outcome is not None:
        changes["outcome"] = step.outcome
    if step.status is None or step.status == appeal.status:
        return changes
    # A time to accept by is over with the status that it was set for; what is worked on has no outcome.
    reopened = {"outcome": None, "closed_at": None} if step.status.is_open else {}
    return {"accept_by": None} | reopened | changes | {"status": step.status} | _moments(step.status, now)


def _moments(status: Status, now: datetime) -> dict[str, datetime]:
    if status is Status.ANSWERED:
        return {"answered_at": now}
    return {"closed_at": now} if status in {Status.CLOSED, Status.WITHDRAWN} else {}


async def _change(session: Session, appeal: Appeal, changes: dict[str, Any]) -> None:
    unchanged_since = (Appeal.id == appeal.id, Appeal.epoch == appeal.epoch)
    statement = update(Appeal).where(*unchanged_since).values(**changes or {"epoch": appeal.epoch})
    result = await session.execute(statement.returning(Appeal.id), execution_options={"synchronize_session": False})
    if result.one_or_none() is None:
        raise AlreadySo
    await session.refresh(appeal)


def _event(
    appeal: Appeal, step: Step, before: str | None, to: HolderColumns | None, now: datetime, *, is_told: bool = False
) -> AppealEvent:
    return AppealEvent(
        appeal_id=appeal.id,
        at=now,
        action=step.action,
        actor=step.by.actor,
        actor_account_id=step.by.account_id,
        actor_official_id=step.by.official_id,
        from_status=before,
        status=appeal.status,
        level=appeal.level,
        to_official_id=to.official_id if to else None,
        to_unit_id=to.unit_id if to else None,
        to_grid_id=to.grid_id if to else None,
        is_told=is_told,
        due_at=appeal.due_at,
        note=step.note,
        data=step.data,
    )
