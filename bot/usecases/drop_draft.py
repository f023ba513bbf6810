"""随便说说: it was only talk."""

from bot.rules.buttons import Button
from bot.usecases.hand_in import access_open_draft
from bot.usecases.turn import Toast, Turn
from storage.drafts import record_draft_settled
from storage.models import DraftState
from storage.questions import record_question_closed


async def drop_draft(turn: Turn, draft_id: int) -> Toast:
    """Raises NotYours; AlreadySo where it was filed or dropped before."""
    draft = await access_open_draft(turn, draft_id)
    await record_draft_settled(turn.session, draft, DraftState.DROPPED, turn.now)
    await record_question_closed(turn.session, turn.who.bot_id, turn.who.chat_id)
    await turn.answer("draft-dropped", buttons=[Button("button-take-up", "take_up", draft_id)])
    return Toast("toast-dropped")
