"""Who is in a grid's group: posting stops while anybody is who is no official of the grid."""

from collections.abc import Collection

from bot.rules.people import DEFAULT_LANGUAGE
from bot.usecases.people_of import list_phones
from bot.usecases.topics_of import show_topics
from bot.usecases.turn import Post, Turn
from storage.access import find_holding_officials
from storage.forums import (
    add_forum_members,
    count_strangers,
    find_forum,
    record_count_at,
    record_forum_state,
    record_members_left,
)
from storage.grids import access_grid, find_county, list_leads
from storage.letters import Notice, add_notice
from storage.models import Appeal, Forum, ForumState, LetterKind
from storage.topics import list_appeals_of_topics, list_appeals_reaching

_MOST = 100


async def members_came(turn: Turn, user_ids: Collection[int]) -> None:
    """Seen in the group, by whatever they did there."""
    forum = await find_forum(turn.session, turn.who.bot_id, turn.who.chat_id)
    if forum is not None and await add_forum_members(turn.session, forum, user_ids, turn.now):
        await record_count_at(turn.session, forum, turn.now)
        await review_members(turn, forum)


async def member_left(turn: Turn, user_id: int) -> None:
    forum = await find_forum(turn.session, turn.who.bot_id, turn.who.chat_id)
    if forum is not None:
        await record_members_left(turn.session, forum, [user_id])
        await record_count_at(turn.session, forum, turn.now)
        await review_members(turn, forum)


async def review_members(post: Post, forum: Forum, *, is_counted: bool = False) -> None:
    """Stop, or go on; who must know hears of it once each time. It does not begin before all were counted."""
    strangers = await count_strangers(post.session, forum)
    if strangers and forum.state != ForumState.STOPPED:
        await _stop(post, forum)
    elif not strangers and (forum.state == ForumState.STOPPED or (forum.state == ForumState.UNCOUNTED and is_counted)):
        await _go_on(post, forum)


async def _stop(post: Post, forum: Forum) -> None:
    await record_forum_state(post.session, forum, ForumState.STOPPED)
    await tell_grid(post, forum, "forum-stopped", is_for_office=True)
    await show_all_privately(post, forum)


async def _go_on(post: Post, forum: Forum) -> None:
    was_stopped = forum.state == ForumState.STOPPED
    await record_forum_state(post.session, forum, ForumState.POSTING)
    if was_stopped:
        await tell_grid(post, forum, "forum-goes-on", is_for_office=True)
    grid = await access_grid(post.session, forum.grid_id)
    there = await list_appeals_of_topics(post.session, forum)
    for appeal in dict.fromkeys([*there, *await list_appeals_reaching(post.session, grid, _MOST)]):
        await show_topics(post, appeal)


async def tell_grid(post: Post, forum: Forum, wording: str, *, is_for_office: bool = False) -> None:
    """To the grid's leads, and to the county office where it must know."""
    grid = await access_grid(post.session, forum.grid_id)
    county = await find_county(post.session) if is_for_office else None
    leads = [*await list_leads(post.session, grid.id), *(await list_leads(post.session, county.id) if county else ())]
    for account in await list_phones(post, {lead.id for lead in leads}):
        await post.tell(account, wording, grid=grid.name, title=forum.title)


async def show_all_privately(post: Post, forum: Forum) -> None:
    """Whatever stands in the group is in its holders' own chats from now on."""
    for appeal in await list_appeals_of_topics(post.session, forum):
        await show_privately(post, appeal)


async def show_privately(post: Post, appeal: Appeal) -> None:
    for account in await list_phones(post, await find_holding_officials(post.session, appeal)):
        await post.show_card(appeal.id, account)


async def take_away(post: Post, forum: Forum, thread_id: int) -> None:
    """A topic that was made although nobody heard of it, beside the one that stands."""
    order = Notice(
        bot_id=forum.bot_id,
        chat_id=forum.chat_id,
        wording="",
        language=DEFAULT_LANGUAGE,
        data={"thread_id": thread_id},
        occasion=f"take_away:{thread_id}",
        kind=LetterKind.TAKE_BACK,
    )
    await add_notice(post.session, order, post.now)


async def ask_leads_to_delete(post: Post, forum: Forum) -> None:
    """Something stands in the group that must not, and the bot cannot take it away."""
    await tell_grid(post, forum, "forum-look")
