"""What becomes of a draft when nothing more was said."""

from bot.rules.drafts import DraftStep, on_quiet
from bot.usecases.hand_in import access_draft, file_draft
from bot.usecases.show_draft import show_draft
from bot.usecases.turn import Turn
from storage.drafts import record_draft_quiet_until


async def end_quiet_time(turn: Turn, draft_id: int) -> None:
    """Files it, or asks about it once; nothing, where more was said. Raises a Refusal where it was settled."""
    villager, drafted = await access_draft(turn, draft_id)
    draft, terms = drafted.draft, turn.policy.drafts
    if draft.files_itself_at is None:
        return
    step = on_quiet(drafted.for_the_rules, draft.files_itself_at - terms.quiet, turn.now, terms)
    if step is DraftStep.FILE:
        await file_draft(turn, villager, drafted)
    elif step is DraftStep.ASK:
        await record_draft_quiet_until(turn.session, draft, None)
        await show_draft(turn, villager, drafted, again=True)
