"""What somebody said here and nobody knows yet where it belongs."""

from bot.rules.errors import AlreadySo, NotYours
from bot.usecases.acting import acting_account
from bot.usecases.turn import Turn
from storage.models import Piece
from storage.pieces import find_piece


async def access_unplaced(turn: Turn, message_id: int) -> Piece:
    """Raises NotYours for what this person did not say here, AlreadySo for what found its place."""
    piece = await find_piece(turn.session, turn.who.bot_id, turn.who.chat_id, message_id)
    if piece is None or piece.account_id != (await acting_account(turn)).id:
        raise NotYours
    if piece.draft_id or piece.appeal_id or piece.answer_id:
        raise AlreadySo
    return piece
