"""Words that answer what this chat was just asked."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.rules.errors import NotUnderstood, Refusal
from bot.rules.lifecycle import Outcome
from bot.usecases.ask import answered
from bot.usecases.ask_back import ask_back
from bot.usecases.extend_appeal import extend_appeal
from bot.usecases.heard import Heard
from bot.usecases.judge_answer import say_what_is_missing
from bot.usecases.refer_appeal import refer_to_named
from bot.usecases.send_answer import give_reason
from bot.usecases.settle_echo import reword_echo
from bot.usecases.turn import Turn
from storage.questions import find_open_question

Asked = dict[str, Any]


async def answer_question(turn: Turn, heard: Heard) -> bool:
    """False where nothing is asked, or nothing that is answered here. Raises NotUnderstood for what has no words."""
    question = await find_open_question(turn.session, turn.who.bot_id, turn.who.chat_id, turn.now)
    if question is None or question.kind not in _ANSWERS:
        return False
    if not heard.words:
        raise NotUnderstood
    kind, asked = question.kind, question.data
    try:
        async with turn.session.begin_nested():
            await answered(turn, kind)
            await _ANSWERS[kind](turn, asked, heard.words)
    except NotUnderstood:
        raise
    except Refusal as refusal:
        await answered(turn, kind)  # it would refuse their next words, too
        await turn.answer(refusal.notice)
    return True


async def _reason(turn: Turn, asked: Asked, words: str) -> None:
    await give_reason(turn, asked["answer"], Outcome(asked["outcome"]), words)


async def _ask_back(turn: Turn, asked: Asked, words: str) -> None:
    await ask_back(turn, asked["appeal"], asked["epoch"], words)


async def _extend(turn: Turn, asked: Asked, words: str) -> None:
    await extend_appeal(turn, asked["appeal"], asked["epoch"], asked["days"], words)


async def _refer(turn: Turn, asked: Asked, words: str) -> None:
    await refer_to_named(turn, asked["appeal"], asked["epoch"], words)


async def _reword(turn: Turn, asked: Asked, words: str) -> None:
    await reword_echo(turn, asked["echo"], words)


async def _missing(turn: Turn, asked: Asked, words: str) -> None:
    await say_what_is_missing(turn, asked["verdict"], words)


_ANSWERS: dict[str, Callable[[Turn, Asked, str], Awaitable[None]]] = {
    "reason": _reason,
    "ask_back": _ask_back,
    "extend_why": _extend,
    "refer_to": _refer,
    "reword": _reword,
    "missing": _missing,
}
