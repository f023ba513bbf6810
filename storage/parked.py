"""What waits or was laid aside, for an operator: ids and causes, nothing of what people wrote."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case, func, select, update

from storage.engine import Session
from storage.models import InboxState, InboxUpdate, Letter, LetterState, TextMessage, TextMessageState


class LetterCause(NamedTuple):
    id: int
    kind: str
    wording: str
    appeal_id: int | None
    state: str
    attempts: int
    not_before: datetime
    error: str | None


class ParkedUpdate(NamedTuple):
    update_id: int
    kind: str
    attempts: int
    received_at: datetime
    error: str | None


class UnsentText(NamedTuple):
    id: int
    appeal_id: int
    state: str
    attempts: int
    not_before: datetime
    error: str | None


_WAITS_FOR_ITS_HOUR = "waiting for their hour"


_URGENCY = case(
    {state: place for place, state in enumerate((LetterState.DEAD, LetterState.UNCERTAIN, LetterState.SUPPRESSED))},
    value=Letter.state,
    else_=len(LetterState),
)


async def count_letters(session: Session, now: datetime) -> dict[str, int]:
    """How many are in each state; those that are pending but not due yet apart."""
    is_early = (Letter.state == LetterState.PENDING) & (Letter.not_before > now)
    state = case((is_early, _WAITS_FOR_ITS_HOUR), else_=Letter.state).label("state")
    query = select(state, func.count()).group_by(state).order_by(state)
    return {row[0]: row[1] for row in await session.execute(query)}


async def list_unsent(session: Session, most: int) -> list[LetterCause]:
    """What asks for somebody first, what only waits last; in each the newest first."""
    columns = [getattr(Letter, name) for name in LetterCause._fields]
    query = select(*columns).where(Letter.state != LetterState.SENT).order_by(_URGENCY, Letter.id.desc()).limit(most)
    return [LetterCause(*row) for row in await session.execute(query)]


async def list_unsent_texts(session: Session, most: int) -> list[UnsentText]:
    """Newest first."""
    columns = [getattr(TextMessage, name) for name in UnsentText._fields]
    query = select(*columns).where(TextMessage.state != TextMessageState.SENT)
    return [UnsentText(*row) for row in await session.execute(query.order_by(TextMessage.id.desc()).limit(most))]


async def list_parked(session: Session, most: int) -> list[ParkedUpdate]:
    """Oldest first."""
    columns = [getattr(InboxUpdate, name) for name in ParkedUpdate._fields]
    query = select(*columns).where(InboxUpdate.state == InboxState.PARKED).order_by(InboxUpdate.id).limit(most)
    return [ParkedUpdate(*row) for row in await session.execute(query)]


async def record_replayed(session: Session, update_ids: Sequence[int], now: datetime) -> list[int]:
    """Open again, with all attempts before them; all that are parked where no id is named. Those that are."""
    statement = update(InboxUpdate).where(InboxUpdate.state == InboxState.PARKED)
    if update_ids:
        statement = statement.where(InboxUpdate.update_id.in_(update_ids))
    fresh = {"state": InboxState.OPEN, "attempts": 0, "not_before": now, "settled_at": None, "error": None}
    result = await session.scalars(statement.values(**fresh).returning(InboxUpdate.update_id))
    return list(result)
