"""A draft begins, and grows, until it is handed in."""

from bot.rules.errors import AnotherDraft
from bot.usecases.drafted import Drafted, read_draft
from bot.usecases.hand_in import file_draft
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.quiet_time import begin_quiet_time
from bot.usecases.show_draft import show_draft, show_more
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from storage.drafts import add_draft, find_open_draft, record_draft_choice
from storage.models import Draft, Piece
from storage.pieces import Belongs, record_piece_moved


async def begin_draft(turn: Turn, villager: Villager, heard: Heard, maybe_of: int | None = None) -> None:
    """`maybe_of`: the appeal that it may belong to, which is asked."""
    draft = await add_draft(turn.session, villager.account.id, villager.household.id, turn.now)
    if maybe_of is not None:
        await record_draft_choice(turn.session, draft, maybe=maybe_of)
    await keep_piece(turn, villager.account, heard, Belongs(draft_id=draft.id))
    await begin_quiet_time(turn, draft)
    await show_draft(turn, villager, await read_draft(turn, draft, villager))


async def gather(turn: Turn, villager: Villager, draft: Draft, heard: Heard) -> None:
    """An album is one thing said; what its first picture was answered holds for all."""
    before = await read_draft(turn, draft, villager)
    if not await keep_piece(turn, villager.account, heard, Belongs(draft_id=draft.id)):
        return
    await begin_quiet_time(turn, draft)
    if heard.album is not None and heard.album in {piece.album for piece in before.pieces}:
        return
    await show_grown(turn, villager, before, await read_draft(turn, draft, villager))


async def draft_anew(turn: Turn, villager: Villager, piece: Piece) -> None:
    """A message that was taken for another matter's, or kept until it was known whose. Raises AnotherDraft where one
    is open for another household."""
    draft = await find_open_draft(turn.session, villager.account.id)
    if draft is None:
        draft = await add_draft(turn.session, villager.account.id, villager.household.id, turn.now)
    elif draft.household_id != villager.household.id:
        raise AnotherDraft
    await record_piece_moved(turn.session, piece, Belongs(draft_id=draft.id))
    drafted = await read_draft(turn, draft, villager)
    if drafted.reading.danger:
        await file_draft(turn, villager, drafted)
        return
    await begin_quiet_time(turn, draft)
    await show_draft(turn, villager, drafted)


async def show_grown(turn: Turn, villager: Villager, before: Drafted, now: Drafted) -> None:
    """Something new is asked about, or there are words at last: the whole card; else a short word."""
    has_grown_clear = now.reads_as_appeal and not before.reads_as_appeal
    if has_grown_clear or now.doubts - before.doubts:
        await show_draft(turn, villager, now)
    else:
        await show_more(turn, now)
