"""Hot matters: which appeals of the whole county tell of one matter, and how far the clock has looked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.rules.heat import Report
from bot.rules.lifecycle import Status
from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Appeal, HotMatter, HotMatterAppeal, HotMatterMark
from storage.public import public

_ONLY = 1  # the key of the one mark


async def list_unlooked(session: Session, since: datetime, before: datetime, limit: int) -> Sequence[Appeal]:
    """Filed between the two and not looked at yet, the oldest first."""
    mark = await session.get(HotMatterMark, _ONLY)
    query = select(Appeal).where(Appeal.id > (mark.appeal_id if mark else 0))
    query = query.where(Appeal.filed_at >= since, Appeal.filed_at <= before)
    return (await session.scalars(query.order_by(Appeal.id).limit(limit))).all()


async def record_looked(session: Session, appeal_id: int) -> None:
    """So that the next round, of whichever process, goes on from here."""
    mark = await session.get(HotMatterMark, _ONLY)
    if mark is None:
        session.add(HotMatterMark(id=_ONLY, appeal_id=appeal_id))
    else:
        mark.appeal_id = appeal_id
    await session.flush()


async def list_matters_of(session: Session, appeal_ids: Iterable[int]) -> dict[int, int]:
    """The hot matter of each appeal that is in one."""
    rows = await session.scalars(select(HotMatterAppeal).where(HotMatterAppeal.appeal_id.in_(list(appeal_ids))))
    return {row.appeal_id: row.matter_id for row in rows}


async def add_matter(session: Session, category: str, words: Sequence[str], now: datetime) -> HotMatter:
    matter = HotMatter(category=category, words=list(words), found_at=now)
    session.add(matter)
    await session.flush()
    return matter


async def record_in_matter(session: Session, matter_id: int, appeal_ids: Iterable[int]) -> None:
    """Whatever is in one already stays there."""
    await insert_new(session, HotMatterAppeal, [{"matter_id": matter_id, "appeal_id": one} for one in appeal_ids])


@dataclass(frozen=True)
class Told:
    category: str
    words: Sequence[str]
    reports: Sequence[Report]


async def list_told(session: Session, since: datetime, villages: Collection[int] | None = None) -> list[Told]:
    """Each matter with the public appeals filed since then that tell of it, asked of the appeals as they are today;
    where `villages` are given, of those alone."""
    query = (
        select(HotMatterAppeal.matter_id, Appeal.household_id, Appeal.grid_id, Appeal.filed_at)
        .join(Appeal, Appeal.id == HotMatterAppeal.appeal_id)
        .where(Appeal.filed_at >= since, Appeal.status != Status.WITHDRAWN, public())
    )
    query = query if villages is None else query.where(Appeal.grid_id.in_(villages))
    reports: dict[int, list[Report]] = defaultdict(list)
    for matter_id, household, village, at in await session.execute(query):
        reports[matter_id].append(Report(household, village, at))
    matters = await session.scalars(select(HotMatter).where(HotMatter.id.in_(list(reports))))
    return [Told(matter.category, matter.words, reports[matter.id]) for matter in matters]
