"""Which appeals may tell of the same matter as another: found by the words that they share, by index alone.

Of a word that many share only the newest are read, so that the time does not grow with what is stored; whoever shares
a rare word stands before whoever shares a common one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from math import log

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, or_, select, union_all

from bot.rules.lifecycle import Status
from storage.appeal_keywords import indexed
from storage.engine import Session
from storage.models import Appeal, AppealKeyword, Grid
from storage.public import public

_OPEN = tuple(status for status in Status if status.is_open)
_NEWEST = 150  # of a word
_MOST_WORDS = 16


@dataclass(frozen=True)
class Sought:
    """`since`: what was answered before then is not meant any more."""

    words: Iterable[str]
    household_id: int
    since: datetime
    limit: int


async def list_similar_candidates(session: Session, village_id: int, sought: Sought) -> list[Appeal]:
    """Public appeals of other households of the village, and then of the grid right above it, open or answered since
    then, that share a word: the rarest words first. At most `limit` of each."""
    found = await _find(session, sought, village_id)
    here = [one for one in found if one.grid_id == village_id]
    around = [one for one in found if one.grid_id != village_id]
    return await _appeals(session, [*here[: sought.limit], *around[: sought.limit]])


async def list_similar_in_county(session: Session, sought: Sought) -> list[Appeal]:
    """The same over all villages."""
    found = await _find(session, sought, None)
    return await _appeals(session, found[: sought.limit])


@dataclass(frozen=True)
class _Found:
    appeal_id: int
    grid_id: int
    weight: float


async def _find(session: Session, sought: Sought, village_id: int | None) -> list[_Found]:
    """None: anywhere."""
    words = indexed(sought.words)[:_MOST_WORDS]
    if not words:
        return []
    named: dict[str, object] = {f"word{number}": word for number, word in enumerate(words)}
    named |= {"household": sought.household_id, "since": sought.since, "village": village_id}
    found = await session.execute(_question(len(words), is_near=village_id is not None), named)
    return _ranked([(word, appeal, grid) for word, appeal, grid in found])


@cache
def _question(words: int, *, is_near: bool) -> Select[str, int, int]:
    """Made once for each number of words: making it costs more than asking it."""
    hits = union_all(*(_newest(f"word{number}", is_near=is_near) for number in range(words))).subquery()
    return (
        select(hits.c.word, hits.c.appeal_id, Appeal.grid_id)
        .join(Appeal, Appeal.id == hits.c.appeal_id)
        .where(Appeal.household_id != bindparam("household"), public())
        .where(is_alive(bindparam("since", type_=Appeal.answered_at.type)))
    )


def _newest(word: str, *, is_near: bool) -> Select[int, str]:
    newest = select(AppealKeyword.appeal_id, AppealKeyword.word).where(AppealKeyword.word == bindparam(word))
    if is_near:
        area = select(Grid.parent_id).where(Grid.id == bindparam("village")).scalar_subquery()
        newest = newest.where(AppealKeyword.area_id == area)
    rows = newest.order_by(AppealKeyword.appeal_id.desc()).limit(_NEWEST).subquery()
    return select(rows.c.appeal_id, rows.c.word)


def is_alive(since: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Open, or answered since then."""
    return or_(Appeal.status.in_(_OPEN), Appeal.answered_at >= since) & (Appeal.status != Status.WITHDRAWN)


def _ranked(hits: Sequence[tuple[str, int, int]]) -> list[_Found]:
    """By what they share, a rare word weighing more; the newest first among equals."""
    common = Counter(word for word, _, _ in hits)
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for word, appeal_id, grid_id in hits:
        weights[appeal_id, grid_id] += log(1 + _NEWEST / common[word])
    found = [_Found(appeal_id, grid_id, weight) for (appeal_id, grid_id), weight in weights.items()]
    return sorted(found, key=lambda one: (-one.weight, -one.appeal_id))


async def _appeals(session: Session, found: Sequence[_Found]) -> list[Appeal]:
    ids = [one.appeal_id for one in found]
    by_id = {appeal.id: appeal for appeal in await session.scalars(select(Appeal).where(Appeal.id.in_(ids)))}
    return [by_id[key] for key in ids]


async def list_of_household(session: Session, appeal: Appeal, since: datetime, limit: int) -> list[Appeal]:
    """Public ones that other members of its household sent, open or answered since then, newest first."""
    query = (
        select(Appeal)
        .where(Appeal.household_id == appeal.household_id, Appeal.id != appeal.id, is_alive(since), public())
        .where(Appeal.account_id.is_distinct_from(appeal.account_id))
        .order_by(Appeal.id.desc())
        .limit(limit)
    )
    return list(await session.scalars(query))
