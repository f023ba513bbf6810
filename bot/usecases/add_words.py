"""More words to an appeal of one's own: by a reply to its receipt, because they speak of it, or by a tap."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotYours
from bot.rules.lifecycle import Action, Actor, Status
from bot.usecases.begin_draft import draft_anew
from bot.usecases.give_receipt import number_of
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.make_private import hide_words
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.tell_holder import tell_holder
from bot.usecases.turn import Turn
from bot.usecases.villager import access_speaker
from nlp.reading import Reading
from storage.access import AppealView
from storage.models import Account
from storage.pieces import Belongs, find_piece

_AT_REST = frozenset({Status.RESTING, Status.CLOSED, Status.WITHDRAWN})


async def add_words(
    turn: Turn, account: Account, appeal_id: int, heard: Heard, reading: Reading, *, undo: bool = False
) -> None:
    """`undo`: nobody said that they belong there, so it can be taken back. Raises NotYours."""
    view = await access_to_change(turn, appeal_id)
    if not await keep_piece(turn, account, heard, Belongs(appeal_id=appeal_id)):
        return
    await note_words(turn, view, reading)
    buttons = (Button("button-apart", "apart", appeal_id, heard.message_id),) if undo else ()
    await turn.answer("words-added", buttons=buttons, about=appeal_id, number=number_of(view.appeal))


async def note_words(turn: Turn, view: AppealView, reading: Reading, *, told_as: str = "more-was-said") -> None:
    """The step beside words that were added. What is at rest begins anew; what turns out private becomes so."""
    if not view.actors & {Actor.AUTHOR, Actor.WRITER}:
        raise NotYours
    is_at_rest = Status(view.appeal.status) in _AT_REST
    await take_step(turn, view, Wanted(Action.REOPEN if is_at_rest else Action.ADD_WORDS))
    if reading.private and not view.appeal.is_private:
        await hide_words(turn, view, reading.private)
    await tell_holder(turn, view.appeal, told_as)


async def set_apart(turn: Turn, appeal_id: int, message_id: int) -> None:
    """这是另一件事: the message leaves the appeal and is a draft of its own. Raises NotYours, AlreadySo."""
    view = await access_to_change(turn, appeal_id)
    piece = await find_piece(turn.session, turn.who.bot_id, turn.who.chat_id, message_id)
    if Actor.AUTHOR not in view.actors or piece is None:
        raise NotYours
    if piece.appeal_id != appeal_id:
        raise AlreadySo
    await draft_anew(turn, await access_speaker(turn, view.appeal.household_id), piece)
    await tell_holder(turn, view.appeal, "less-was-said")
