"""Topics of appeals in grids' forum groups."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update

from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.rules.lifecycle import Status
from storage.access import AppealView, access_appeal
from storage.engine import Session
from storage.forums import count_strangers
from storage.grids import list_path, list_villages
from storage.inserts import insert_new
from storage.models import Appeal, Delivery, Forum, ForumState, Grid, Letter, LetterState, Topic
from storage.public import public
from storage.viewers import find_viewer_of_grid

_OPEN = tuple(status for status in Status if status.is_open)


async def find_grid_reached(session: Session, appeal: Appeal) -> Grid | None:
    """The grid above the household whose matter it is now; None with the cadre."""
    if appeal.level == Level.CADRE:
        return None
    return next((grid for grid in await list_path(session, appeal.grid_id) if grid.level == appeal.level), None)


async def find_topic(session: Session, forum: Forum, thread_id: int) -> Topic | None:
    query = select(Topic).where(Topic.forum_id == forum.id, Topic.thread_id == thread_id, Topic.gone_at.is_(None))
    return (await session.scalars(query)).one_or_none()


async def find_topic_of(session: Session, appeal: Appeal, forum: Forum) -> Topic | None:
    return (await session.scalars(select(Topic).filter_by(appeal_id=appeal.id, forum_id=forum.id))).one_or_none()


async def find_topic_named(session: Session, forum: Forum, name: str) -> Topic | None:
    """Its name holds the appeal's number, so that there is one at the most; also where its own number is not known.
    Locked, and as it is now: the courier may just be told the number, too."""
    query = select(Topic).where(Topic.forum_id == forum.id, Topic.name == name).with_for_update()
    return (await session.scalars(query.execution_options(populate_existing=True))).first()


async def access_topic(session: Session, topic_id: int) -> Topic:
    """By a key of ours."""
    return await session.get_one(Topic, topic_id, populate_existing=True)


async def access_topic_to_change(session: Session, topic_id: int) -> Topic:
    """By a key of ours; the group may just be telling its number."""
    return await session.get_one(Topic, topic_id, populate_existing=True, with_for_update=True)


async def add_topic(session: Session, appeal: Appeal, forum: Forum) -> Topic:
    """The one of this appeal in this forum, which may be there already. It is made when its letter leaves."""
    row = {"appeal_id": appeal.id, "forum_id": forum.id, "is_closed": False, "is_made_anew": False}
    await insert_new(session, Topic, [row])
    return (await session.scalars(select(Topic).filter_by(appeal_id=appeal.id, forum_id=forum.id))).one()


async def list_topics(session: Session, appeal_id: int) -> Sequence[Topic]:
    """In every forum where it stands or may still stand."""
    query = select(Topic).where(Topic.appeal_id == appeal_id, Topic.gone_at.is_(None)).order_by(Topic.id)
    return (await session.scalars(query)).all()


async def list_appeals_of_topics(session: Session, forum: Forum) -> Sequence[Appeal]:
    """Those that stand in it or may still, where they do not belong to what has long ended."""
    query = select(Appeal).join(Topic, Topic.appeal_id == Appeal.id).order_by(Topic.id)
    query = query.where(Topic.forum_id == forum.id, Topic.gone_at.is_(None), Topic.is_closed.is_(False))
    return (await session.scalars(query)).all()


async def list_appeals_reaching(session: Session, grid: Grid, limit: int) -> Sequence[Appeal]:
    """Open and public ones whose matter it is now, the most pressing first."""
    villages = await list_villages(session, grid.id)
    here = (Appeal.grid_id.in_(villages), Appeal.level == grid.level, Appeal.status.in_(_OPEN), public())
    return (await session.scalars(select(Appeal).where(*here).order_by(Appeal.due_at, Appeal.id).limit(limit))).all()


async def access_topic_view(session: Session, topic: Topic, forum: Forum) -> AppealView:
    """The appeal as the grid's leads may know it. Raises NotYours where nothing of it may stand in the group: it is
    not public, or somebody is in the group who is no official of the grid."""
    view = await access_appeal(session, await find_viewer_of_grid(session, forum.grid_id), topic.appeal_id)
    is_posting = forum.until is None and forum.state == ForumState.POSTING
    if not view.is_public or not is_posting or await count_strangers(session, forum):
        raise NotYours
    return view


async def record_topic_named(session: Session, topic: Topic, name: str) -> None:
    """Before it is made, so that it is known by its name where its number is not told."""
    topic.name = name
    await session.flush()


async def record_topic_made(session: Session, topic_id: int, thread_id: int) -> None:
    made = update(Topic).where(Topic.id == topic_id).values(thread_id=thread_id, is_closed=False, gone_at=None)
    await session.execute(made)


async def record_topic_found(session: Session, topic: Topic, thread_id: int) -> None:
    """It was made although its maker was never told: its letter is in doubt no longer."""
    settled = {"state": LetterState.PENDING, "doubts": 0, "attempts": 0}
    in_doubt = (Letter.dedupe_key == f"topic:{topic.id}", Letter.state == LetterState.UNCERTAIN)
    await session.execute(update(Letter).where(*in_doubt).values(**settled, settled_at=None))
    await record_topic_made(session, topic.id, thread_id)


async def record_topic_closed(session: Session, topic_id: int, *, is_closed: bool) -> None:
    await session.execute(update(Topic).where(Topic.id == topic_id).values(is_closed=is_closed))


async def record_topic_lost(session: Session, topic: Topic, chat_id: int, now: datetime) -> bool:
    """Somebody deleted it. False where that happened before: it is not made a third time."""
    stood = delete(Delivery).where(Delivery.appeal_id == topic.appeal_id, Delivery.chat_id == chat_id)
    await session.execute(stood)
    gone_at = now if topic.is_made_anew else None
    values = {"thread_id": None, "is_closed": False, "is_made_anew": True, "gone_at": gone_at}
    await session.execute(update(Topic).where(Topic.id == topic.id).values(**values))
    return gone_at is None


async def record_topic_gone(session: Session, topic_id: int, chat_id: int, now: datetime) -> None:
    """Deleted with all that stood in it."""
    topic = await session.get_one(Topic, topic_id)
    stood = delete(Delivery).where(Delivery.appeal_id == topic.appeal_id, Delivery.chat_id == chat_id)
    await session.execute(stood)
    await session.execute(update(Topic).where(Topic.id == topic_id).values(gone_at=now))
