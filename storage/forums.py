"""Forum groups tied to grids, and who is in them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, or_, select, update

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import (
    Account,
    ContactLink,
    Forum,
    ForumMember,
    ForumState,
    Grid,
    GridLead,
    Household,
    Official,
    OfficialAccount,
)
from storage.remembered import remembered


@dataclass(frozen=True)
class NewForum:
    bot_id: int
    chat_id: int
    title: str
    grid_id: int
    tied_by: int


async def find_forum(session: Session, bot_id: int, chat_id: int) -> Forum | None:
    """The grid that it is tied to now stands in it."""
    return (await session.scalars(select(Forum).filter_by(bot_id=bot_id, chat_id=chat_id, until=None))).one_or_none()


@remembered(Forum)
async def has_forums(session: Session) -> bool:
    """Whether any grid ever had one: most counties' letters need no second look then."""
    return await session.scalar(select(Forum.id).limit(1)) is not None


@remembered(Forum)
async def find_forum_of_grid(session: Session, grid_id: int) -> Forum | None:
    return (await session.scalars(select(Forum).filter_by(grid_id=grid_id, until=None))).one_or_none()


async def access_forum(session: Session, forum_id: int) -> Forum:
    """By a key of ours; also one that is tied no longer."""
    return await session.get_one(Forum, forum_id)


async def record_forum_tied(session: Session, new: NewForum, now: datetime) -> Forum:
    """In the place of the group that the grid had; a group that it had before is tied again with its topics. Nothing
    is posted before its members were counted."""
    await session.execute(update(Forum).filter_by(grid_id=new.grid_id, until=None).values(until=now))
    former = {"bot_id": new.bot_id, "chat_id": new.chat_id, "grid_id": new.grid_id}
    query = select(Forum).filter_by(**former).order_by(Forum.id.desc()).limit(1)
    forum = (await session.scalars(query)).first()
    if forum is None:
        forum = Forum(since=now, state=ForumState.UNCOUNTED, unknown=0, count_at=now, **vars(new))
        session.add(forum)
    forum.until, forum.state, forum.count_at = None, ForumState.UNCOUNTED, now
    forum.title, forum.tied_by = new.title, new.tied_by
    await session.flush()
    await session.execute(delete(ForumMember).where(ForumMember.forum_id == forum.id))
    return forum


async def record_forum_untied(session: Session, forum: Forum, now: datetime) -> None:
    forum.until = now
    await session.execute(delete(ForumMember).where(ForumMember.forum_id == forum.id))
    await session.flush()


async def record_forum_state(session: Session, forum: Forum, state: ForumState) -> None:
    forum.state = state
    await session.flush()


async def add_forum_members(session: Session, forum: Forum, user_ids: Collection[int], now: datetime) -> int:
    """How many of them were not known to be there."""
    rows = [{"forum_id": forum.id, "user_id": user, "since": now} for user in user_ids if user != forum.bot_id]
    return await insert_new(session, ForumMember, rows)


async def record_members_left(session: Session, forum: Forum, user_ids: Collection[int]) -> None:
    gone = delete(ForumMember).where(ForumMember.forum_id == forum.id, ForumMember.user_id.in_(user_ids))
    await session.execute(gone)


async def list_forum_members(session: Session, forum: Forum) -> Sequence[int]:
    """Their user ids, as far as we know; without the bot."""
    return (await session.scalars(select(ForumMember.user_id).where(ForumMember.forum_id == forum.id))).all()


async def is_forum_member(session: Session, forum: Forum, user_id: int) -> bool:
    query = select(ForumMember.id).filter_by(forum_id=forum.id, user_id=user_id)
    return await session.scalar(query) is not None


async def count_strangers(session: Session, forum: Forum) -> int:
    """Who is in the group without being an official of its grid, whether we know them by name or not."""
    known = set(await list_forum_members(session, forum))
    officials = set(await list_users_of_grid(session, forum.bot_id, forum.grid_id, known))
    return len(known - officials) + max(forum.unknown, 0)


async def list_users_of_grid(
    session: Session, bot_id: int, grid_id: int, among: Collection[int] | None = None
) -> Sequence[int]:
    """Who may be in the grid's group, by user id: leads of the grid and of those above and below it, the cadres of its
    households, officers of units."""
    below = select(Grid.id).where(Grid.id == grid_id).cte("below", recursive=True)
    below = below.union_all(select(Grid.id).where(Grid.parent_id == below.c.id))
    above = select(Grid.id, Grid.parent_id).where(Grid.id == grid_id).cte("above", recursive=True)
    above = above.union_all(select(Grid.id, Grid.parent_id).where(Grid.id == above.c.parent_id))
    grids = or_(GridLead.grid_id.in_(select(below.c.id)), GridLead.grid_id.in_(select(above.c.id)))
    leads = select(GridLead.official_id).where(grids, GridLead.until.is_(None))
    homes = select(Household.id).where(Household.grid_id.in_(select(below.c.id)))
    cadres = select(ContactLink.official_id).where(ContactLink.household_id.in_(homes), ContactLink.until.is_(None))
    query = (
        select(Account.user_id)
        .join(OfficialAccount, OfficialAccount.account_id == Account.id)
        .join(Official, Official.id == OfficialAccount.official_id)
        .where(Account.bot_id == bot_id, OfficialAccount.until.is_(None), Official.left_at.is_(None))
        .where(or_(Official.unit_id.is_not(None), Official.id.in_(leads), Official.id.in_(cadres)))
        .order_by(Account.user_id)
    )
    if among is not None:
        query = query.where(Account.user_id.in_(among))
    return (await session.scalars(query)).all()


async def record_count_at(session: Session, forum: Forum, count_at: datetime) -> None:
    forum.count_at = count_at
    await session.flush()


async def list_forums_to_count(session: Session, bot_id: int, now: datetime, limit: int) -> Sequence[Forum]:
    query = select(Forum).where(Forum.bot_id == bot_id, Forum.until.is_(None), Forum.count_at <= now)
    return (await session.scalars(query.order_by(Forum.count_at).limit(limit))).all()


async def record_counted(session: Session, forum: Forum, members: int, count_at: datetime) -> None:
    """`members`: as the Bot API counts them, with the bot itself. `count_at`: when they are counted next."""
    known = await session.scalar(select(func.count(ForumMember.id)).where(ForumMember.forum_id == forum.id)) or 0
    forum.unknown, forum.count_at = members - 1 - known, count_at
    await session.flush()
