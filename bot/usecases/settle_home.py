"""替谁说的?: which household a draft is about."""

from bot.usecases.drafted import read_draft
from bot.usecases.hand_in import access_open_draft
from bot.usecases.show_draft import show_draft
from bot.usecases.turn import Turn
from bot.usecases.villager import access_speaker
from storage.drafts import record_draft_choice, record_draft_home


async def settle_home(turn: Turn, draft_id: int, household_id: int) -> None:
    """Raises NotYours for a household that is not theirs to speak for; AlreadySo once the draft is settled."""
    draft = await access_open_draft(turn, draft_id)
    speaker = await access_speaker(turn, household_id)
    await record_draft_home(turn.session, draft, household_id)
    await record_draft_choice(turn.session, draft, home=True)
    await show_draft(turn, speaker, await read_draft(turn, draft, speaker))
