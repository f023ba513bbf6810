"""What each official has before them today, for the morning's digest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, exists, func, select

from bot.rules.lifecycle import Status
from storage.engine import Session
from storage.models import Appeal, ContactLink, HouseholdMember, Official, OfficialAccount

_OPEN = tuple(status for status in Status if status.is_open)


@dataclass(frozen=True)
class Morning:
    official_id: int
    due_today: int
    due_soon: int
    new: int
    unlinked: int


async def list_mornings(session: Session, ends_today: datetime, soon: datetime, since: datetime) -> list[Morning]:
    """Of every linked official who has anything: held by name, and overdue counts as due today. `new` since then."""
    counts = {
        row.holder_official_id: row
        for row in await session.execute(
            select(
                Appeal.holder_official_id,
                func.count(case((Appeal.due_at <= ends_today, 1))).label("today"),
                func.count(case(((Appeal.due_at > ends_today) & (Appeal.due_at <= soon), 1))).label("soon"),
                func.count(case((Appeal.filed_at > since, 1))).label("new"),
            )
            .where(Appeal.status.in_(_OPEN), Appeal.holder_official_id.is_not(None))
            .group_by(Appeal.holder_official_id)
        )
    }
    unlinked = await _unlinked(session)
    mornings = []
    for official_id in await _linked(session):
        row = counts.get(official_id)
        today, soon_due, new = (row.today, row.soon, row.new) if row else (0, 0, 0)
        homes = unlinked.get(official_id, 0)
        if today or soon_due or new or homes:
            mornings.append(Morning(official_id, today, soon_due, new, homes))
    return mornings


async def _linked(session: Session) -> Sequence[int]:
    query = select(OfficialAccount.official_id).join(Official, Official.id == OfficialAccount.official_id)
    query = query.where(OfficialAccount.until.is_(None), Official.left_at.is_(None)).distinct()
    return (await session.scalars(query.order_by(OfficialAccount.official_id))).all()


async def _unlinked(session: Session) -> dict[int, int]:
    is_linked = exists().where(
        HouseholdMember.household_id == ContactLink.household_id, HouseholdMember.until.is_(None)
    )
    query = (
        select(ContactLink.official_id, func.count())
        .where(ContactLink.until.is_(None), ~is_linked)
        .group_by(ContactLink.official_id)
    )
    return {row[0]: row[1] for row in await session.execute(query)}
