"""我要反映: whatever they say next is their own matter, and answers no question asked before."""

from bot.usecases.turn import Turn
from storage.questions import record_question_closed


async def invite_words(turn: Turn) -> None:
    await record_question_closed(turn.session, turn.who.bot_id, turn.who.chat_id)
    await turn.answer("say-it")
