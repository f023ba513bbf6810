"""Study meetings (研判会), their items and decisions. What may stand in a docket is in `storage.dockets`."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select, update

from bot.rules.errors import NotYours
from storage.engine import Session
from storage.inserts import insert_new
from storage.models import (
    Grid,
    GridLead,
    ItemStatus,
    Official,
    StudyDecision,
    StudyHelper,
    StudyItem,
    StudyMeeting,
    Unit,
)
from storage.viewers import Viewer, find_led_grids


@dataclass(frozen=True)
class NewItem:
    """`appeal_id` or `issue_id`; `came_back_from_id` is the item whose decision was not done."""

    appeal_id: int | None = None
    issue_id: int | None = None
    came_back_from_id: int | None = None


@dataclass(frozen=True)
class NewDecision:
    """A measure with its deadline, or the grid that it is moved up to."""

    item_id: int
    decided_by_official_id: int
    measure: str | None = None
    unit_id: int | None = None
    due_at: datetime | None = None
    moved_to_grid_id: int | None = None


async def find_open_meeting(session: Session, grid_id: int) -> StudyMeeting | None:
    query = select(StudyMeeting).where(StudyMeeting.grid_id == grid_id, StudyMeeting.closed_at.is_(None))
    return (await session.scalars(query)).one_or_none()


async def list_meetings(session: Session, grid_ids: Collection[int], limit: int) -> Sequence[StudyMeeting]:
    """Of those grids that are over, newest first; those that had nothing on their docket are left out."""
    spoke = exists().where(StudyItem.meeting_id == StudyMeeting.id)
    over = (StudyMeeting.grid_id.in_(grid_ids), StudyMeeting.closed_at.is_not(None), spoke)
    return (
        await session.scalars(select(StudyMeeting).where(*over).order_by(StudyMeeting.id.desc()).limit(limit))
    ).all()


async def find_meeting(session: Session, meeting_id: int) -> StudyMeeting | None:
    """For the terminal: whoever sits there may see all meetings."""
    return await session.get(StudyMeeting, meeting_id)


async def access_meeting(session: Session, viewer: Viewer, meeting_id: int) -> StudyMeeting:
    """Raises NotYours for whoever neither leads its grid nor stands in for somebody who does."""
    meeting = await session.get(StudyMeeting, meeting_id, populate_existing=True)
    led = await find_led_grids(session, viewer.officials | viewer.stands_for)
    if meeting is None or meeting.grid_id not in led.all:
        raise NotYours
    return meeting


async def access_item(session: Session, viewer: Viewer, item_id: int) -> tuple[StudyMeeting, StudyItem]:
    """Raises NotYours as above. What it tells of an appeal is for `access_appeal`."""
    item = await session.get(StudyItem, item_id, populate_existing=True)
    if item is None:
        raise NotYours
    return await access_meeting(session, viewer, item.meeting_id), item


async def add_meeting(
    session: Session, grid_id: int, opened_by: int | None, items: Iterable[NewItem], now: datetime
) -> StudyMeeting:
    """With its docket, in that order. Raises IntegrityError where one of this grid is open."""
    meeting = StudyMeeting(grid_id=grid_id, opened_at=now, opened_by_official_id=opened_by)
    session.add(meeting)
    await session.flush()
    for position, item in enumerate(items, start=1):
        session.add(StudyItem(meeting_id=meeting.id, position=position, status=ItemStatus.OPEN, **vars(item)))
    await session.flush()
    return meeting


async def list_items(session: Session, meeting_id: int) -> Sequence[StudyItem]:
    query = select(StudyItem).where(StudyItem.meeting_id == meeting_id).order_by(StudyItem.position)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


async def record_item_settled(session: Session, item: StudyItem, status: ItemStatus) -> bool:
    """False where it was settled before. What was put off may still be decided while the meeting lasts."""
    undecided = StudyItem.status.in_((ItemStatus.OPEN, ItemStatus.SKIPPED)) & (StudyItem.status != status)
    settled = update(StudyItem).where(StudyItem.id == item.id, undecided).values(status=status)
    is_new = (await session.execute(settled.returning(StudyItem.id))).one_or_none() is not None
    await session.refresh(item)
    return is_new


async def add_decision(session: Session, new: NewDecision, helpers: Iterable[int], now: datetime) -> StudyDecision:
    """`helpers`: ids of units. What was decided on the matter before is done with."""
    decision = StudyDecision(decided_at=now, **vars(new))
    session.add(decision)
    await session.flush()
    await insert_new(session, StudyHelper, [{"decision_id": decision.id, "unit_id": unit} for unit in helpers])
    before = select(StudyItem.came_back_from_id).where(StudyItem.id == new.item_id)
    earlier = StudyDecision.item_id.in_(before) & StudyDecision.finished_at.is_(None)
    await session.execute(update(StudyDecision).where(earlier).values(finished_at=now))
    return decision


async def find_decision(session: Session, item_id: int) -> StudyDecision | None:
    return (await session.scalars(select(StudyDecision).where(StudyDecision.item_id == item_id))).one_or_none()


async def list_helpers(session: Session, decision_id: int) -> Sequence[Unit]:
    query = select(Unit).join(StudyHelper, StudyHelper.unit_id == Unit.id).order_by(StudyHelper.id)
    return (await session.scalars(query.where(StudyHelper.decision_id == decision_id))).all()


async def list_unfinished(session: Session, grid_id: int) -> Sequence[tuple[StudyDecision, StudyItem]]:
    """Measures that this grid decided, and decisions that were moved up to it, each with what it is about."""
    query = (
        select(StudyDecision, StudyItem)
        .join(StudyItem, StudyItem.id == StudyDecision.item_id)
        .join(StudyMeeting, StudyMeeting.id == StudyItem.meeting_id)
        .where(StudyDecision.finished_at.is_(None))
        .where(
            (StudyDecision.moved_to_grid_id == grid_id)
            | (StudyMeeting.grid_id == grid_id) & StudyDecision.moved_to_grid_id.is_(None)
        )
        .order_by(StudyDecision.id)
    )
    return [(decision, item) for decision, item in await session.execute(query)]


async def record_decision_finished(session: Session, decision: StudyDecision, now: datetime) -> None:
    decision.finished_at = now
    await session.flush()


async def record_meeting_closed(session: Session, meeting: StudyMeeting, now: datetime) -> bool:
    """False where it was closed before."""
    open_one = update(StudyMeeting).where(StudyMeeting.id == meeting.id, StudyMeeting.closed_at.is_(None))
    closed = await session.execute(open_one.values(closed_at=now).returning(StudyMeeting.id))
    is_new = closed.one_or_none() is not None
    await session.refresh(meeting)
    return is_new


async def list_grids_to_meet(session: Session, since: datetime, limit: int) -> Sequence[Grid]:
    """For the clock: with a lead, no meeting since then, and none open."""
    has_lead = exists().where(
        GridLead.grid_id == Grid.id,
        GridLead.until.is_(None),
        Official.id == GridLead.official_id,
        Official.left_at.is_(None),
    )
    lately = StudyMeeting.closed_at.is_(None) | (StudyMeeting.opened_at >= since)
    has_met = exists().where(StudyMeeting.grid_id == Grid.id, lately)
    return (await session.scalars(select(Grid).where(has_lead, ~has_met).order_by(Grid.id).limit(limit))).all()
