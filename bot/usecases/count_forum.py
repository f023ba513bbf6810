"""How many are in a grid's group: whoever came before the bot is told by no update."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from bot.usecases.turn import Post
from bot.usecases.watch_forum import review_members
from storage.engine import Session
from storage.forums import (
    access_forum,
    add_forum_members,
    list_forum_members,
    list_users_of_grid,
    record_count_at,
    record_counted,
    record_members_left,
)

_AGAIN = timedelta(minutes=10)
_MOST_ASKED = 500


async def whom_to_ask_about(session: Session, forum_id: int, members: int) -> Sequence[int]:
    """User ids of all who are in it or may be, where the Bot API counts others than we know; else nobody."""
    forum = await access_forum(session, forum_id)
    known = await list_forum_members(session, forum)
    if members == len(known) + 1:
        return ()
    officials = await list_users_of_grid(session, forum.bot_id, forum.grid_id)
    return list(dict.fromkeys([*known, *officials]))[:_MOST_ASKED]


async def put_off_count(post: Post, forum_id: int) -> None:
    """Nobody could be counted."""
    await record_count_at(post.session, await access_forum(post.session, forum_id), post.now + _AGAIN)


async def count_forum(
    post: Post, forum_id: int, members: int, asked: Collection[int] = (), present: Collection[int] = ()
) -> None:
    """`members`: as the Bot API counts them, with the bot. Of those `asked` about these are `present`."""
    forum = await access_forum(post.session, forum_id)
    if forum.until is not None:
        return
    await add_forum_members(post.session, forum, present, post.now)
    await record_members_left(post.session, forum, set(asked) - set(present))
    await record_counted(post.session, forum, members, post.now + _AGAIN)
    await review_members(post, forum, is_counted=True)
