"""只让办事的人看: from now on the words are the holder's alone, and whatever stood on the wall is gone at once."""

from bot.rules.errors import AlreadySo
from bot.rules.lifecycle import Action, Actor
from bot.rules.numbers import number_for_villagers
from bot.usecases.file import BY_TAP
from bot.usecases.leave_silently import leave_silently
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.tell_holder import tell_holder
from bot.usecases.topics_of import show_topics
from bot.usecases.turn import Toast, Turn
from bot.usecases.withdraw_echo import withdraw_echo
from storage.access import AppealView
from storage.appeals import record_private


async def make_private(turn: Turn, appeal_id: int) -> Toast:
    """The tap of its author, its holder or a lead; there is no way back. Raises NotYours, AlreadySo."""
    view = await access_to_change(turn, appeal_id)
    appeal = view.appeal
    if appeal.is_private:
        raise AlreadySo
    await hide_words(turn, view, BY_TAP)
    await tell_holder(turn, appeal, "became-private")
    if Actor.AUTHOR in view.actors:
        number = number_for_villagers(appeal.series, appeal.number)
        await turn.answer("now-private", about=appeal_id, number=number)
    return Toast("kept-private")


async def hide_words(turn: Turn, view: AppealView, reason: str) -> None:
    """The step itself, by a tap or because what was said tells so."""
    await take_step(turn, view, Wanted(Action.MAKE_PRIVATE))
    await record_private(turn.session, view.appeal, reason)
    await show_topics(turn, view.appeal)
    await leave_silently(turn, view.appeal)
    await withdraw_echo(turn, view.appeal)
