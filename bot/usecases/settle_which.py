"""Whether a draft is more of a matter told before, or a matter of its own."""

from bot.rules.errors import AlreadySo
from bot.usecases.add_words import note_words
from bot.usecases.give_receipt import number_of
from bot.usecases.hand_in import access_draft
from bot.usecases.show_draft import show_draft
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Turn
from storage.drafts import record_draft_choice, record_draft_settled
from storage.models import DraftState
from storage.pieces import Belongs, record_piece_moved
from storage.questions import record_question_closed


async def settle_which(turn: Turn, draft_id: int, *, is_same: bool) -> None:
    """Raises NotYours; AlreadySo once it was settled."""
    villager, drafted = await access_draft(turn, draft_id)
    appeal_id = drafted.maybe_of
    if appeal_id is None:
        raise AlreadySo
    await record_question_closed(turn.session, turn.who.bot_id, turn.who.chat_id)
    await record_draft_choice(turn.session, drafted.draft, maybe=None)
    if not is_same:
        await show_draft(turn, villager, drafted)
        return
    view = await access_to_change(turn, appeal_id)
    for piece in drafted.pieces:
        await record_piece_moved(turn.session, piece, Belongs(appeal_id=appeal_id))
    await record_draft_settled(turn.session, drafted.draft, DraftState.FILED, turn.now)
    await note_words(turn, view, drafted.reading)
    await turn.answer("words-added", about=appeal_id, number=number_of(view.appeal))
