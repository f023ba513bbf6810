"""What each official has before them today, for the morning's digest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Exists, Select, Subquery, case, exists, func, select, union
from sqlalchemy.orm import QueryableAttribute

from bot.rules.lifecycle import Status
from storage.commitments import ENDED_AT
from storage.coverage import count_unassigned, find_answering_leads
from storage.engine import Session
from storage.models import (
    Appeal,
    AppealBarred,
    Commitment,
    ContactLink,
    Deputy,
    GridLead,
    HouseholdMember,
    Official,
    OfficialAccount,
)

_OPEN = tuple(status for status in Status if status.is_open)


@dataclass(frozen=True)
class Morning:
    official_id: int
    due_today: int
    due_soon: int
    new: int
    unlinked: int
    promised: int
    """Promises that are to be kept by the end of the next working day."""
    unassigned: int
    """Households without a cadre that are theirs, as leads."""


@dataclass(frozen=True)
class Moments:
    """When the working hours of today, of the next working day and of the one after it end; since when it is new."""

    ends_today: datetime
    ends_tomorrow: datetime
    soon: datetime
    since: datetime


async def list_mornings(session: Session, by: Moments) -> list[Morning]:
    """Of every linked official who has anything; overdue counts as due today. `new` since then."""
    held = _held()
    counts = {
        row.official: row
        for row in await session.execute(
            select(
                held.c.official,
                func.count(case((held.c.due_at <= by.ends_today, 1))).label("today"),
                func.count(case(((held.c.due_at > by.ends_today) & (held.c.due_at <= by.soon), 1))).label("soon"),
                func.count(case((held.c.filed_at > by.since, 1))).label("new"),
            ).group_by(held.c.official)
        )
    }
    unlinked, unassigned = await _unlinked(session), await _unassigned(session)
    promised = await _promised(session, by)
    mornings = []
    for official_id in await _linked(session):
        row = counts.get(official_id)
        today, soon_due, new = (row.today, row.soon, row.new) if row else (0, 0, 0)
        homes, nobodys = unlinked.get(official_id, 0), unassigned[official_id]
        counted = (today, soon_due, new, homes, promised.get(official_id, 0), nobodys)
        if any(counted):
            mornings.append(Morning(official_id, *counted))
    return mornings


async def _promised(session: Session, by: Moments) -> dict[int, int]:
    """On the working day before, and so once for each promise; to all who may keep it."""
    held = _held()
    query = select(held.c.official, func.count(Commitment.id)).join(Commitment, Commitment.appeal_id == held.c.id)
    query = query.where(Commitment.due_at > by.ends_today, Commitment.due_at <= by.ends_tomorrow)
    query = query.where(Commitment.became.is_(None), ENDED_AT.is_(None))
    return dict((await session.execute(query.group_by(held.c.official))).all())


def _held() -> Subquery:
    """Who may act for what is open: by name, for an official who is away, for a unit, for a grid; a row for each."""
    by_name = _of(Appeal.holder_official_id).where(Appeal.holder_official_id.is_not(None))
    standing_in = _of(Deputy.deputy_id).join(Deputy, Deputy.official_id == Appeal.holder_official_id)
    standing_in = standing_in.where(Deputy.begun_at.is_not(None), Deputy.until.is_(None), ~_is_barred(Deputy.deputy_id))
    nobody_named = Appeal.holder_official_id.is_(None)
    officers = _of(Official.id).join(Official, Official.unit_id == Appeal.holder_unit_id)
    officers = officers.where(nobody_named, ~_is_barred(Official.id))
    leads = _of(GridLead.official_id).join(GridLead, GridLead.grid_id == Appeal.holder_grid_id)
    leads = leads.where(nobody_named, Appeal.holder_unit_id.is_(None), GridLead.until.is_(None))
    return union(by_name, standing_in, officers, leads.where(~_is_barred(GridLead.official_id))).subquery()


def _of(
    official: QueryableAttribute[int] | QueryableAttribute[int | None],
) -> Select[int | None, int, datetime | None, datetime]:
    columns = (official.label("official"), Appeal.id, Appeal.due_at, Appeal.filed_at)
    return select(*columns).select_from(Appeal).where(Appeal.status.in_(_OPEN))


def _is_barred(official: QueryableAttribute[int]) -> Exists:
    return exists().where(AppealBarred.appeal_id == Appeal.id, AppealBarred.official_id == official)


async def _linked(session: Session) -> Sequence[int]:
    query = select(OfficialAccount.official_id).join(Official, Official.id == OfficialAccount.official_id)
    query = query.where(OfficialAccount.until.is_(None), Official.left_at.is_(None)).distinct()
    return (await session.scalars(query.order_by(OfficialAccount.official_id))).all()


async def _unassigned(session: Session) -> Counter[int]:
    counts, theirs = await count_unassigned(session), Counter[int]()
    for village, leads in (await find_answering_leads(session, counts)).items():
        theirs.update(dict.fromkeys(leads, counts[village]))
    return theirs


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
