"""A member, or a lead where there is none yet, says that somebody is not of the household."""

from bot.usecases.link_decision import access_asked, decide
from bot.usecases.people_here import find_helpers, lead_to_call
from bot.usecases.turn import Turn
from storage.models import LinkDecision


async def keep_out(turn: Turn, request_id: int) -> None:
    """Raises NotYours or AlreadySo."""
    asked = await access_asked(turn, request_id)
    await decide(turn, asked, LinkDecision.REFUSED)
    await turn.answer("you-kept-out", name=asked.request.name)
    helpers = await find_helpers(turn.session, asked.household)
    await turn.tell(asked.asker, "kept-out", **lead_to_call(turn, helpers))
