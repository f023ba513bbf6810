"""Where an appeal stands in a grid's group, and who reads it there instead of in a chat of their own."""

from collections.abc import Sequence

from bot.rules.lifecycle import Status
from bot.rules.topics import is_worked_on
from bot.usecases.turn import Post
from storage.deliveries import find_card
from storage.forums import access_forum, find_forum_of_grid, has_forums, is_forum_member
from storage.grids import list_leads
from storage.letters import Priority
from storage.models import Account, Appeal, Forum, ForumState
from storage.officials import find_official_of_account
from storage.public import is_public
from storage.topics import add_topic, find_grid_reached, find_topic_of, list_topics


async def show_topics(post: Post, appeal: Appeal, priority: Priority = Priority.CARD) -> None:
    """In the group of the grid that it has reached, once; whatever stands in another is closed, and what must not
    stand in any is deleted before anything else is sent there. All of that is decided when it leaves."""
    if not await has_forums(post.session):
        return
    is_for_all = await is_public(post.session, appeal)
    forum = await _find_posting(post, appeal)
    if forum is not None and is_for_all and is_worked_on(Status(appeal.status)):
        await add_topic(post.session, appeal, forum)
    for topic in await list_topics(post.session, appeal.id):
        urgency = priority if is_for_all else Priority.ANSWER
        await post.show_in_topic(
            topic, await access_forum(post.session, topic.forum_id), urgency, appeal.card_not_before
        )


async def leave_out_readers(post: Post, appeal: Appeal, phones: Sequence[Account]) -> Sequence[Account]:
    """Without the leads who have its card in their grid's group; a card that stands in their own chat already is
    kept up there too."""
    if not await has_forums(post.session) or not await is_public(post.session, appeal):
        return phones
    forum = await _find_posting(post, appeal)
    topic = await find_topic_of(post.session, appeal, forum) if forum else None
    if forum is None or topic is None or topic.gone_at is not None:
        return phones
    leads = {lead.id for lead in await list_leads(post.session, forum.grid_id)}
    return [phone for phone in phones if not await _reads_there(post, appeal, phone, forum, leads)]


async def _reads_there(post: Post, appeal: Appeal, phone: Account, forum: Forum, leads: set[int]) -> bool:
    official = await find_official_of_account(post.session, phone.id)
    if official is None or official.id not in leads:
        return False
    if await find_card(post.session, phone.bot_id, phone.chat_id, appeal.id):
        return False
    return await is_forum_member(post.session, forum, phone.user_id)


async def _find_posting(post: Post, appeal: Appeal) -> Forum | None:
    grid = await find_grid_reached(post.session, appeal)
    forum = await find_forum_of_grid(post.session, grid.id) if grid else None
    return forum if forum is not None and forum.state == ForumState.POSTING else None
