"""Who wrote an appeal down for somebody else."""

from sqlalchemy import select

from storage.engine import Session
from storage.models import Appeal, HouseholdMember, Official


async def find_writer_name(session: Session, appeal: Appeal) -> str | None:
    """As officials and neighbours are called; None where its author said it."""
    if appeal.written_by_official_id is not None:
        return (await session.get_one(Official, appeal.written_by_official_id)).name
    if appeal.written_by_account_id is None:
        return None
    names = select(HouseholdMember.name).where(HouseholdMember.account_id == appeal.written_by_account_id)
    return await session.scalar(names.order_by(HouseholdMember.id.desc()).limit(1))
