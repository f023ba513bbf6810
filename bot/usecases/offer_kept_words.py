"""What somebody said before they were linked is an open draft from now on, and they are asked about it."""

from bot.rules.buttons import Button
from bot.rules.clauses import opening_of
from bot.usecases.quiet_time import await_answer
from bot.usecases.say import say
from bot.usecases.turn import Turn
from storage.drafts import find_kept_draft, find_open_draft, record_draft_offered
from storage.models import Account, Household, PieceKind
from storage.pieces import list_draft_pieces


async def offer_kept_words(turn: Turn, account: Account, household: Household) -> None:
    """It is not filed at once: it was said some time ago. With a draft open already, it waits for another link."""
    draft = await find_kept_draft(turn.session, account.id, turn.now)
    if draft is None or await find_open_draft(turn.session, account.id):
        return
    await record_draft_offered(turn.session, draft, household.id)
    await await_answer(turn, draft)
    pieces = await list_draft_pieces(turn.session, draft)
    words = " ".join(piece.text for piece in pieces if piece.text and piece.kind != PieceKind.CONTACT)
    buttons = [Button("button-hand-in-kept", "hand_in", draft.id), Button("button-drop-kept", "drop", draft.id)]
    if words:
        await say(turn, account, "kept-words", buttons=buttons, words=opening_of(words))
    else:
        await say(turn, account, "kept-pieces", buttons=buttons, count=len(pieces))
