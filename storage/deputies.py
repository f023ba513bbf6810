"""Who stands in for whom, from when and until when."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.engine import Session
from storage.models import Deputy, Official
from storage.remembered import remembered

_STANDING_IN = (
    select(Official)
    .join(Deputy, Deputy.deputy_id == Official.id)
    .where(Deputy.official_id == bindparam("official"), Deputy.begun_at.is_not(None), Deputy.until.is_(None))
    .where(Official.left_at.is_(None))
)


async def find_deputy(session: Session, official_id: int) -> Deputy | None:
    """The one who stands in for the official, or will."""
    query = select(Deputy).where(Deputy.official_id == official_id, Deputy.until.is_(None))
    return (await session.scalars(query)).one_or_none()


async def find_deputy_named(session: Session, deputy_id: int) -> Deputy | None:
    """By its row, whatever became of it."""
    return await session.get(Deputy, deputy_id, populate_existing=True)


@remembered(Deputy, Official)
async def list_deputies(session: Session, official_id: int) -> Sequence[Official]:
    """Those who stand in now."""
    return (await session.scalars(_STANDING_IN, {"official": official_id})).all()


async def add_deputy(session: Session, official_id: int, deputy_id: int, since: datetime, ends_at: datetime) -> Deputy:
    """They do not stand in before that is recorded. Raises IntegrityError where somebody does, or will."""
    deputy = Deputy(official_id=official_id, deputy_id=deputy_id, since=since, ends_at=ends_at)
    session.add(deputy)
    await session.flush()
    return deputy


async def record_deputy_begun(session: Session, deputy: Deputy, now: datetime) -> None:
    deputy.begun_at = now
    await session.flush()


async def record_deputy_ended(session: Session, deputy: Deputy, now: datetime) -> bool:
    """False where that was so already."""
    ended = update(Deputy).where(Deputy.id == deputy.id, Deputy.until.is_(None)).values(until=now)
    return (await session.execute(ended.returning(Deputy.id))).one_or_none() is not None


async def list_deputies_to_begin(session: Session, now: datetime) -> Sequence[Deputy]:
    """Not those whose time is over already: the clock may have stood still."""
    query = select(Deputy).where(Deputy.begun_at.is_(None), Deputy.until.is_(None), Deputy.since <= now)
    query = query.where(Deputy.ends_at > now)
    return (await session.scalars(query.order_by(Deputy.id).with_for_update(skip_locked=True))).all()


async def list_deputies_to_end(session: Session, now: datetime) -> Sequence[Deputy]:
    query = select(Deputy).where(Deputy.until.is_(None), Deputy.ends_at <= now)
    return (await session.scalars(query.order_by(Deputy.id).with_for_update(skip_locked=True))).all()
