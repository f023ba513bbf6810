"""An official's words that answer nothing we know: kept, asked about, never guessed."""

from bot.rules.buttons import Button
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_account
from bot.usecases.answer_appeal import answer_appeal
from bot.usecases.begin_draft import draft_anew
from bot.usecases.charge import list_charge
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.say_kindly import say_kindly
from bot.usecases.turn import Toast, Turn
from bot.usecases.unplaced import access_unplaced
from bot.usecases.villager import access_speaker
from nlp.kinds import Judged
from nlp.reading import read
from storage.access import AppealView
from storage.appeal_lists import list_inbox
from storage.members import list_households_of_account
from storage.models import PieceKind
from storage.pieces import Belongs, find_of_album
from storage.viewers import find_viewer

_LIKELIEST = 2
_READ = 30


async def ask_whose(turn: Turn, heard: Heard) -> bool:
    """回的是哪一件? False where it can only be their own household's; whatever else it is, is asked."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    inbox = await list_inbox(turn.session, viewer, _READ)
    account, message = await acting_account(turn), heard.message_id
    is_at_home = bool(await list_households_of_account(turn.session, account.id))
    buttons = [_reply_to(view, message) for view in _likeliest(inbox, heard.words)]
    others = [Button("whose-other", "write_for", message)] if await list_charge(turn, as_official=True) else []
    if is_at_home and not buttons and not others:
        return False
    if not buttons and heard.words and read(heard.words).is_appeal == Judged.NO:
        await say_kindly(turn, heard.words)
        return True
    begun = await find_of_album(turn.session, turn.who, heard.album)
    await keep_piece(turn, account, heard, Belongs())
    if begun and not (begun.draft_id or begun.appeal_id or begun.answer_id):
        return True  # one question for the whole album
    own = [Button("whose-own", "whose_own", message)] if is_at_home else []
    wording = "whose-asked" if buttons else "whose-home-asked" if others else "inbox-empty"
    await turn.answer(wording, buttons=[*buttons, *own, *others])
    return True


async def take_home(turn: Turn, message_id: int) -> Toast:
    """▢ 我自己家的事: the words that were kept begin a draft. Raises NotYours for whoever speaks for no household."""
    piece = await access_unplaced(turn, message_id)
    await draft_anew(turn, await access_speaker(turn, None), piece)
    return Toast("whose-toast")


async def answer_with_kept(turn: Turn, appeal_id: int, message_id: int) -> Toast:
    """▢ 回127号: the words that were kept become the answer's."""
    piece = await access_unplaced(turn, message_id)
    heard = Heard(message_id, piece.said_at, PieceKind(piece.kind), piece.text)
    await answer_appeal(turn, appeal_id, heard)
    return Toast("whose-toast")


def _likeliest(inbox: list[AppealView], words: str) -> list[AppealView]:
    """By the keywords that they share with the words, then by due time."""
    said = set(read(words).keywords)
    return sorted(inbox, key=lambda view: -len(said & set(view.keywords)))[:_LIKELIEST]


def _reply_to(view: AppealView, message_id: int) -> Button:
    number = number_for_officials(view.appeal.series, view.appeal.number)
    return Button("whose-number", "whose", view.appeal.id, message_id, {"number": number})
