"""交上去: an open draft becomes an appeal, by a tap, by words, by danger, or by the clock after the quiet time."""

from bot.rules.errors import AlreadySo, NotYours
from bot.rules.escalation import Complaint
from bot.usecases.acting import acting_account
from bot.usecases.drafted import Drafted, read_draft
from bot.usecases.file import BY_TAP, Filed, Matter, file
from bot.usecases.give_receipt import give_receipt
from bot.usecases.offer_issue import offer_issue
from bot.usecases.show_draft import show_draft
from bot.usecases.tell_written import tell_written
from bot.usecases.turn import Toast, Turn
from bot.usecases.villager import Villager, access_speaker
from nlp.kinds import Judged
from storage.drafts import find_draft, record_draft_choice, record_draft_settled
from storage.models import Draft, DraftState
from storage.pieces import Belongs, record_piece_moved
from storage.questions import record_question_closed


async def hand_in(turn: Turn, draft_id: int, **choices: object) -> Toast | None:
    """`choices` are what the tap says besides: private, complaint, one, maybe. Raises AlreadySo, NotYours."""
    villager, drafted = await access_draft(turn, draft_id)
    await record_draft_choice(turn.session, drafted.draft, **choices)
    if drafted.may_be_about_the_cadre or drafted.may_be_two:
        await show_draft(turn, villager, drafted)
        return None
    await file_draft(turn, villager, drafted)
    return Toast("handed-in")


async def access_draft(turn: Turn, draft_id: int) -> tuple[Villager, Drafted]:
    """The open draft, and who speaks in it. Raises NotYours; AlreadySo where it was filed or dropped before."""
    draft = await access_open_draft(turn, draft_id)
    villager = await access_speaker(turn, draft.household_id)
    return villager, await read_draft(turn, draft, villager)


async def access_open_draft(turn: Turn, draft_id: int) -> Draft:
    """Raises NotYours and AlreadySo, as `access_draft` does."""
    draft = await find_draft(turn.session, (await acting_account(turn)).id, draft_id)
    if draft is None:
        raise NotYours
    if draft.state != DraftState.OPEN:
        raise AlreadySo
    return draft


async def file_draft(turn: Turn, villager: Villager, drafted: Drafted) -> Filed:
    """All of it is one appeal."""
    filed = await file_pieces(turn, villager, drafted)
    await record_draft_settled(turn.session, drafted.draft, DraftState.FILED, turn.now)
    await record_question_closed(turn.session, turn.who.bot_id, turn.who.chat_id)
    return filed


async def file_pieces(turn: Turn, villager: Villager, drafted: Drafted) -> Filed:
    """The draft's pieces at hand, with a receipt; the draft itself stays as it is."""
    complaint = _complaint(drafted)
    matter = Matter(drafted.text, drafted.reading, complaint, _why_private(drafted))
    filed = await file(turn, villager, matter)
    for piece in drafted.pieces:
        await record_piece_moved(turn.session, piece, Belongs(appeal_id=filed.appeal.id))
    if villager.is_member or filed.appeal.danger is not None:
        await give_receipt(turn, villager, filed, complaint)
    if villager.is_member:
        await offer_issue(turn, filed.appeal, drafted.text)
    else:
        await tell_written(turn, villager, filed, drafted.text)
    return filed


def _why_private(drafted: Drafted) -> str | None:
    """As they tapped; untapped as the text tells."""
    chosen = drafted.draft.choices.get("private")
    if chosen is False:
        return None
    return drafted.reading.private or (BY_TAP if chosen else None)


def _complaint(drafted: Drafted) -> Complaint:
    """Danger waits for no question: where it may be about the cadre, the cadre does not see it."""
    if not drafted.may_be_about_the_cadre:
        return drafted.complaint
    return Complaint.ACCUSED if drafted.reading.about_cadre == Judged.YES else Complaint.UNSEEN
