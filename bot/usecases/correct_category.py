"""What an appeal is about, put right by its author in a word of theirs."""

from bot.rules.lifecycle import Action
from bot.usecases.give_receipt import number_of
from bot.usecases.own_appeal import access_own
from bot.usecases.take_step import Wanted, take_step
from bot.usecases.turn import Turn
from nlp.categories import OTHER, category_of
from nlp.plain import plain
from storage.appeals import Reading, record_reading
from storage.questions import record_question, record_question_closed

CATEGORY = "category"


async def ask_category(turn: Turn, appeal_id: int) -> None:
    view = await access_own(turn, appeal_id)
    expires_at, who = turn.now + turn.policy.drafts.question_expires, turn.who
    data = {"appeal": appeal_id}
    await record_question(turn.session, who.bot_id, who.chat_id, CATEGORY, data, expires_at, turn.now)
    await turn.answer("which-category", about=appeal_id, number=number_of(view.appeal))


async def correct_category(turn: Turn, appeal_id: int, words: str) -> bool:
    """False where the words name no category: then they are something else."""
    category = category_of(plain(words)).category
    if category == OTHER or category not in turn.policy.categories:
        return False
    view = await access_own(turn, appeal_id)
    appeal = view.appeal
    await take_step(turn, view, Wanted(Action.RECLASSIFY, data={"from": appeal.category, "to": category}))
    reading = Reading(category, appeal.keywords, appeal.title, appeal.urgency, appeal.danger)
    await record_reading(turn.session, appeal, reading)
    await record_question_closed(turn.session, turn.who.bot_id, turn.who.chat_id)
    name = turn.policy.categories[category].name
    await turn.answer("category-corrected", about=appeal_id, number=number_of(appeal), category=name)
    return True
