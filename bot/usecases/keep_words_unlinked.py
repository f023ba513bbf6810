"""What somebody not linked says is thrown away no more than anything else."""

from datetime import datetime
from typing import Any

from bot.usecases.heard import Heard, keep_piece
from bot.usecases.people_here import list_office_phones, own_account
from bot.usecases.tell_how_to_link import tell_how_to_link
from bot.usecases.turn import Turn
from nlp.reading import read
from storage.drafts import add_kept_draft, find_kept_draft, record_draft_choice
from storage.letters import Priority
from storage.models import Account, Draft
from storage.pieces import Belongs

_TOLD = "told_at"


async def keep_words_unlinked(turn: Turn, heard: Heard) -> None:
    """Kept for some days, and offered when they link; danger goes to the county office at once. They are told so
    once in a while, not at every message."""
    account = await own_account(turn)
    terms = turn.policy.drafts
    draft = await find_kept_draft(turn.session, account.id, turn.now)
    if draft is None:
        draft = await add_kept_draft(turn.session, account.id, turn.now + terms.keep_unlinked, turn.now)
    await keep_piece(turn, account, heard, Belongs(draft_id=draft.id))
    if read(heard.words).danger:
        await _alarm_office(turn, account, heard)
    elif _may_tell(turn, draft):
        await record_draft_choice(turn.session, draft, **{_TOLD: turn.now.isoformat()})
        await tell_how_to_link(turn, account, "words-kept", days=terms.keep_unlinked.days)


async def _alarm_office(turn: Turn, account: Account, heard: Heard) -> None:
    """Nobody nearer can be named for them."""
    await turn.answer("danger-unlinked", phone=turn.policy.office.phone)
    for phone in await list_office_phones(turn.session, account):
        words: dict[str, Any] = {"name": turn.who.name, "words": heard.words}
        await turn.tell(phone, "danger-of-somebody", priority=Priority.DANGER, **words)


def _may_tell(turn: Turn, draft: Draft) -> bool:
    told = draft.choices.get(_TOLD)
    return told is None or turn.now >= datetime.fromisoformat(told) + turn.policy.drafts.question_expires
