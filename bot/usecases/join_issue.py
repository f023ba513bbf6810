"""合在一起: an appeal joins those that tell of the same matter. Each keeps its number, its answer and its verdict."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotNow, NotYours
from bot.usecases.give_receipt import number_of
from bot.usecases.issue_cards import show_issue, show_member
from bot.usecases.leave_silently import leave_silently
from bot.usecases.like_appeals import compare, may_join, near, say_matter
from bot.usecases.own_appeal import access_own
from bot.usecases.people_of import tell_author
from bot.usecases.turn import Toast, Turn
from storage.access import access_appeal_by_the_clock
from storage.common_issues import add_issue, count_households, find_issue_of, record_joined
from storage.issue_offers import find_offer, list_asked, record_offer_settled
from storage.models import Appeal, CommonIssue, CommonIssueOffer, IssueOrigin
from storage.pieces import list_words_of_appeals
from storage.public import is_public


async def join_issue(turn: Turn, offer_id: int) -> Toast:
    """Raises NotYours; AlreadySo; NotNow where one of the two was answered, or may not be told of, since."""
    offer, appeal = await _asked(turn, offer_id)
    other = await access_appeal_by_the_clock(turn.session, offer.other_id)
    for one in (appeal, other):
        if not may_join(one) or not await is_public(turn.session, one):
            raise NotNow
    await _settle(turn, offer, is_agreed=True)
    if await find_issue_of(turn.session, appeal.id):
        raise AlreadySo
    issue = await find_issue_of(turn.session, other.id) or await _found(turn, appeal, other)
    await record_joined(turn.session, issue, appeal, appeal.account_id, turn.now)
    await show_issue(turn, issue.id)
    count = await count_households(turn.session, issue.id)
    await turn.answer("joined", buttons=(leave_button(appeal),), about=appeal.id, number=number_of(appeal), count=count)
    return Toast("joined-toast")


async def stay_alone(turn: Turn, offer_id: int) -> Toast:
    """单独办: asked no more about these two. Raises NotYours, AlreadySo."""
    offer, appeal = await _asked(turn, offer_id)
    await _settle(turn, offer, is_agreed=False)
    if await leave_silently(turn, appeal):  # an official put it into an issue meanwhile
        await show_member(turn, appeal)
    await turn.answer("alone", about=appeal.id, number=number_of(appeal))
    return Toast("joined-toast")


def leave_button(appeal: Appeal) -> Button:
    return Button("button-leave-issue", "leave_issue", appeal.id)


async def _asked(turn: Turn, offer_id: int) -> tuple[CommonIssueOffer, Appeal]:
    offer = await find_offer(turn.session, offer_id)
    if offer is None:
        raise NotYours
    appeal = (await access_own(turn, offer.appeal_id)).appeal
    if offer.settled_at is not None:
        raise AlreadySo
    return offer, appeal


async def _settle(turn: Turn, offer: CommonIssueOffer, *, is_agreed: bool) -> None:
    if not await record_offer_settled(turn.session, offer, turn.now, is_agreed=is_agreed):
        raise AlreadySo


async def _found(turn: Turn, appeal: Appeal, other: Appeal) -> CommonIssue:
    """A new issue begins with whoever told it first. They were never asked, so they are told at once, with a way out;
    whoever was asked before decides for themselves."""
    if await list_asked(turn.session, [other.id]):
        raise NotNow
    issue = await add_issue(turn.session, other, IssueOrigin.OFFER, turn.now)
    await record_joined(turn.session, issue, other, appeal.account_id, turn.now)
    words = await list_words_of_appeals(turn.session, [appeal.id, other.id])
    alike = compare(words.get(appeal.id, ""), words.get(other.id, ""))
    data = say_matter(turn, appeal, alike) | {"near": str(near(appeal, other))}
    await tell_author(turn, other, "joined-by-another", data, [leave_button(other)])
    return issue
