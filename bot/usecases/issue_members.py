"""What one answer may reach: the members of a common issue as the official who answers knows them."""

from bot.rules.common_issues import Member, Reach, reach_of
from bot.rules.errors import NotYours
from bot.rules.lifecycle import Actor, Status
from bot.usecases.turn import Turn
from storage.access import access_appeal
from storage.answers import find_unsent_answer
from storage.common_issues import find_issue_of, list_members
from storage.models import Answer, Appeal
from storage.viewers import Viewer, find_viewer


async def find_reach(turn: Turn, answer: Answer) -> Reach:
    """Of the issue that the answered appeal is in; that one itself is not counted."""
    issue = await find_issue_of(turn.session, answer.appeal_id)
    if issue is None:
        return Reach((), 0)
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    others = [appeal for appeal in await list_members(turn.session, issue.id) if appeal.id != answer.appeal_id]
    return reach_of([await _member(turn, viewer, appeal, answer.official_id) for appeal in others])


async def _member(turn: Turn, viewer: Viewer, appeal: Appeal, official_id: int) -> Member:
    """What waits for the same official's tap has words of its own, and is left to them."""
    waits = await find_unsent_answer(turn.session, appeal.id, official_id) is not None
    in_their_hands = not waits and await _holds(turn, viewer, appeal)
    return Member(appeal.id, Status(appeal.status).is_open, in_their_hands)


async def _holds(turn: Turn, viewer: Viewer, appeal: Appeal) -> bool:
    try:
        return Actor.HOLDER in (await access_appeal(turn.session, viewer, appeal.id)).actors
    except NotYours:
        return False
