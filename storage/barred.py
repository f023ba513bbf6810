"""Officials who must learn nothing of an appeal."""

from datetime import datetime

from sqlalchemy import select

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Appeal, AppealBarred


async def add_barred(session: Session, appeal: Appeal, official_id: int, reason: str, now: datetime) -> bool:
    """False where they were barred already. There is no way back."""
    row = {"appeal_id": appeal.id, "official_id": official_id, "reason": reason, "since": now}
    return bool(await insert_new(session, AppealBarred, [row]))


async def find_barred(session: Session, appeal_id: int) -> frozenset[int]:
    query = select(AppealBarred.official_id).where(AppealBarred.appeal_id == appeal_id)
    return frozenset(await session.scalars(query))
