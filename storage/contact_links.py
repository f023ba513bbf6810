"""Which cadre a household is linked with, and was before."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.engine import Session
from storage.models import ContactLink, Official
from storage.remembered import remembered

_CADRE = (
    select(Official)
    .join(ContactLink, ContactLink.official_id == Official.id)
    .where(ContactLink.household_id == bindparam("household"), ContactLink.until.is_(None))
    .where(Official.left_at.is_(None))
)


@remembered(ContactLink, Official)
async def find_cadre(session: Session, household_id: int) -> Official | None:
    """None where the household is the village lead's."""
    return (await session.scalars(_CADRE, {"household": household_id})).one_or_none()


async def list_contact_links(session: Session, household_id: int) -> Sequence[ContactLink]:
    """The link's history, oldest first."""
    query = select(ContactLink).where(ContactLink.household_id == household_id).order_by(ContactLink.id)
    return (await session.scalars(query)).all()


async def was_cadre(session: Session, household_id: int, official_id: int) -> bool:
    """Theirs once, and no longer."""
    cadre = await find_cadre(session, household_id)
    return (cadre is None or cadre.id != official_id) and await _had_it(session, household_id, official_id)


@remembered(ContactLink)
async def _had_it(session: Session, household_id: int, official_id: int) -> bool:
    query = select(ContactLink.until).where(ContactLink.household_id == household_id)
    ends = (await session.scalars(query.where(ContactLink.official_id == official_id))).all()
    return bool(ends) and None not in ends


async def record_cadre(
    session: Session, household_id: int, official_id: int | None, reason: str | None, now: datetime
) -> bool:
    """From now on the household is linked with this cadre, or with none; False where that was so already."""
    query = select(ContactLink.official_id).where(ContactLink.household_id == household_id, ContactLink.until.is_(None))
    if (await session.scalars(query)).one_or_none() == official_id:
        return False
    ended = update(ContactLink).where(ContactLink.household_id == household_id, ContactLink.until.is_(None))
    await session.execute(ended.values(until=now))
    if official_id is not None:
        session.add(ContactLink(household_id=household_id, official_id=official_id, since=now, reason=reason))
    await session.flush()
    return True
