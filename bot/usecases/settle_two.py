"""Whether what was said in one breath is one matter or two."""

from bot.usecases.drafted import Drafted, read_draft, second_matter
from bot.usecases.hand_in import access_draft, file_pieces
from bot.usecases.show_draft import show_draft
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager
from storage.drafts import record_draft_choice, record_draft_settled
from storage.models import DraftState
from storage.pieces import record_piece_cut


async def settle_two(turn: Turn, draft_id: int, *, are_two: bool) -> None:
    """Two are filed apart. Raises NotYours; AlreadySo once the draft is settled."""
    villager, drafted = await access_draft(turn, draft_id)
    await record_draft_choice(turn.session, drafted.draft, one=True)
    if not are_two:
        await show_draft(turn, villager, drafted)
        return
    for part in await _parts(turn, drafted):
        await _file(turn, villager, part)
    left = await read_draft(turn, drafted.draft, villager)
    if left.pieces:
        await show_draft(turn, villager, left)
    else:
        await record_draft_settled(turn.session, drafted.draft, DraftState.FILED, turn.now)


async def _file(turn: Turn, villager: Villager, part: Drafted) -> None:
    """What may be about the cadre stays a draft, and is asked about by itself."""
    if part.pieces and not part.may_be_about_the_cadre:
        await file_pieces(turn, villager, part)


async def _parts(turn: Turn, drafted: Drafted) -> tuple[Drafted, Drafted]:
    """Between two messages, else within the one that holds both."""
    second, cut = second_matter(drafted.pieces), drafted.cut
    first = [piece for piece in drafted.pieces if piece not in second]
    if not second and cut is not None:
        at = first.index(cut.piece)
        halves = await record_piece_cut(turn.session, cut.piece, cut.first, cut.second)
        first, second = [*first[:at], halves[0]], [halves[1], *first[at + 1 :]]
    return drafted.only(first), drafted.only(second)
