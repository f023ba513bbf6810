"""What somebody writes who may be an official: a reply to an appeal of theirs, or words to nothing we know."""

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Actor, Status
from bot.usecases.answer_appeal import ENDED, answer_appeal
from bot.usecases.answer_question import answer_question
from bot.usecases.ask_whose import ask_whose
from bot.usecases.heard import Heard
from bot.usecases.pass_on import hear_helper, keep_late_words
from bot.usecases.replied import find_replied_appeal, replies_to_question
from bot.usecases.turn import Turn
from nlp.reading import read
from storage.access import access_appeal
from storage.accounts import find_account
from storage.drafts import find_open_draft
from storage.members import list_households_of_account
from storage.models import Account
from storage.officials import find_official_of_account
from storage.viewers import find_viewer


async def hear_official(turn: Turn, heard: Heard) -> bool:
    """False where it is not said as an official: whoever hears villagers has it then."""
    account = await find_account(turn.session, turn.who.bot_id, turn.who.user_id, turn.who.chat_id)
    if account is None:
        return False
    if await replies_to_question(turn, heard) and await answer_question(turn, heard):
        return True
    if await _is_reply(turn, heard) or await answer_question(turn, heard):
        return True
    if await find_official_of_account(turn.session, account.id) is None or await _is_at_home(turn, account, heard):
        return False
    return await ask_whose(turn, heard)


async def _is_reply(turn: Turn, heard: Heard) -> bool:
    """To a message of ours about an appeal that they answer, or once did; an author's own is not heard here."""
    appeal_id = await find_replied_appeal(turn, heard)
    if appeal_id is None:
        return False
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    try:
        view = await access_appeal(turn.session, viewer, appeal_id)
    except NotYours:
        if not viewer.officials:
            raise
        return await ask_whose(turn, heard)  # what it was about may not be said
    if Actor.HOLDER in view.actors and view.appeal.status not in ENDED:
        await answer_appeal(turn, appeal_id, heard)
        return True
    if Actor.HELPER in view.actors and Status(view.appeal.status).is_open:
        await hear_helper(turn, view, heard)
        return True
    is_own = view.actors & {Actor.AUTHOR, Actor.WRITER} or view.appeal.household_id in viewer.households
    if viewer.officials and not is_own:
        await keep_late_words(turn, view, heard)
        return True
    return False


async def _is_at_home(turn: Turn, account: Account, heard: Heard) -> bool:
    """What they have begun to say for a household, or a danger at their own."""
    if await find_open_draft(turn.session, account.id):
        return True
    return read(heard.words).danger is not None and bool(await list_households_of_account(turn.session, account.id))
