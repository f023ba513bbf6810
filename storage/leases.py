"""Work that only one process may do at a time, on either engine and behind a pooler."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Lease

LENGTH = timedelta(seconds=10)


async def claim_lease(
    session: Session, name: str, holder: str, now: datetime, is_gone: Callable[[str], bool]
) -> int | None:
    """Its number while the holder has it, None while somebody else does. Free are a lease that has run out and one
    whose holder is known to be gone.

    The row stays locked until the transaction ends: whatever is written beside it is written by the holder.
    """
    row = await _find(session, name)
    if row is None:
        await insert_new(session, Lease, [{"name": name, "holder": "", "until": now, "number": 0}])
        row = await _find(session, name)
    if row is None or (row.holder != holder and row.until > now and not is_gone(row.holder)):
        return None
    if row.holder != holder:
        row.holder, row.number, row.until = holder, row.number + 1, now + LENGTH
    elif row.until - now < LENGTH / 2:
        row.until = now + LENGTH
    return row.number


async def release_lease(session: Session, name: str, holder: str, now: datetime) -> None:
    """The next one need not wait."""
    row = await _find(session, name)
    if row is not None and row.holder == holder:
        row.until = now


async def _find(session: Session, name: str) -> Lease | None:
    query = select(Lease).filter_by(name=name).with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(query)).one_or_none()
