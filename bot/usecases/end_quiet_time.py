"""What becomes of a draft when nothing more was said."""

from bot.rules.buttons import Button
from bot.rules.drafts import DraftStep, on_quiet
from bot.usecases.drafted import Drafted
from bot.usecases.hand_in import access_draft, file_draft
from bot.usecases.quiet_time import await_answer
from bot.usecases.show_draft import show_draft
from bot.usecases.turn import Turn
from storage.drafts import record_draft_settled
from storage.models import DraftState


async def end_quiet_time(turn: Turn, draft_id: int) -> None:
    """Files it, or asks about it, once more after a day, and lays it aside in the end; nothing, where more was said
    meanwhile. Raises a Refusal where it was settled."""
    villager, drafted = await access_draft(turn, draft_id)
    draft = drafted.draft
    if draft.files_itself_at is None:
        return
    step = on_quiet(drafted.for_the_rules, draft.files_itself_at, draft.choices.get("asked", 0), turn.now)
    if step is DraftStep.FILE:
        await file_draft(turn, villager, drafted)
    elif step is DraftStep.LAY_ASIDE:
        await _lay_aside(turn, drafted)
    elif step is not None:
        await await_answer(turn, draft)
        if step is DraftStep.REMIND:
            await turn.answer("draft-still-open")
        await show_draft(turn, villager, drafted, again=True)


async def _lay_aside(turn: Turn, drafted: Drafted) -> None:
    draft = drafted.draft
    await record_draft_settled(turn.session, draft, DraftState.DROPPED, turn.now)
    await turn.answer("draft-laid-aside", buttons=[Button("button-take-up", "take_up", draft.id)])
