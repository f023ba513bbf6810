"""A member, or a lead where there is none yet, says that somebody is of the household."""

from dataclasses import replace

from bot.usecases.admit_member import admit_member
from bot.usecases.link_decision import access_asked, decide
from bot.usecases.turn import Turn
from storage.invitations import access_invitation
from storage.models import LinkDecision


async def let_in(turn: Turn, request_id: int) -> None:
    """Raises NotYours or AlreadySo."""
    asked = await access_asked(turn, request_id)
    vouchers = await decide(turn, asked, LinkDecision.AGREED)
    if asked.request.invitation_id is not None:
        plate = await access_invitation(turn.session, asked.request.invitation_id)
        vouchers = replace(vouchers, issued_by=plate.issued_by)
    await turn.answer("you-let-in", name=asked.request.name)
    await admit_member(turn, asked.asker, asked.household, asked.request.name, vouchers)
