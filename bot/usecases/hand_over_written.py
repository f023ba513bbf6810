"""Somebody of a household links after others wrote for it: what is open and no secret is theirs from now on."""

from bot.usecases.drafted import words_of
from bot.usecases.tell_written import read_back
from bot.usecases.turn import Turn
from storage.access import access_appeal
from storage.appeal_lists import list_nobodys
from storage.appeals import record_author
from storage.holders import find_holder
from storage.models import Account, Household
from storage.pieces import list_appeal_pieces
from storage.viewers import find_viewer
from storage.writers import find_writer_name


async def hand_over_written(turn: Turn, account: Account, household: Household) -> None:
    """It is read back to them, and the verdict will be theirs. What is private, or complains of somebody, stays
    nobody's: the wrong person may have linked."""
    for appeal in await list_nobodys(turn.session, household.id):
        await record_author(turn.session, appeal, account.id)
        viewer = await find_viewer(turn.session, account.bot_id, account.user_id)
        said = await list_appeal_pieces(turn.session, await access_appeal(turn.session, viewer, appeal.id))
        holder, writer = await find_holder(turn.session, appeal), await find_writer_name(turn.session, appeal)
        await read_back(turn, account, appeal, holder, writer=writer or "", words=words_of(said))
