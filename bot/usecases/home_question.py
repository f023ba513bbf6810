"""Whether a card's household is the home of whoever scanned it: asked, and remembered until the tap."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.errors import ScanAgain
from bot.rules.linking import CardLife
from bot.usecases.people_here import find_helpers
from bot.usecases.turn import Turn
from storage.households import access_household
from storage.invitations import access_invitation
from storage.models import Household, Invitation, InvitationKind
from storage.questions import find_open_question, record_question, record_question_closed

_KIND = "is_this_your_home"


async def ask_home(turn: Turn, invitation: Invitation) -> None:
    """Only a slip says whose home it is: a plate hangs where anybody may photograph it."""
    household = await _household(turn, invitation)
    helpers = await find_helpers(turn.session, household)
    who = turn.who
    expires_at = turn.now + turn.policy.drafts.question_expires
    await record_question(turn.session, who.bot_id, who.chat_id, _KIND, {"card": invitation.id}, expires_at, turn.now)
    buttons = [Button("button-my-home", "my_home", invitation.id), Button("button-not-home", "not_home", invitation.id)]
    if invitation.kind == InvitationKind.SLIP:
        whose: dict[str, Any] = {"head": household.head, "address": household.address}
        await turn.answer("is-this-your-home", buttons=buttons, village=helpers.village, **whose)
    else:
        await turn.answer("is-this-your-door", buttons=buttons, village=helpers.village)


async def take_home_answer(turn: Turn, invitation_id: int) -> tuple[Invitation, Household]:
    """The card, good still, that this chat was asked about; the question is closed. Raises ScanAgain."""
    who = turn.who
    question = await find_open_question(turn.session, who.bot_id, who.chat_id, turn.now)
    if question is None or question.kind != _KIND or question.data != {"card": invitation_id}:
        raise ScanAgain
    invitation = await access_invitation(turn.session, invitation_id)
    if not CardLife(invitation.expires_at, invitation.used_at, invitation.revoked_at).opens(turn.now):
        raise ScanAgain
    await record_question_closed(turn.session, who.bot_id, who.chat_id)
    return invitation, await _household(turn, invitation)


async def _household(turn: Turn, invitation: Invitation) -> Household:
    assert invitation.household_id is not None, "officials' cards never come here"  # noqa: S101 a promise of the table
    return await access_household(turn.session, invitation.household_id)
