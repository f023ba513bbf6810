"""The county office says that it was the official who scanned the card."""

from bot.usecases.appointment import appoint
from bot.usecases.office_decision import access_office_decision
from bot.usecases.turn import Turn


async def appoint_official(turn: Turn, request_id: int) -> None:
    """Raises NotYours, AlreadySo or CardOver."""
    request, by = await access_office_decision(turn, request_id)
    official = await appoint(turn, request, by)
    await turn.answer("you-appointed", name=official.name)
