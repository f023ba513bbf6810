"""Commitments, and what became of them: read from the history of their appeals each time, kept nowhere."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ScalarSelect, func, or_, select, update
from sqlalchemy.orm import QueryableAttribute, aliased

from bot.rules.commitments import Ending, Kept, kept
from bot.rules.lifecycle import Action, Status
from storage.engine import Session
from storage.models import Appeal, AppealEvent, Commitment, Grid, Official, Unit
from storage.public import public

_Column = TypeVar("_Column")
_OPEN = tuple(status for status in Status if status.is_open)
_Step = aliased(AppealEvent)


@dataclass(frozen=True)
class NewCommitment:
    """In the name of a unit or of a grid."""

    appeal_id: int
    unit_id: int | None
    grid_id: int | None
    official_id: int
    head_official_id: int | None
    due_at: datetime
    what: str


@dataclass(frozen=True)
class Listed:
    """A commitment as anybody may know it: no number, and nobody's words. `by`: the unit or the grid."""

    id: int
    by: str
    head: str | None
    category: str
    village: str
    due_at: datetime
    state: Kept


async def add_commitment(session: Session, new: NewCommitment, now: datetime) -> Commitment:
    """Made by the latest step of the appeal, which is locked. Raises IntegrityError for a second one by that step."""
    await session.flush()
    steps = select(func.max(AppealEvent.id)).where(AppealEvent.appeal_id == new.appeal_id)
    event_id = (await session.scalars(steps.where(AppealEvent.is_told.is_(False)))).one()
    commitment = Commitment(event_id=event_id, made_at=now, **vars(new))
    session.add(commitment)
    await session.flush()
    return commitment


async def find_standing_commitment(session: Session, appeal_id: int) -> Commitment | None:
    """The latest that waits for its answer, also one whose moment has passed."""
    query = select(Commitment).where(Commitment.appeal_id == appeal_id, ENDED_AT.is_(None))
    return (await session.scalars(query.order_by(Commitment.id.desc()).limit(1))).one_or_none()


async def find_promised(session: Session, appeal_ids: Collection[int]) -> dict[int, datetime]:
    """By when each of those that somebody made a promise about is to be answered, by the latest of them."""
    query = select(Commitment.appeal_id, Commitment.due_at).where(Commitment.appeal_id.in_(appeal_ids))
    return dict((await session.execute(query.where(ENDED_AT.is_(None)).order_by(Commitment.id))).all())


async def list_commitments_due(session: Session, now: datetime, limit: int) -> list[tuple[Commitment, Kept]]:
    """For the clock: those whose moment has come and that it has not looked at, oldest first, locked."""
    due = select(Commitment, ENDED_AT, ENDED_BY).where(Commitment.looked_at.is_(None), Commitment.due_at <= now)
    due = due.order_by(Commitment.due_at, Commitment.id).limit(limit)
    rows = await session.execute(due.with_for_update(of=Commitment, skip_locked=True))
    return [(one, _kept(one.due_at, at, action, now)) for one, at, action in rows]


async def record_commitments_looked_at(session: Session, ids: Sequence[int], now: datetime) -> None:
    await session.execute(update(Commitment).where(Commitment.id.in_(ids)).values(looked_at=now))


async def count_public_commitments(
    session: Session, since: datetime, now: datetime
) -> list[tuple[str | None, dict[Kept, int]]]:
    """Of those made since then how many stand how: by the unit's name, in the roster's order; those of grids last,
    under None."""
    query = (
        select(Unit.name, Commitment.due_at, ENDED_AT, ENDED_BY)
        .select_from(Commitment)
        .join(Appeal, Appeal.id == Commitment.appeal_id)
        .outerjoin(Unit, Unit.id == Commitment.unit_id)
        .where(public(), Commitment.made_at >= since)
        .order_by(Unit.code.is_(None), Unit.code)
    )
    counts: dict[str | None, dict[Kept, int]] = {}
    for unit, due_at, at, action in await session.execute(query):
        counts.setdefault(unit, dict.fromkeys(Kept, 0))[_kept(due_at, at, action, now)] += 1
    return list(counts.items())


async def list_public_commitments(
    session: Session, now: datetime, limit: int, before_id: int | None = None
) -> list[Listed]:
    """Newest first. An appeal made private is gone from it in the same moment."""
    village, head, by = aliased(Grid), Official.name, func.coalesce(Unit.name, Grid.name)
    query = (
        select(Commitment, by, head, Appeal.category, village.name, ENDED_AT, ENDED_BY)
        .select_from(Commitment)
        .join(Appeal, Appeal.id == Commitment.appeal_id)
        .join(village, village.id == Appeal.grid_id)
        .outerjoin(Unit, Unit.id == Commitment.unit_id)
        .outerjoin(Grid, Grid.id == Commitment.grid_id)
        .outerjoin(Official, Official.id == Commitment.head_official_id)
        .where(public())
    )
    if before_id is not None:
        query = query.where(Commitment.id < before_id)
    rows = await session.execute(query.order_by(Commitment.id.desc()).limit(limit))
    return [
        Listed(one.id, name, head_name, category, place, one.due_at, _kept(one.due_at, at, action, now))
        for one, name, head_name, category, place, at, action in rows
    ]


def _kept(due_at: datetime, ended_at: datetime | None, action: str | None, now: datetime) -> Kept:
    return kept(due_at, Ending(ended_at, action == Action.ANSWER) if ended_at else None, now)


def _ending(column: "QueryableAttribute[_Column]") -> "ScalarSelect[_Column]":
    """Of the first step after the commitment's own that answered or ended the appeal, or gave it into other hands."""
    is_given = or_(_Step.to_official_id.is_not(None), _Step.to_unit_id.is_not(None), _Step.to_grid_id.is_not(None))
    is_same_unit = func.coalesce(_Step.to_unit_id, 0) == func.coalesce(Commitment.unit_id, 0)
    is_same_grid = func.coalesce(_Step.to_grid_id, 0) == func.coalesce(Commitment.grid_id, 0)
    has_left = is_given & ~(is_same_unit & is_same_grid)
    later = (_Step.appeal_id == Commitment.appeal_id, _Step.id > Commitment.event_id, _Step.is_told.is_(False))
    query = select(column).where(*later, or_(_Step.status.not_in(_OPEN), has_left)).order_by(_Step.id).limit(1)
    return query.correlate(Commitment).scalar_subquery()


ENDED_AT, ENDED_BY = _ending(_Step.at), _ending(_Step.action)
