"""只让办事的人看: from now on the words are the holder's alone, and whatever stood on the wall is gone at once."""

from bot.rules.errors import AlreadySo
from bot.rules.lifecycle import Action
from bot.usecases.people_of import show_to_holders
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.turn import Toast, Turn
from bot.usecases.withdraw_echo import withdraw_echo
from storage.appeals import record_private


async def make_private(turn: Turn, appeal_id: int) -> Toast:
    """By its author, its holder or a lead; there is no way back."""
    view = await access_to_change(turn, appeal_id)
    if view.appeal.is_private:
        raise AlreadySo
    await take_step(turn, view, Wanted(Action.MAKE_PRIVATE))
    await record_private(turn.session, view.appeal, None)
    await withdraw_echo(turn, view.appeal)
    await show_to_holders(turn, view.appeal)
    return Toast("kept-private")
