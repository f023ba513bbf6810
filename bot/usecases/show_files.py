"""The voice messages and photos of an appeal, handed on to whoever may read its words."""

from bot.rules.errors import NotYours
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_account
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView, access_appeal
from storage.models import Piece
from storage.pieces import list_appeal_pieces
from storage.viewers import find_viewer


async def show_files(turn: Turn, appeal_id: int) -> Toast:
    """听语音、看照片, of an appeal whose words stand on its card; of others they come with the words that are opened.
    Raises NotYours."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    view = await access_appeal(turn.session, viewer, appeal_id)
    if not view.is_public:
        raise NotYours
    await hand_files(turn, view, await list_appeal_pieces(turn.session, view))
    return Toast("files-toast")


async def hand_files(turn: Turn, view: AppealView, pieces: list[Piece]) -> None:
    number, account = number_for_officials(view.appeal.series, view.appeal.number), await acting_account(turn)
    for piece in pieces:
        if piece.media_id is not None:
            await turn.enclose(account, piece.media_id, "file-of-appeal", {"number": number}, about=view.appeal.id)
