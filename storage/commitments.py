"""Commitments, and what becomes of them: read from the history of their appeals until their moment has passed."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, TypeVarTuple

from sqlalchemy import ScalarSelect, Select, func, or_, select
from sqlalchemy.orm import QueryableAttribute, aliased

from bot.rules.commitments import Ending, Kept, kept
from bot.rules.lifecycle import Action, Status
from storage.engine import Session
from storage.models import Appeal, AppealEvent, Commitment, Grid, Official, Unit
from storage.public import public

_Column = TypeVar("_Column")
_Columns = TypeVarTuple("_Columns")
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


async def list_commitments_over(session: Session, over_by: datetime, limit: int) -> list[tuple[Commitment, Kept]]:
    """For the clock: those whose moment had come by then, and what they became; oldest first, locked."""
    over = select(Commitment, ENDED_AT, ENDED_BY).where(Commitment.became.is_(None), Commitment.due_at <= over_by)
    over = over.order_by(Commitment.due_at, Commitment.id).limit(limit)
    rows = await session.execute(over.with_for_update(of=Commitment, skip_locked=True))
    return [(one, _state(one, at, action, over_by)) for one, at, action in rows]


async def record_commitment_became(session: Session, commitment: Commitment, state: Kept) -> None:
    commitment.became = state
    await session.flush()


async def count_public_commitments(
    session: Session, since: datetime, now: datetime
) -> list[tuple[str | None, Counter[Kept]]]:
    """Of those made since then how many stand how: by the unit's name, in the roster's order; those of grids last,
    under None. Only of those whose moment has not passed the history is read."""
    counts: dict[str | None, Counter[Kept]] = {}
    over = _public(select(Unit.name, Commitment.became, func.count()), since).where(Commitment.became.is_not(None))
    for unit, became, number in await session.execute(over.group_by(Unit.name, Unit.code, Commitment.became)):
        counts.setdefault(unit, Counter())[Kept(became or Kept.OPEN)] += number
    running = _public(select(Unit.name, Commitment, ENDED_AT, ENDED_BY), since).where(Commitment.became.is_(None))
    for unit, one, at, action in await session.execute(running):
        counts.setdefault(unit, Counter())[_state(one, at, action, now)] += 1
    names = [*await session.scalars(select(Unit.name).order_by(Unit.code)), None]
    return [(name, counts[name]) for name in names if name in counts]


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
        Listed(one.id, name, head_name, category, place, one.due_at, _state(one, at, action, now))
        for one, name, head_name, category, place, at, action in rows
    ]


def _public(query: "Select[*_Columns]", since: datetime) -> "Select[*_Columns]":
    query = query.select_from(Commitment).join(Appeal, Appeal.id == Commitment.appeal_id)
    return query.outerjoin(Unit, Unit.id == Commitment.unit_id).where(public(), Commitment.made_at >= since)


def _state(one: Commitment, ended_at: datetime | None, action: str | None, now: datetime) -> Kept:
    if one.became is not None:
        return Kept(one.became)
    return kept(one.due_at, Ending(ended_at, action == Action.ANSWER) if ended_at else None, now)


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
