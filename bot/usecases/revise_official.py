"""A message that an official edited: an answer on the table says the new words, one that went out does not."""

from bot.rules.errors import AlreadySent
from bot.usecases.acting import acting_account
from bot.usecases.hear_official import hear_official
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.revise import revise
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Turn
from storage.accounts import find_account
from storage.answers import find_answer, record_answer_added_to
from storage.models import Answer
from storage.officials import find_official_of_account
from storage.pieces import Belongs, find_piece, list_answer_pieces


async def revise_official(turn: Turn, heard: Heard) -> bool:
    """False for whoever is no official, or where it was not heard before as one. Raises AlreadySent."""
    account = await find_account(turn.session, turn.who.bot_id, turn.who.user_id, turn.who.chat_id)
    if account is None or await find_official_of_account(turn.session, account.id) is None:
        return False
    piece = await find_piece(turn.session, turn.who.bot_id, turn.who.chat_id, heard.message_id)
    if piece is None:
        return await hear_official(turn, heard)
    answer = await find_answer(turn.session, piece.answer_id) if piece.answer_id else None
    if answer is not None:
        await _revise_answer(turn, answer, heard)
    elif piece.draft_id or piece.appeal_id:
        await revise(turn, heard)
    else:
        await keep_piece(turn, account, heard, Belongs())
    return True


async def _revise_answer(turn: Turn, answer: Answer, heard: Heard) -> None:
    if answer.sent_at or answer.dropped_at:
        raise AlreadySent
    view = await access_to_change(turn, answer.appeal_id)
    await keep_piece(turn, await acting_account(turn), heard, Belongs(answer_id=answer.id))
    said = await list_answer_pieces(turn.session, view, answer.id)
    text = "\n".join(piece.text for piece in said if piece.text)
    await record_answer_added_to(turn.session, answer, text, turn.now + turn.policy.answers.untapped)
    await turn.answer("answer-revised", about=answer.appeal_id)
