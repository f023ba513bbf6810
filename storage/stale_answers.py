"""Answers that officials have marked as out of date. A copy of an answer is as stale as the first one."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select, update

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import AnswerCopy, StaleAnswer


async def list_first_ones(session: Session, answer_ids: Iterable[int]) -> dict[int, int]:
    """Of each answer the one that it copies, or itself."""
    ids = list(answer_ids)
    query = select(AnswerCopy.answer_id, AnswerCopy.copy_of_id).where(AnswerCopy.answer_id.in_(ids))
    return {answer_id: answer_id for answer_id in ids} | dict((await session.execute(query)).all())


async def list_stale(session: Session, answer_ids: Iterable[int]) -> frozenset[int]:
    """Which of these first ones are out of date now."""
    query = select(StaleAnswer.answer_id).where(StaleAnswer.answer_id.in_(list(answer_ids)))
    return frozenset(await session.scalars(query.where(StaleAnswer.lifted_at.is_(None))))


async def add_stale(session: Session, answer_id: int, official_id: int, now: datetime) -> StaleAnswer | None:
    """None where somebody has marked it already."""
    row = {"answer_id": answer_id, "official_id": official_id, "marked_at": now}
    if not await insert_new(session, StaleAnswer, [row]):
        return None
    query = select(StaleAnswer).where(StaleAnswer.answer_id == answer_id, StaleAnswer.lifted_at.is_(None))
    return (await session.scalars(query)).one()


async def find_stale(session: Session, stale_id: int) -> StaleAnswer | None:
    return await session.get(StaleAnswer, stale_id, populate_existing=True)


async def record_stale_lifted(session: Session, stale: StaleAnswer, now: datetime) -> bool:
    """False where it was lifted before."""
    standing = update(StaleAnswer).where(StaleAnswer.id == stale.id, StaleAnswer.lifted_at.is_(None))
    return (await session.execute(standing.values(lifted_at=now).returning(StaleAnswer.id))).one_or_none() is not None
