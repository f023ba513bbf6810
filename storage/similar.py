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
from typing import NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, or_, select, union_all

from bot.rules.lifecycle import Status
from storage.appeal_keywords import indexed
from storage.engine import Session
from storage.models import Appeal, AppealKeyword, Grid
from storage.public import public

_OPEN = tuple(status for status in Status if status.is_open)
_ANSWERED = (Status.ANSWERED, Status.RESTING, Status.CLOSED)
_NEWEST = 60  # of a word
_MOST_WORDS = 16


@dataclass(frozen=True)
class Sought:
    """For whom others are sought; what the same account sent is not meant, nor what was answered before `since`."""

    words: Iterable[str]
    household_id: int
    account_id: int | None
    since: datetime
    limit: int


async def list_similar_candidates(session: Session, village_id: int, sought: Sought) -> list[Appeal]:
    """Public appeals, open or answered since then, that share a word, the rarest words first: of the household's other
    members, then of the village, then of the grid right above it. At most `limit` of each."""
    found = await _find(session, sought, village_id)
    home = [one for one in found if one.household_id == sought.household_id]
    here = [one for one in found if one.grid_id == village_id and one.household_id != sought.household_id]
    around = [one for one in found if one.grid_id != village_id]
    return await _appeals(session, [*home[: sought.limit], *here[: sought.limit], *around[: sought.limit]])


async def list_similar_in_county(session: Session, sought: Sought) -> list[Appeal]:
    """Those of other households, over all villages."""
    found = [one for one in await _find(session, sought, None) if one.household_id != sought.household_id]
    return await _appeals(session, found[: sought.limit])


async def list_similar_answered(session: Session, sought: Sought) -> list[Appeal]:
    """Those of other households, over all villages, that were answered since then and wait for nothing."""
    found = await _find(session, sought, None, is_answered=True)
    others = [one for one in found if one.household_id != sought.household_id]
    return await _appeals(session, others[: sought.limit])


@dataclass(frozen=True)
class _Found:
    appeal_id: int
    grid_id: int
    household_id: int
    weight: float


async def _find(session: Session, sought: Sought, village_id: int | None, *, is_answered: bool = False) -> list[_Found]:
    """None: anywhere."""
    words = indexed(sought.words)[:_MOST_WORDS]
    if not words:
        return []
    named: dict[str, object] = {f"word{number}": word for number, word in enumerate(words)}
    named |= {"account": sought.account_id, "since": sought.since, "village": village_id}
    found = await session.execute(_question(len(words), is_near=village_id is not None, is_answered=is_answered), named)
    return _ranked([_Hit(*hit) for hit in found])


class _Hit(NamedTuple):
    word: str
    appeal_id: int
    grid_id: int
    household_id: int


@cache
def _question(words: int, *, is_near: bool, is_answered: bool) -> Select[str, int, int, int]:
    """Made once for each number of words: making it costs more than asking it."""
    since = bindparam("since", type_=Appeal.answered_at.type)
    hits = union_all(*(_newest(f"word{number}", is_near=is_near) for number in range(words))).subquery()
    return (
        select(hits.c.word, hits.c.appeal_id, Appeal.grid_id, Appeal.household_id)
        .join(Appeal, Appeal.id == hits.c.appeal_id)
        .where(Appeal.account_id.is_distinct_from(bindparam("account", type_=Appeal.account_id.type)), public())
        .where(_was_answered(since) if is_answered else is_alive(since))
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


def _was_answered(since: BindParameter[datetime]) -> ColumnElement[bool]:
    return Appeal.status.in_(_ANSWERED) & (Appeal.answered_at >= since)


def _ranked(hits: Sequence[_Hit]) -> list[_Found]:
    """By what they share, a rare word weighing more; the newest first among equals."""
    common = Counter(hit.word for hit in hits)
    weights: dict[tuple[int, int, int], float] = defaultdict(float)
    for hit in hits:
        weights[hit[1:]] += log(1 + _NEWEST / common[hit.word])
    found = [_Found(*whose, weight) for whose, weight in weights.items()]
    return sorted(found, key=lambda one: (-one.weight, -one.appeal_id))


async def _appeals(session: Session, found: Sequence[_Found]) -> list[Appeal]:
    ids = [one.appeal_id for one in found]
    by_id = {appeal.id: appeal for appeal in await session.scalars(select(Appeal).where(Appeal.id.in_(ids)))}
    return [by_id[key] for key in ids]
