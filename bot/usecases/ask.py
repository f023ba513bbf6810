"""The one open question of a chat."""

from typing import Any

from bot.rules.errors import Stale
from bot.usecases.turn import Turn
from storage.questions import find_open_question, record_question, record_question_closed


async def ask(turn: Turn, kind: str, data: dict[str, Any]) -> None:
    """Takes the place of whatever was asked before; the words of the question are the caller's letter."""
    who, expires = turn.who, turn.now + turn.policy.drafts.question_expires
    await record_question(turn.session, who.bot_id, who.chat_id, kind, data, expires, turn.now)


async def answered(turn: Turn, kind: str) -> dict[str, Any]:
    """What the chat was asked with, now that it has answered. Raises Stale where that was not its open question."""
    who = turn.who
    question = await find_open_question(turn.session, who.bot_id, who.chat_id, turn.now)
    if question is None or question.kind != kind:
        raise Stale
    await record_question_closed(turn.session, who.bot_id, who.chat_id)
    return question.data
