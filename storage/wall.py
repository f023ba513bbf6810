"""The figures beside a village's echo wall: of public appeals only."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, func, select

from bot.rules.lifecycle import Status
from bot.rules.lifecycle import Verdict as VerdictValue
from storage.echoes import IS_PUBLIC
from storage.engine import Session
from storage.models import Appeal, Echo, EchoState, Grid, Verdict
from storage.public import public


@dataclass(frozen=True)
class WallCounts:
    """`answered` of those `filed` and not withdrawn; `solved` of those `judged`, by the verdict on the last answer."""

    filed: int
    answered: int
    judged: int
    solved: int


async def list_walls(session: Session, limit: int) -> Sequence[Grid]:
    """The villages with the newest entries, newest first."""
    newest = select(Echo.grid_id, func.max(Echo.id).label("id")).where(Echo.state == EchoState.SHOWN, IS_PUBLIC)
    shown = newest.group_by(Echo.grid_id).subquery()
    query = select(Grid).join(shown, shown.c.grid_id == Grid.id).order_by(shown.c.id.desc()).limit(limit)
    return (await session.scalars(query)).all()


async def count_wall(session: Session, village_id: int) -> WallCounts:
    counted = and_(Appeal.grid_id == village_id, Appeal.status != Status.WITHDRAWN, public())
    filed = select(func.count()).select_from(Appeal).where(counted)
    last = select(func.max(Verdict.id)).join(Appeal, Appeal.id == Verdict.appeal_id).where(counted)
    last = last.group_by(Verdict.appeal_id)
    judged = select(func.count()).select_from(Verdict).where(Verdict.id.in_(last), Verdict.value.is_not(None))
    return WallCounts(
        filed=await _count(session, filed),
        answered=await _count(session, filed.where(Appeal.answered_at.is_not(None))),
        judged=await _count(session, judged),
        solved=await _count(session, judged.where(Verdict.value == VerdictValue.SOLVED)),
    )


async def _count(session: Session, query: Select[int]) -> int:
    return await session.scalar(query) or 0
