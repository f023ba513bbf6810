"""一起回复: one answer to every open appeal of a common issue that is in the same hands. Each author gets it under
their own number and judges it alone."""

from bot.rules.errors import AlreadySo, NotYours, Refusal, Stale
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Outcome
from bot.usecases.acting import acting_official
from bot.usecases.issue_members import find_reach
from bot.usecases.send_answer import deliver
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.turn import Toast, Turn
from storage.access import access_appeal
from storage.answers import NewAnswer, add_answer_copy, find_answer, find_last_answer, record_answer_sent
from storage.models import Answer
from storage.viewers import find_viewer


async def answer_together(turn: Turn, answer_id: int) -> Toast:
    """Raises NotYours; Stale for an answer that another followed; AlreadySo where nothing open is in their hands."""
    answer = await _sent_by_them(turn, answer_id)
    reach = await find_reach(turn, answer)
    if not reach.theirs:
        raise AlreadySo
    done = [appeal for appeal in reach.theirs if await _answered(turn, appeal, answer)]
    left = reach.others + len(reach.theirs) - len(done)
    await turn.answer("together-sent", about=answer.appeal_id, count=len(done), left=left)
    return Toast("answer-sent")


async def answer_alone(turn: Turn, answer_id: int) -> Toast:
    """只回这一件: nothing more to do. Raises NotYours, Stale."""
    await _sent_by_them(turn, answer_id)
    return Toast("only-this-toast")


async def _sent_by_them(turn: Turn, answer_id: int) -> Answer:
    answer = await find_answer(turn.session, answer_id)
    if answer is None or answer.official_id != (await acting_official(turn)).id:
        raise NotYours
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    await access_appeal(turn.session, viewer, answer.appeal_id)  # whoever was barred since speaks for nothing of it
    last = await find_last_answer(turn.session, answer.appeal_id)
    if last is None or last.id != answer.id:
        raise Stale
    return answer


async def _answered(turn: Turn, appeal_id: int, answer: Answer) -> bool:
    """False where the appeal went on meanwhile: then nothing of it has changed."""
    try:
        async with turn.session.begin_nested():
            await _answer(turn, appeal_id, answer)
    except Refusal:
        return False
    return True


async def _answer(turn: Turn, appeal_id: int, answer: Answer) -> None:
    view, outcome = await access_to_change(turn, appeal_id), Outcome(answer.outcome or "")
    new = NewAnswer(appeal_id, answer.official_id, Level(view.appeal.level), answer.text, turn.now)
    copy = await add_answer_copy(turn.session, answer, new, turn.now)
    data = {"answer": copy.id, "together_with": answer.id}
    await take_step(turn, view, Wanted(Action.ANSWER, outcome=outcome, note=answer.reason, data=data))
    await record_answer_sent(turn.session, copy, outcome, answer.reason, turn.now)
    await deliver(turn, view.appeal, copy, outcome, answer.reason)
