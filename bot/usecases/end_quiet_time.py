"""What becomes of a draft when nothing more was said."""

from bot.rules.drafts import DraftStep, on_quiet
from bot.usecases.drafted import read_draft
from bot.usecases.hand_in import file_draft
from bot.usecases.show_draft import show_draft
from bot.usecases.turn import Turn
from bot.usecases.villager import access_villager
from storage.drafts import find_draft, record_draft_quiet_until
from storage.models import DraftState


async def end_quiet_time(turn: Turn, draft_id: int) -> None:
    """Files it, or asks about it once; nothing, where more was said or it was settled meanwhile."""
    villager = await access_villager(turn)
    draft = await find_draft(turn.session, villager.account.id, draft_id)
    if draft is None or draft.state != DraftState.OPEN or draft.files_itself_at is None:
        return
    drafted, terms = await read_draft(turn, draft, villager), turn.policy.drafts
    step = on_quiet(drafted.for_the_rules, draft.files_itself_at - terms.quiet, turn.now, terms)
    if step is DraftStep.FILE:
        await file_draft(turn, villager, drafted)
    elif step is DraftStep.ASK:
        await record_draft_quiet_until(turn.session, draft, None)
        await show_draft(turn, villager, drafted, again=True)
