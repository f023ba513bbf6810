"""The tap 不是我家."""

from bot.usecases.home_question import take_home_answer
from bot.usecases.turn import Turn


async def deny_home(turn: Turn, invitation_id: int) -> None:
    """Nothing is linked, and the card is not used up. Raises ScanAgain."""
    await take_home_answer(turn, invitation_id)
    await turn.answer("not-your-home", phone=turn.policy.office.phone)
