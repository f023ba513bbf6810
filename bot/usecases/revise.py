"""A message that its author edited: the new words are one more revision, and whoever holds them is told."""

from bot.rules.people import surname_of
from bot.usecases.acting import acting_account
from bot.usecases.add_words import note_words
from bot.usecases.drafted import read_draft
from bot.usecases.file import find_world, kept_reading, show_cards
from bot.usecases.give_receipt import say_danger
from bot.usecases.hand_in import file_draft
from bot.usecases.hear import hear
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.quiet_time import begin_quiet_time
from bot.usecases.show_draft import show_draft
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Turn
from bot.usecases.villager import access_speaker
from nlp.kinds import Judged
from nlp.reading import read
from storage.appeals import record_reading
from storage.drafts import find_draft
from storage.models import DraftState
from storage.pieces import Belongs, find_piece


async def revise(turn: Turn, heard: Heard) -> None:
    """What was not kept before is heard like new. Raises NotYours for whoever does not speak for that household."""
    piece = await find_piece(turn.session, turn.who.bot_id, turn.who.chat_id, heard.message_id)
    if piece is not None and piece.draft_id is not None:
        await _revise_draft(turn, piece.draft_id, heard)
    elif piece is not None and piece.appeal_id is not None:
        await _revise_appeal(turn, piece.appeal_id, heard)
    elif piece is None:
        await hear(turn, heard)


async def _revise_draft(turn: Turn, draft_id: int, heard: Heard) -> None:
    draft = await find_draft(turn.session, (await acting_account(turn)).id, draft_id)
    if draft is None:
        return
    villager = await access_speaker(turn, draft.household_id)
    is_new = await keep_piece(turn, villager.account, heard, Belongs(draft_id=draft_id))
    if not is_new or draft.state != DraftState.OPEN:
        return
    now = await read_draft(turn, draft, villager)
    if now.reading.danger:
        await file_draft(turn, villager, now)
    else:
        await begin_quiet_time(turn, draft)
        await show_draft(turn, villager, now)


async def _revise_appeal(turn: Turn, appeal_id: int, heard: Heard) -> None:
    """New words that may be about the cadre do not go where the cadre reads them: they are asked about."""
    view = await access_to_change(turn, appeal_id)
    villager = await access_speaker(turn, view.appeal.household_id)
    reading = read(heard.words, cadre=villager.cadre_name)
    if reading.about_cadre != Judged.NO:
        await hear(turn, heard)
        return
    if not await keep_piece(turn, villager.account, heard, Belongs(appeal_id=appeal_id)):
        return
    await note_words(turn, view, reading, told_as="words-changed")
    if reading.danger and view.appeal.danger is None:
        await record_reading(turn.session, view.appeal, kept_reading(heard.words, reading))
        await show_cards(turn, view.appeal, await find_world(turn, villager))
        await say_danger(turn, view.appeal, surname_of(villager.cadre_name) or "none")
