"""What a linked villager says, and what it is: danger, a reply, an answer to a question, a draft's, or new."""

from bot.usecases.add_words import add_words
from bot.usecases.begin_draft import begin_draft, gather
from bot.usecases.correct_category import CATEGORY, correct_category
from bot.usecases.hand_in import hand_in
from bot.usecases.hear_danger import hear_danger
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.own_matters import Belonging, find_match, list_recent, may_add_words
from bot.usecases.replied import find_replied_appeal
from bot.usecases.say_kindly import say_kindly
from bot.usecases.settle_which import settle_which
from bot.usecases.show_draft import WHICH
from bot.usecases.tell_progress import tell_progress
from bot.usecases.turn import Turn
from bot.usecases.villager import Villager, access_villager
from nlp.assent import agrees, says_same
from nlp.kinds import Judged
from nlp.reading import Reading, read
from storage.access import AppealView
from storage.accounts import record_seen
from storage.drafts import find_open_draft
from storage.models import Draft
from storage.pieces import Belongs
from storage.questions import find_open_question


async def hear(turn: Turn, heard: Heard) -> None:
    """Raises NotYours for whoever speaks for no household. Whatever complains of the cadre becomes a draft first."""
    who = turn.who
    await record_seen(turn.session, who.bot_id, who.user_id, who.chat_id, turn.now)
    villager = await access_villager(turn)
    reading = read(heard.words, cadre=villager.cadre_name)
    draft = await find_open_draft(turn.session, villager.account.id)
    replied_to = await _replied_to(turn, heard)
    if reading.danger:
        await hear_danger(turn, villager, draft, heard, reading)
    elif replied_to is not None and reading.about_cadre == Judged.NO:
        await add_words(turn, villager.account, replied_to, heard, reading)
    elif await _answers_question(turn, draft, heard):
        pass
    elif draft is None:
        await _hear_new(turn, villager, heard, reading)
    elif heard.words and reading.is_appeal == Judged.NO:
        await _hear_short(turn, villager, draft, heard)
    else:
        await gather(turn, villager, draft, heard)


async def _replied_to(turn: Turn, heard: Heard) -> int | None:
    """The appeal, of their own or written by them, that the message of ours stands for."""
    appeal_id = await find_replied_appeal(turn, heard)
    return appeal_id if appeal_id is not None and await may_add_words(turn, appeal_id) else None


async def _answers_question(turn: Turn, draft: Draft | None, heard: Heard) -> bool:
    """Words that answer the chat's one open question; others are heard as if it had not been asked."""
    question = await find_open_question(turn.session, turn.who.bot_id, turn.who.chat_id, turn.now)
    if question is None or not heard.words:
        return False
    if question.kind == CATEGORY:
        return await correct_category(turn, question.data["appeal"], heard.words)
    if question.kind != WHICH or draft is None or question.data["draft"] != draft.id:
        return False
    is_same = says_same(heard.words, question.data["number"])
    if is_same is not None:
        await settle_which(turn, draft.id, is_same=is_same)
    return is_same is not None


async def _hear_short(turn: Turn, villager: Villager, draft: Draft, heard: Heard) -> None:
    """A yes to the draft's card files it; thanks are kept with it."""
    if agrees(heard.words):
        await hand_in(turn, draft.id)
    else:
        await keep_piece(turn, villager.account, heard, Belongs(draft_id=draft.id))


async def _hear_new(turn: Turn, villager: Villager, heard: Heard, reading: Reading) -> None:
    if heard.words and reading.is_appeal == Judged.NO:
        await say_kindly(turn, heard.words)
        return
    recent = await list_recent(turn, villager)
    if reading.about_cadre != Judged.NO:
        await begin_draft(turn, villager, heard)
    elif late := _of_a_draft_just_filed(recent, heard):
        await add_words(turn, villager.account, late.appeal.id, heard, reading, undo=True)
    else:
        await _place(turn, villager, heard, reading, recent)


async def _place(turn: Turn, villager: Villager, heard: Heard, reading: Reading, recent: list[AppealView]) -> None:
    """Words that ask how a matter stands are no new one, and no urging."""
    match = await find_match(turn, recent, heard.words, reading)
    if reading.asks_progress and recent and (match or not reading.names_matter):
        await tell_progress(turn, [match.view] if match else recent)
    elif match and match.belonging is Belonging.SURELY:
        await add_words(turn, villager.account, match.view.appeal.id, heard, reading, undo=True)
    else:
        await begin_draft(turn, villager, heard, match.view.appeal.id if match else None)


def _of_a_draft_just_filed(recent: list[AppealView], heard: Heard) -> AppealView | None:
    """Sent before the tap that filed the draft, and overtaken by it."""
    newest = recent[0] if recent else None
    return newest if newest and heard.said_at < newest.appeal.filed_at.replace(microsecond=0) else None
