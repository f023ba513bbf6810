"""Danger is filed at once, without a question, and told to whoever stands nearest."""

from bot.rules.lifecycle import Status
from bot.usecases.add_words import add_words
from bot.usecases.drafted import Drafted, read_draft
from bot.usecases.hand_in import file_draft, file_pieces
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.own_matters import list_recent
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager, access_speaker
from nlp.reading import Reading
from storage.drafts import add_draft
from storage.models import Draft
from storage.pieces import Belongs


async def hear_danger(turn: Turn, villager: Villager, draft: Draft | None, heard: Heard, reading: Reading) -> None:
    """Pictures that were sent just before belong to it; words of another matter stay a draft."""
    told_before = await _told_before(turn, villager, reading)
    if told_before is not None:
        await add_words(turn, villager.account, told_before, heard, reading)
        return
    if draft is None:
        draft = await add_draft(turn.session, villager.account.id, villager.household.id, turn.now)
    before = await read_draft(turn, draft, villager)
    if not await keep_piece(turn, villager.account, heard, Belongs(draft_id=draft.id)):
        return
    now = await read_draft(turn, draft, villager)
    if before.text:
        await file_pieces(turn, await _whose_home(turn, villager), _without(now, before))
    else:
        await file_draft(turn, villager, now)


async def _told_before(turn: Turn, villager: Villager, reading: Reading) -> int | None:
    """The same danger, told while nobody has got through with it yet."""
    for view in await list_recent(turn, villager):
        appeal = view.appeal
        is_going_on = Status(appeal.status).is_open and turn.now - appeal.filed_at < turn.policy.danger.climb
        is_there = appeal.household_id == villager.household.id
        if appeal.danger == reading.danger and is_going_on and is_there:
            return appeal.id
    return None


async def _whose_home(turn: Turn, villager: Villager) -> Villager:
    """What breaks in on words written for somebody else happens at one's own home."""
    is_guest = not villager.is_member and villager.homes
    return await access_speaker(turn, None) if is_guest else villager


def _without(now: Drafted, before: Drafted) -> Drafted:
    known = {piece.id for piece in before.pieces}
    return now.only([piece for piece in now.pieces if piece.id not in known])
