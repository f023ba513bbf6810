"""Words that answer what this chat was just asked."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.rules.errors import NotUnderstood, Refusal
from bot.rules.lifecycle import Outcome
from bot.usecases.ask import answered
from bot.usecases.ask_back import ask_back
from bot.usecases.ask_decision import DUE, MEASURE, UNIT, hear_measure, name_units, say_due
from bot.usecases.bring_back import BRING_BACK_WHY, bring_back
from bot.usecases.call_in import CALL_FOR, CALL_WHOM, call_in, call_named
from bot.usecases.extend_appeal import extend_appeal
from bot.usecases.forward_up import RECOMMENDATION, forward_up
from bot.usecases.heard import Heard
from bot.usecases.judge_answer import say_what_is_missing
from bot.usecases.make_commitment import DAY, WHAT, commit, say_day
from bot.usecases.name_deputy import DAYS, WHO, name_deputy, say_days
from bot.usecases.offer_handover import FORMER, NEXT, name_former, name_next
from bot.usecases.offer_partners import PUT_IN
from bot.usecases.put_right import PUT_RIGHT, put_right
from bot.usecases.put_together import put_together_with_named
from bot.usecases.recategorize import WHICH_CATEGORY, name_category
from bot.usecases.refer_appeal import REFER_TO, REFER_WHY, refer_appeal, refer_to_named
from bot.usecases.return_appeal import RETURN_WHY, return_appeal
from bot.usecases.send_answer import give_reason
from bot.usecases.settle_echo import reword_echo
from bot.usecases.turn import Turn
from bot.usecases.withdraw_for import WITHDRAW_WHY, withdraw_for
from bot.usecases.write_for import FOR_WHOM, THEIR_WORDS, hear_for, name_household
from nlp.kinds import Judged
from nlp.reading import read
from storage.questions import find_open_question

Asked = dict[str, Any]


async def answer_question(turn: Turn, heard: Heard) -> bool:
    """False where nothing is asked, or nothing that is answered here, or where something else is told instead.
    Raises NotUnderstood for what has no words, but where anything that can be heard will do."""
    question = await find_open_question(turn.session, turn.who.bot_id, turn.who.chat_id, turn.now)
    if question is None or question.kind not in _ANSWERS:
        return False
    kind, asked = question.kind, question.data
    if kind in _OF_HOUSEHOLDS and read(heard.words).danger:
        return False
    if not heard.words and kind not in _ANYTHING:
        raise NotUnderstood
    try:
        async with turn.session.begin_nested():
            await answered(turn, kind)
            await _ANSWERS[kind](turn, asked, heard)
    except NotUnderstood:
        if kind != FOR_WHOM or read(heard.words).is_appeal != Judged.YES:
            raise
        await answered(turn, kind)  # they go on with a trouble of their own
        return False
    except Refusal as refusal:
        await answered(turn, kind)  # it would refuse their next words, too
        await turn.answer(refusal.notice)
    return True


async def _reason(turn: Turn, asked: Asked, heard: Heard) -> None:
    await give_reason(turn, asked["answer"], Outcome(asked["outcome"]), heard.words)


async def _ask_back(turn: Turn, asked: Asked, heard: Heard) -> None:
    await ask_back(turn, asked["appeal"], asked["epoch"], heard.words)


async def _extend(turn: Turn, asked: Asked, heard: Heard) -> None:
    await extend_appeal(turn, asked["appeal"], asked["epoch"], asked["days"], heard.words)


async def _refer(turn: Turn, asked: Asked, heard: Heard) -> None:
    await refer_to_named(turn, asked["appeal"], asked["epoch"], heard.words)


async def _refer_why(turn: Turn, asked: Asked, heard: Heard) -> None:
    await refer_appeal(turn, asked["appeal"], asked["epoch"], asked["to"], heard.words)


async def _call(turn: Turn, asked: Asked, heard: Heard) -> None:
    await call_named(turn, asked["appeal"], asked["epoch"], heard.words)


async def _call_for(turn: Turn, asked: Asked, heard: Heard) -> None:
    await call_in(turn, asked["appeal"], asked["epoch"], asked["to"], heard.words)


async def _forward(turn: Turn, asked: Asked, heard: Heard) -> None:
    await forward_up(turn, asked["appeal"], asked["epoch"], heard.words)


async def _bring_back(turn: Turn, asked: Asked, heard: Heard) -> None:
    await bring_back(turn, asked["appeal"], asked["epoch"], heard.words)


async def _withdraw_for(turn: Turn, asked: Asked, heard: Heard) -> None:
    await withdraw_for(turn, asked["appeal"], asked["epoch"], heard.words)


async def _category(turn: Turn, asked: Asked, heard: Heard) -> None:
    await name_category(turn, asked["appeal"], asked["epoch"], heard.words)


async def _return(turn: Turn, asked: Asked, heard: Heard) -> None:
    await return_appeal(turn, asked["appeal"], asked["epoch"], heard.words)


async def _reword(turn: Turn, asked: Asked, heard: Heard) -> None:
    await reword_echo(turn, asked["echo"], heard.words)


async def _missing(turn: Turn, asked: Asked, heard: Heard) -> None:
    await say_what_is_missing(turn, asked["verdict"], heard.words)


async def _their_words(turn: Turn, asked: Asked, heard: Heard) -> None:
    await hear_for(turn, asked["household"], heard)


async def _put_right(turn: Turn, asked: Asked, heard: Heard) -> None:
    await put_right(turn, asked["appeal"], heard)


_ANSWERS: dict[str, Callable[[Turn, Asked, Heard], Awaitable[None]]] = {
    "reason": _reason,
    "ask_back": _ask_back,
    "extend_why": _extend,
    REFER_TO: _refer,
    REFER_WHY: _refer_why,
    CALL_WHOM: _call,
    CALL_FOR: _call_for,
    RECOMMENDATION: _forward,
    BRING_BACK_WHY: _bring_back,
    WITHDRAW_WHY: _withdraw_for,
    WHICH_CATEGORY: _category,
    RETURN_WHY: _return,
    DAY: say_day,
    WHAT: commit,
    "reword": _reword,
    "missing": _missing,
    WHO: name_deputy,
    DAYS: say_days,
    FOR_WHOM: name_household,
    THEIR_WORDS: _their_words,
    PUT_RIGHT: _put_right,
    MEASURE: hear_measure,
    UNIT: name_units,
    DUE: say_due,
    FORMER: name_former,
    NEXT: name_next,
    PUT_IN: put_together_with_named,
}
_ANYTHING = frozenset({THEIR_WORDS, PUT_RIGHT})
_OF_HOUSEHOLDS = frozenset({"missing", FOR_WHOM, PUT_RIGHT})
