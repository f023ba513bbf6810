"""A private appeal's words, opened by a tap that is logged, and taken back after a while."""

from datetime import timedelta

from bot.rules.errors import NotYours
from bot.rules.numbers import number_for_officials
from bot.usecases.show_files import hand_files
from bot.usecases.turn import Toast, Turn
from storage.access import access_appeal
from storage.accounts import find_account
from storage.grids import access_grid
from storage.households import access_household
from storage.looks import record_look
from storage.models import LetterKind
from storage.officials import find_official_of_account
from storage.pieces import list_appeal_pieces
from storage.viewers import find_viewer


async def open_private(turn: Turn, appeal_id: int) -> Toast:
    """The look is written before the words are. Raises NotYours for whom they are not."""
    who = turn.who
    view = await access_appeal(turn.session, await find_viewer(turn.session, who.bot_id, who.user_id), appeal_id)
    account = await find_account(turn.session, who.bot_id, who.user_id, who.chat_id)
    if account is None:
        raise NotYours
    official = await find_official_of_account(turn.session, account.id)
    await record_look(turn.session, view, account.id, official.id if official else None, turn.now)
    pieces = await list_appeal_pieces(turn.session, view)
    household = await access_household(turn.session, view.appeal.household_id)
    village = await access_grid(turn.session, household.grid_id)
    minutes = turn.policy.privacy.taken_back // timedelta(minutes=1)
    await turn.answer(
        "private-opened",
        about=appeal_id,
        kind=LetterKind.PRIVATE_TEXT,
        number=number_for_officials(view.appeal.series, view.appeal.number),
        village=village.name,
        address=household.address,
        head=household.head,
        phone=household.phone or "",
        words="\n".join(piece.text for piece in pieces if piece.text),
        minutes=minutes,
    )
    await hand_files(turn, view, pieces)
    return Toast("private-toast", {"minutes": minutes})
