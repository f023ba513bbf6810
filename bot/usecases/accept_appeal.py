"""接手: the holder says that the appeal is in hand."""

from bot.rules.errors import AlreadyAccepted, AlreadySo
from bot.rules.lifecycle import Action
from bot.usecases.people_of import show_to_holders
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.turn import Toast, Turn


async def accept_appeal(turn: Turn, appeal_id: int, epoch: int) -> Toast:
    """Raises AlreadyAccepted for a second tap, another Refusal for a late or forged one."""
    view = await access_to_change(turn, appeal_id)
    try:
        await take_step(turn, view, Wanted(Action.ACCEPT, epoch))
    except AlreadySo:
        raise AlreadyAccepted from None
    await show_to_holders(turn, view.appeal)
    return Toast("accepted")
