"""The county office says that it was not the official who scanned the card."""

from bot.usecases.appointment import decide
from bot.usecases.office_decision import access_office_decision
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.models import LinkDecision


async def turn_away_official(turn: Turn, request_id: int) -> None:
    """The card stays good for whom it was printed. Raises NotYours or AlreadySo."""
    request, by = await access_office_decision(turn, request_id)
    await decide(turn, request, LinkDecision.REFUSED, by)
    await turn.answer("you-kept-out", name=request.name)
    asker = await access_account(turn.session, request.account_id)
    await turn.tell(asker, "turned-away", phone=turn.policy.office.phone)
