"""What officials see of a common issue: on the card of each member, how many households share the matter."""

from bot.usecases.people_of import list_phones, show_on
from bot.usecases.turn import Post
from storage.access import find_holding_officials
from storage.common_issues import list_members
from storage.models import Appeal

_MOST = 50  # a card more is not worth the chats' budgets: the number of the others grows at their next change


async def show_issue(post: Post, issue_id: int) -> None:
    """The cards of its open members as they stand now; never before the first card of one was due."""
    for appeal in (await list_members(post.session, issue_id))[-_MOST:]:
        await show_member(post, appeal)


async def show_member(post: Post, appeal: Appeal) -> None:
    phones = await list_phones(post, await find_holding_officials(post.session, appeal))
    await show_on(post, appeal, phones, not_before=appeal.card_not_before)
