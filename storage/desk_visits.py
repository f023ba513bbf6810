"""Who may come to the desk: an invitation by code, used once, and then a visit by key."""

from datetime import datetime

from sqlalchemy import delete, select, update

from storage.engine import Session
from storage.models import Account, DeskVisit


async def add_invitation(session: Session, account_id: int, code_hash: str, now: datetime, ends_at: datetime) -> None:
    """In the place of one that they have not used. Everybody's visits that are over are forgotten with it."""
    unused = (DeskVisit.account_id == account_id) & DeskVisit.entered_at.is_(None)
    await session.execute(delete(DeskVisit).where(unused | (DeskVisit.ends_at <= now)))
    session.add(DeskVisit(account_id=account_id, secret_hash=code_hash, ends_at=ends_at))
    await session.flush()


async def record_entered(session: Session, code_hash: str, key_hash: str, now: datetime, ends_at: datetime) -> bool:
    """False where there is no such code, or it was used or is over."""
    invited = (DeskVisit.secret_hash == code_hash) & DeskVisit.entered_at.is_(None) & (DeskVisit.ends_at > now)
    entered = update(DeskVisit).where(invited).values(secret_hash=key_hash, entered_at=now, ends_at=ends_at)
    return (await session.execute(entered.returning(DeskVisit.id))).one_or_none() is not None


async def find_visitor(session: Session, key_hash: str, now: datetime) -> Account | None:
    """None where there is no such visit, or it is over."""
    goes_on = (DeskVisit.secret_hash == key_hash) & DeskVisit.entered_at.is_not(None) & (DeskVisit.ends_at > now)
    query = select(Account).join(DeskVisit, DeskVisit.account_id == Account.id).where(goes_on)
    return (await session.scalars(query)).one_or_none()


async def record_left(session: Session, key_hash: str) -> None:
    await session.execute(delete(DeskVisit).where(DeskVisit.secret_hash == key_hash))
