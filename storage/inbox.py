"""Raw updates: written before they are acknowledged, handled lane by lane, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_hex
from typing import Any

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.orm import aliased

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import InboxState, InboxUpdate

TIMER = "timer"
_LEASE = timedelta(seconds=30)
_Earlier = aliased(InboxUpdate)


class LeaseLost(Exception):
    """Another worker has taken the update over; what this one wrote must be undone."""


@dataclass(frozen=True)
class Arrival:
    """An update as it came in, before it has a row."""

    update_id: int
    lane: int
    kind: str
    payload: dict[str, Any]


@dataclass(frozen=True)
class Timer:
    """What the clock has to say in a chat, for the person there; `about` is a row's id."""

    lane: int
    user_id: int
    verb: str
    about: int
    due_at: datetime


async def add_updates(session: Session, bot_id: int, arrivals: Sequence[Arrival], now: datetime) -> int:
    """Keep the updates that are not kept yet; how many were new. Ids are compared as a set, never as a mark:
    after a week of silence the next id is random (Bot API, Update.update_id)."""
    rows = [
        {"bot_id": bot_id, "received_at": now, "not_before": now, "state": InboxState.OPEN, "attempts": 0}
        | {"update_id": a.update_id, "lane": a.lane, "kind": a.kind, "payload": a.payload}
        for a in arrivals
    ]
    return await insert_new(session, InboxUpdate, rows)


async def add_timer(session: Session, bot_id: int, timer: Timer, now: datetime) -> bool:
    """Post the clock's word into a chat's lane, as one more update; False where it was posted before."""
    told = f"{timer.verb}:{timer.about}:{timer.due_at.timestamp()}"
    # Negative: the Bot API's ids are positive.
    update_id = -int.from_bytes(sha256(told.encode()).digest()[:7])
    payload = {"update_id": update_id, TIMER: {"verb": timer.verb, "about": timer.about, "user_id": timer.user_id}}
    return bool(await add_updates(session, bot_id, [Arrival(update_id, timer.lane, TIMER, payload)], now))


async def find_due_updates(session: Session, bot_id: int, now: datetime, limit: int) -> list[InboxUpdate]:
    """The oldest open update of each lane that is free and due, oldest first, locked for this transaction."""
    has_earlier = exists().where(
        _Earlier.bot_id == InboxUpdate.bot_id,
        _Earlier.lane == InboxUpdate.lane,
        _Earlier.state == InboxState.OPEN,
        _Earlier.id < InboxUpdate.id,
    )
    query = (
        select(InboxUpdate)
        .where(InboxUpdate.bot_id == bot_id, InboxUpdate.state == InboxState.OPEN, ~has_earlier)
        .where(InboxUpdate.not_before <= now)
        .where(or_(InboxUpdate.lease_until.is_(None), InboxUpdate.lease_until <= now))
        .order_by(InboxUpdate.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(await session.scalars(query))


def record_claimed(updates: Sequence[InboxUpdate], now: datetime) -> None:
    """Count the attempt and keep other workers away for half a minute; must be committed before the work."""
    for row in updates:
        row.attempts += 1
        row.lease, row.lease_until = token_hex(16), now + _LEASE


async def record_done(session: Session, claimed: InboxUpdate, now: datetime) -> None:
    """Settle the update and forget its contents; raises LeaseLost where it is no longer ours."""
    await _settle(session, claimed, state=InboxState.DONE, payload=None, settled_at=now)


async def record_parked(session: Session, claimed: InboxUpdate, error: str, now: datetime) -> None:
    await _settle(session, claimed, state=InboxState.PARKED, error=error, settled_at=now)


async def record_failed(session: Session, claimed: InboxUpdate, error: str, not_before: datetime) -> None:
    await _settle(session, claimed, error=error, not_before=not_before)


async def record_released(session: Session, bot_id: int) -> None:
    """Free what a worker that is gone had claimed. One that lives loses its lease: nothing is done twice."""
    await session.execute(
        update(InboxUpdate)
        .where(InboxUpdate.bot_id == bot_id, InboxUpdate.state == InboxState.OPEN, InboxUpdate.lease.is_not(None))
        .values(lease=None, lease_until=None)
    )


async def record_forgotten(session: Session, done_before: datetime) -> None:
    """Delete the bare ids of updates handled before then."""
    await session.execute(
        delete(InboxUpdate).where(InboxUpdate.state == InboxState.DONE, InboxUpdate.settled_at < done_before)
    )


async def _settle(session: Session, claimed: InboxUpdate, **values: object) -> None:
    result = await session.execute(
        update(InboxUpdate)
        .where(InboxUpdate.id == claimed.id, InboxUpdate.lease == claimed.lease)
        .values(lease=None, lease_until=None, **values)
        .returning(InboxUpdate.id)
    )
    if result.one_or_none() is None:
        raise LeaseLost(f"update {claimed.update_id}")
