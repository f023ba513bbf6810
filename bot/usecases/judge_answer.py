"""The author's verdict on an answer: 解决了, 解决了一半, 没解决."""

from typing import Any

from bot.rules.errors import AlreadySo, NotYours, Stale
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.lifecycle import Verdict as VerdictValue
from bot.rules.numbers import number_for_villagers
from bot.rules.verdicts import check_open, judge
from bot.usecases.ask import ask
from bot.usecases.escalate_appeal import escalate
from bot.usecases.people_of import say_holder, show_to_holders, tell_official
from bot.usecases.preview_echo import preview_echo
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView, find_holding_officials
from storage.answers import find_answer
from storage.models import Answer, Verdict
from storage.standings import find_standing
from storage.verdicts import access_verdict, find_halves, find_verdict, record_missing, record_verdict

_ENDS = (Action.JUDGE_SOLVED, Action.REST)
_WORDINGS = {
    Action.JUDGE_SOLVED: "judged-solved",
    Action.JUDGE_HALF: "judged-half",
    Action.JUDGE_UNSOLVED: "judged-unsolved",
    Action.REST: "judged-rest",
}


async def judge_answer(turn: Turn, answer_id: int, value: VerdictValue) -> Toast:
    """Raises Stale for an answer that was followed by another, TooLate after the days for a verdict."""
    answer, view, verdict = await _judged(turn, answer_id)
    if verdict.value == value:
        raise AlreadySo
    check_open(answer.sent_at, turn.now, turn.policy.verdicts)
    halves = await find_halves(turn.session, view.appeal.id) - (verdict.value == VerdictValue.HALF)
    action = judge(value, Level(answer.level), halves)
    await _step(turn, view, action, verdict)
    await record_verdict(turn.session, verdict, value, turn.now)
    await _say(turn, view, action, verdict)
    return Toast("judged")


async def say_what_is_missing(turn: Turn, verdict_id: int, words: str) -> None:
    """哪里没解决: their own words go to whoever has it now."""
    verdict = await access_verdict(turn.session, verdict_id)
    view = await access_to_change(turn, verdict.appeal_id)
    if Actor.AUTHOR not in view.actors:
        raise NotYours
    await record_missing(turn.session, verdict, words)
    if Status(view.appeal.status).is_open:
        await take_step(turn, view, Wanted(Action.ADD_WORDS, note=words))
    for official_id in await find_holding_officials(turn.session, view.appeal):
        await tell_official(turn, official_id, view.appeal, "missing-told", {"words": words})
    await turn.answer("missing-noted", about=view.appeal.id)


async def _judged(turn: Turn, answer_id: int) -> tuple[Answer, AppealView, Verdict]:
    answer = await find_answer(turn.session, answer_id)
    if answer is None:
        raise NotYours
    view = await access_to_change(turn, answer.appeal_id)
    verdict = await find_verdict(turn.session, answer.appeal_id)
    if Actor.AUTHOR not in view.actors:
        raise NotYours
    if verdict is None or verdict.answer_id != answer.id:
        raise Stale
    return answer, view, verdict


async def _step(turn: Turn, view: AppealView, action: Action, verdict: Verdict) -> None:
    wanted = Wanted(action, data={"verdict": verdict.id})
    if action is Action.JUDGE_UNSOLVED:
        await escalate(turn, view, wanted)
        return
    await take_step(turn, view, wanted)
    await show_to_holders(turn, view.appeal)
    if action in _ENDS:
        await preview_echo(turn, view.appeal)


async def _say(turn: Turn, view: AppealView, action: Action, verdict: Verdict) -> None:
    holder = await say_holder(turn, (await find_standing(turn.session, view.appeal)).holder)
    number = number_for_villagers(view.appeal.series, view.appeal.number)
    if action is not Action.JUDGE_SOLVED:
        await ask(turn, "missing", {"verdict": verdict.id})
    due: dict[str, Any] = {"due": view.appeal.due_at} if view.appeal.due_at else {}
    await turn.answer(_WORDINGS[action], about=view.appeal.id, number=number, **due, **holder)
