"""Officials who must learn nothing of an appeal."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Appeal, AppealBarred
from storage.remembered import keep, remembered_if_kept

_REASONS = select(AppealBarred.official_id, AppealBarred.reason).where(AppealBarred.appeal_id == bindparam("appeal"))


async def add_barred(session: Session, appeal: Appeal, official_id: int, reason: str, now: datetime) -> bool:
    """False where they were barred already. There is no way back."""
    row = {"appeal_id": appeal.id, "official_id": official_id, "reason": reason, "since": now}
    return bool(await insert_new(session, AppealBarred, [row]))


async def find_barred_by_author(session: Session, account_id: int) -> frozenset[int]:
    """By any appeal of theirs, whatever became of it."""
    query = select(AppealBarred.official_id).join(Appeal, Appeal.id == AppealBarred.appeal_id)
    return frozenset(await session.scalars(query.where(Appeal.account_id == account_id)))


async def find_barred(session: Session, appeal_id: int) -> frozenset[int]:
    return frozenset(await find_reasons(session, appeal_id))


@remembered_if_kept(AppealBarred)
async def find_reasons(session: Session, appeal_id: int) -> Mapping[int, str]:
    """Of each who is barred why, as `bot.rules.escalation.Complaint`."""
    return dict((await session.execute(_REASONS, {"appeal": appeal_id})).all())


async def keep_reasons(session: Session, appeal_id: int) -> None:
    """Read once for the rest of the transaction, by whoever has locked the appeal: nobody can be barred beside it."""
    keep(session, find_reasons, await find_reasons(session, appeal_id), appeal_id)
