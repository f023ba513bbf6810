"""Lists of appeals. For a person, each entry passes `access_appeal`; for the clock there are plain rows."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, or_, select

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Actor, Status
from bot.rules.numbers import COUNTY_SERIES
from storage.access import AppealView, access_appeal
from storage.engine import Session
from storage.heads import find_headed_units
from storage.models import Appeal, AppealBarred, GridLead, Official
from storage.viewers import Viewer

_OPEN = tuple(status for status in Status if status.is_open)


async def list_own_appeals(session: Session, viewer: Viewer, limit: int) -> list[AppealView]:
    """我的事: what they sent, newest first."""
    query = select(Appeal.id).where(Appeal.account_id.in_(viewer.accounts)).order_by(Appeal.id.desc()).limit(limit)
    return await _views(session, viewer, query)


async def list_household_appeals(session: Session, viewer: Viewer, limit: int) -> list[AppealView]:
    """What others of their household sent, the public ones, newest first."""
    query = select(Appeal.id).where(Appeal.household_id.in_(viewer.households)).order_by(Appeal.id.desc()).limit(limit)
    return [view for view in await _views(session, viewer, query) if Actor.AUTHOR not in view.actors]


async def list_inbox(session: Session, viewer: Viewer, limit: int) -> list[AppealView]:
    """What they must answer, as holder or as the holder's deputy, by due time."""
    query = select(Appeal.id).where(Appeal.status.in_(_OPEN), _held_by(viewer.officials | viewer.stands_for))
    views = await _views(session, viewer, query.order_by(Appeal.due_at, Appeal.id).limit(limit))
    return [view for view in views if Actor.HOLDER in view.actors]


async def list_named_in_unit(session: Session, viewer: Viewer, limit: int) -> list[AppealView]:
    """What other officers of a unit whose head they are hold by name, by due time."""
    theirs = viewer.officials | viewer.stands_for
    units = await find_headed_units(session, theirs)
    query = select(Appeal.id).where(Appeal.status.in_(_OPEN), Appeal.holder_unit_id.in_(units))
    query = query.where(Appeal.holder_official_id.not_in(theirs)).order_by(Appeal.due_at, Appeal.id).limit(limit)
    return await _views(session, viewer, query)


async def list_held_by(session: Session, official_id: int) -> Sequence[int]:
    """The ids of what they must answer, by due time: whoever is shown one is asked about by `access_appeal`."""
    query = select(Appeal.id).where(Appeal.status.in_(_OPEN), _held_by(frozenset({official_id})))
    return (await session.scalars(query.order_by(Appeal.due_at, Appeal.id))).all()


async def list_recent_of_account(session: Session, account_id: int, since: datetime) -> Sequence[Appeal]:
    """The author's own, open or answered since then, newest first: what new words may belong to."""
    recent = or_(Appeal.status.in_(_OPEN), Appeal.answered_at >= since)
    query = select(Appeal).where(Appeal.account_id == account_id, recent, Appeal.status != Status.WITHDRAWN)
    return (await session.scalars(query.order_by(Appeal.id.desc()))).all()


async def list_to_look_at(session: Session, now: datetime, limit: int) -> Sequence[Appeal]:
    """For the clock: what has come due by now, oldest first, locked; what another process has in hand is left to it."""
    query = select(Appeal).where(Appeal.look_at <= now).order_by(Appeal.look_at, Appeal.id).limit(limit)
    return (await session.scalars(query.with_for_update(skip_locked=True))).all()


async def list_forwarded_appeals(session: Session) -> Sequence[Appeal]:
    """What waits for a higher authority, the oldest due first; for whoever is shown none of their words."""
    query = select(Appeal).where(Appeal.status == Status.FORWARDED).order_by(Appeal.due_at, Appeal.id)
    return (await session.scalars(query)).all()


async def list_nobodys(session: Session, household_id: int) -> Sequence[Appeal]:
    """Of the household, open, without an author, and kept from nobody; oldest first, locked."""
    query = select(Appeal).where(Appeal.household_id == household_id, Appeal.account_id.is_(None))
    query = query.where(Appeal.status.in_(_OPEN), Appeal.is_private.is_(False), Appeal.series != COUNTY_SERIES)
    is_barred = exists().where(AppealBarred.appeal_id == Appeal.id)
    return (await session.scalars(query.where(~is_barred).order_by(Appeal.id).with_for_update())).all()


async def list_unasked(session: Session, answered_before: datetime, limit: int) -> Sequence[Appeal]:
    """For the clock: answered by then, of households that nobody could ask for a verdict; oldest first."""
    query = select(Appeal).where(Appeal.status == Status.ANSWERED, Appeal.account_id.is_(None))
    query = query.where(Appeal.answered_at <= answered_before).order_by(Appeal.answered_at, Appeal.id).limit(limit)
    return (await session.scalars(query.with_for_update(skip_locked=True))).all()


def _held_by(officials: frozenset[int]) -> ColumnElement[bool]:
    units = select(Official.unit_id).where(Official.id.in_(officials), Official.unit_id.is_not(None))
    grids = select(GridLead.grid_id).where(GridLead.official_id.in_(officials), GridLead.until.is_(None))
    nobody_named = Appeal.holder_official_id.is_(None)
    of_theirs = or_(Appeal.holder_unit_id.in_(units), Appeal.holder_grid_id.in_(grids))
    return or_(Appeal.holder_official_id.in_(officials), nobody_named & of_theirs)


async def _views(session: Session, viewer: Viewer, ids: Select[int]) -> list[AppealView]:
    views = []
    for appeal_id in (await session.scalars(ids)).all():
        try:
            views.append(await access_appeal(session, viewer, appeal_id))
        except NotYours:
            continue
    return views
