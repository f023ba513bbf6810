"""还是要交: what was laid aside, or was only talk, is open again."""

from bot.rules.errors import AlreadySo, AnotherDraft, NotYours
from bot.usecases.acting import acting_account
from bot.usecases.drafted import read_draft
from bot.usecases.quiet_time import begin_quiet_time
from bot.usecases.show_draft import show_draft
from bot.usecases.turn import Turn
from bot.usecases.villager import access_speaker
from storage.drafts import find_draft, find_open_draft, record_draft_taken_up
from storage.models import DraftState


async def take_up_draft(turn: Turn, draft_id: int) -> None:
    """Raises NotYours; AlreadySo where it is open or filed; AnotherDraft where another one is open."""
    account = await acting_account(turn)
    draft = await find_draft(turn.session, account.id, draft_id)
    if draft is None:
        raise NotYours
    if draft.state != DraftState.DROPPED:
        raise AlreadySo
    if await find_open_draft(turn.session, account.id):
        raise AnotherDraft
    villager = await access_speaker(turn, draft.household_id)
    await record_draft_taken_up(turn.session, draft)
    await begin_quiet_time(turn, draft)
    await show_draft(turn, villager, await read_draft(turn, draft, villager), again=True)
