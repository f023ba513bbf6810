"""替别人家写: for whom somebody writes is asked, and what they say then is that household's draft."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.errors import AnotherDraft, NoSuchHousehold
from bot.rules.naming import homes_named
from bot.usecases.acting import acting_account
from bot.usecases.ask import answered, ask
from bot.usecases.begin_draft import begin_draft, draft_anew
from bot.usecases.charge import list_charge
from bot.usecases.drafted import words_of
from bot.usecases.hand_in import access_open_draft
from bot.usecases.hear_danger import hear_danger
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.people_of import say_home
from bot.usecases.settle_home import settle_home
from bot.usecases.turn import Toast, Turn
from bot.usecases.unplaced import access_unplaced
from bot.usecases.villager import access_speaker
from nlp.kinds import Judged
from nlp.reading import read
from storage.drafts import find_open_draft
from storage.models import Household
from storage.pieces import Belongs, list_draft_pieces

FOR_WHOM, THEIR_WORDS = "for_whom", "their_words"
Asked = dict[str, Any]
_OFFERED = 3


async def ask_for_whom(turn: Turn, message_id: int) -> Toast:
    """`message_id`: of words said before that are meant; 0 where nothing was said yet. Raises AnotherDraft."""
    await _check_no_draft(turn)
    piece = await access_unplaced(turn, message_id) if message_id else None
    named = homes_named(piece.text or "", await list_charge(turn)) if piece else []
    await _ask(turn, {"message": message_id}, "for-whom", named)
    return Toast("whose-toast")


async def ask_for_whom_else(turn: Turn, draft_id: int) -> None:
    """▢ 别人家, of a draft that is there. Raises NotYours, AlreadySo."""
    draft = await access_open_draft(turn, draft_id)
    words = words_of(await list_draft_pieces(turn.session, draft))
    await _ask(turn, {"draft": draft_id}, "for-whom", homes_named(words, await list_charge(turn)))


async def name_household(turn: Turn, asked: Asked, heard: Heard) -> None:
    """Raises NoSuchHousehold where none of theirs is called so; where several are, one must be tapped. Whoever says
    the matter in the same breath need not say it again."""
    named = homes_named(heard.words, await list_charge(turn))
    if not named:
        raise NoSuchHousehold
    if not any(asked.values()) and read(heard.words).is_appeal == Judged.YES:
        await keep_piece(turn, await acting_account(turn), heard, Belongs())
        asked = {"message": heard.message_id}
    if len(named) > 1:
        await _ask(turn, asked, "which-home", named)
    else:
        await _go_on(turn, asked, named[0].id)


async def choose_household(turn: Turn, household_id: int) -> Toast:
    """Raises Stale where this chat was not asked for whom; NotYours for a household that is not of their charge."""
    await _go_on(turn, await answered(turn, FOR_WHOM), household_id)
    return Toast("whose-toast")


async def begin_for(turn: Turn, household_id: int) -> Toast:
    """A household asked for it. Raises NotYours where it is not of their charge, AnotherDraft."""
    await _go_on(turn, {}, household_id)
    return Toast("whose-toast")


async def hear_for(turn: Turn, household_id: int, heard: Heard) -> None:
    """Their words as they are told to whoever writes: danger is filed at once."""
    await _check_no_draft(turn)
    writer = await access_speaker(turn, household_id)
    reading = read(heard.words, cadre=writer.cadre_name)
    if reading.danger:
        await hear_danger(turn, writer, None, heard, reading)
    else:
        await begin_draft(turn, writer, heard)


async def _go_on(turn: Turn, asked: Asked, household_id: int) -> None:
    if draft := asked.get("draft"):
        await settle_home(turn, draft, household_id)
        return
    await _check_no_draft(turn)
    writer = await access_speaker(turn, household_id)
    if message := asked.get("message"):
        await draft_anew(turn, writer, await access_unplaced(turn, message))
        return
    await ask(turn, THEIR_WORDS, {"household": household_id})
    await turn.answer("say-it-for", home=say_home(writer.household))


async def _check_no_draft(turn: Turn) -> None:
    """One matter after the other: nobody's words shall end in another household's draft."""
    if await find_open_draft(turn.session, (await acting_account(turn)).id):
        raise AnotherDraft


async def _ask(turn: Turn, asked: Asked, wording: str, named: list[Household]) -> None:
    await ask(turn, FOR_WHOM, asked)
    buttons = [Button("home", "write_for_home", home.id, data={"home": say_home(home)}) for home in named[:_OFFERED]]
    await turn.answer(wording, buttons=buttons)
