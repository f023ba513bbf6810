"""An official's words that answer nothing we know: kept, asked about, never guessed."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotYours
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_account
from bot.usecases.answer_appeal import answer_appeal
from bot.usecases.begin_draft import draft_anew
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.turn import Toast, Turn
from bot.usecases.villager import access_villager
from nlp.reading import read
from storage.access import AppealView
from storage.appeal_lists import list_inbox
from storage.members import list_households_of_account
from storage.models import Piece, PieceKind
from storage.pieces import Belongs, find_piece
from storage.viewers import find_viewer

_LIKELIEST = 2
_READ = 30


async def ask_whose(turn: Turn, heard: Heard) -> bool:
    """回的是哪一件? False where nothing lies in their inbox and they speak for a household: then it is no answer."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    inbox = await list_inbox(turn.session, viewer, _READ)
    account = await acting_account(turn)
    is_at_home = bool(await list_households_of_account(turn.session, account.id))
    if not inbox:
        if not is_at_home:
            await turn.answer("inbox-empty")
        return not is_at_home
    await keep_piece(turn, account, heard, Belongs())
    buttons = [_reply_to(view, heard.message_id) for view in _likeliest(inbox, heard.words)]
    if is_at_home:
        buttons.append(Button("whose-own", "whose_own", heard.message_id))
    await turn.answer("whose-asked", buttons=buttons)
    return True


async def take_home(turn: Turn, message_id: int) -> Toast:
    """▢ 我自己家的事: the words that were kept begin a draft. Raises NotYours for whoever speaks for no household."""
    piece = await _kept(turn, message_id)
    await draft_anew(turn, await access_villager(turn), piece)
    return Toast("whose-toast")


async def answer_with_kept(turn: Turn, appeal_id: int, message_id: int) -> Toast:
    """▢ 回127号: the words that were kept become the answer's."""
    piece = await _kept(turn, message_id)
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


async def _kept(turn: Turn, message_id: int) -> Piece:
    """Raises NotYours for what this person did not say here."""
    piece = await find_piece(turn.session, turn.who.bot_id, turn.who.chat_id, message_id)
    if piece is None or piece.account_id != (await acting_account(turn)).id:
        raise NotYours
    if piece.draft_id or piece.appeal_id or piece.answer_id:
        raise AlreadySo
    return piece
