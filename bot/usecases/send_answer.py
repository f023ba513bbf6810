"""An official's words go out to the author: with the tap that names the outcome, or by the clock as 还在办."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotInYourHands, NotNow, NotYours, Refusal
from bot.rules.lifecycle import Action, Outcome, Status
from bot.rules.numbers import number_for_villagers
from bot.usecases.acting import acting_official
from bot.usecases.ask import answered, ask
from bot.usecases.ask_together import ask_together
from bot.usecases.people_of import list_phones_of_author, say_holder, show_to_holders, tell_author, tell_official
from bot.usecases.take_step import Wanted, access_to_change, take_step, take_step_by_the_clock
from bot.usecases.tick import Tick
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView, access_appeal_by_the_clock
from storage.answers import find_answer, list_answers_due, record_answer_dropped, record_answer_sent
from storage.models import Answer, Appeal
from storage.pieces import list_answer_files
from storage.standings import find_standing
from storage.verdicts import add_verdict_asked

_WITH_REASON = (Outcome.EXPLAINED, Outcome.CANNOT)
_AT_ONCE = 50


async def finish_answer(turn: Turn, answer_id: int, outcome: Outcome | None) -> Toast:
    """The tap: None is 还在办. What is only explained, or cannot be done, is asked for its reason first."""
    answer, view = await _on_the_table(turn, answer_id)
    if outcome is Outcome.FORWARDED_UP and view.appeal.status != Status.FORWARDED:
        raise NotNow
    if outcome in _WITH_REASON:
        await ask(turn, "reason", {"answer": answer.id, "outcome": outcome})
        buttons = [Button("reason-is-above", "reason_above", answer.id)]
        await turn.answer("reason-asked", buttons=buttons, about=view.appeal.id, outcome=str(outcome))
        return Toast("reason-toast")
    await _send(turn, view, answer, outcome, None)
    return Toast("answer-sent")


async def give_reason(turn: Turn, answer_id: int, outcome: Outcome, reason: str) -> None:
    answer, view = await _on_the_table(turn, answer_id)
    await _send(turn, view, answer, outcome, reason)
    await turn.answer("answer-sent", about=view.appeal.id)


async def send_reason_above(turn: Turn) -> Toast:
    """▢ 就是上面的话. Raises Stale where no reason was asked for."""
    asked = await answered(turn, "reason")
    answer, view = await _on_the_table(turn, asked["answer"])
    await _send(turn, view, answer, Outcome(asked["outcome"]), None)
    return Toast("answer-sent")


async def send_untapped_answers(turn: Tick) -> None:
    """By the clock."""
    for answer in await list_answers_due(turn.session, turn.now, _AT_ONCE):
        appeal = await access_appeal_by_the_clock(turn.session, answer.appeal_id)
        wanted = Wanted(Action.TELL, data={"answer": answer.id})
        try:
            await take_step_by_the_clock(turn, appeal, wanted)
        except Refusal:
            await record_answer_dropped(turn.session, answer, turn.now)
            await say_dropped(turn, appeal, answer)
            continue
        await record_answer_sent(turn.session, answer, None, None, turn.now)
        await deliver(turn, appeal, answer, None, None)
        await tell_official(turn, answer.official_id, appeal, "sent-as-telling")


async def _on_the_table(turn: Turn, answer_id: int) -> tuple[Answer, AppealView]:
    """Raises NotYours where it is somebody else's, AlreadySo where it went out, NotInYourHands where it will not."""
    answer = await find_answer(turn.session, answer_id)
    official = await acting_official(turn)
    if answer is None or answer.official_id != official.id:
        raise NotYours
    view = await access_to_change(turn, answer.appeal_id)
    if answer.sent_at:
        raise AlreadySo
    if answer.dropped_at:
        raise NotInYourHands
    return answer, view


async def _send(turn: Turn, view: AppealView, answer: Answer, outcome: Outcome | None, reason: str | None) -> None:
    action = Action.ANSWER if outcome else Action.TELL
    wanted = Wanted(action, outcome=outcome, note=reason, data={"answer": answer.id})
    await take_step(turn, view, wanted)
    if not await record_answer_sent(turn.session, answer, outcome, reason, turn.now):
        raise AlreadySo
    await deliver(turn, view.appeal, answer, outcome, reason)
    if outcome is not None:
        await ask_together(turn, answer)


async def deliver(
    turn: Turn | Tick, appeal: Appeal, answer: Answer, outcome: Outcome | None, reason: str | None
) -> None:
    """To the author, with the verdict's question where there is an outcome; the cards show it."""
    holder = await say_holder(turn, (await find_standing(turn.session, appeal)).holder)
    said = {
        "form": form_of(answer),
        "words": answer.text,
        "why": "given" if reason else "none",
        "reason": reason or "",
        **holder,
    }
    await _hand_files(turn, appeal, answer, holder)
    if outcome is None:
        await tell_author(turn, appeal, "told", {"due": appeal.due_at, **said})
    else:
        if appeal.account_id is not None:
            await add_verdict_asked(turn.session, answer, appeal.account_id, turn.now)
        await tell_author(turn, appeal, "answered", {"outcome": str(outcome), **said}, verdict_buttons(answer.id))
    await show_to_holders(turn, appeal)


async def _hand_files(turn: Turn | Tick, appeal: Appeal, answer: Answer, holder: dict[str, Any]) -> None:
    """Above the words, so that what is asked stands last."""
    data = {"number": number_for_villagers(appeal.series, appeal.number), **holder}
    for media_id in await list_answer_files(turn.session, answer.id):
        for account in await list_phones_of_author(turn, appeal):
            await turn.enclose(account, media_id, "file-of-answer", data, about=appeal.id)


def form_of(answer: Answer) -> str:
    """How the catalogue tells of it: in its words, or by the files alone."""
    return "words" if answer.text else "files"


async def say_dropped(turn: Turn | Tick, appeal: Appeal, answer: Answer) -> None:
    """Words that will not go out, to whoever wrote them; whoever holds the appeal now may have them."""
    data = {"form": form_of(answer), "words": answer.text}
    await tell_official(turn, answer.official_id, appeal, "answer-dropped", data, [pass_on_button(answer)])


def pass_on_button(answer: Answer) -> Button:
    return Button("button-pass-on", "pass_on", answer.id)


def verdict_buttons(answer_id: int) -> list[Button]:
    return [
        Button("verdict-solved", "judge_solved", answer_id),
        Button("verdict-half", "judge_half", answer_id),
        Button("verdict-not-solved", "judge_unsolved", answer_id),
    ]
