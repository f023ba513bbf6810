"""看看以前怎么回的: like matters and their answers, and one of them as a draft. Nothing is sent by it."""

from dataclasses import replace

from bot.rules.buttons import Button
from bot.rules.clauses import opening_of
from bot.rules.errors import KeptApart, NotNow, NotYours, Stale
from bot.rules.lifecycle import Actor
from bot.rules.numbers import number_for_officials
from bot.usecases.answer_appeal import ENDED, answer_in_words
from bot.usecases.past_answers import OFFERED, PastAnswer, list_past_answers
from bot.usecases.take_step import access_to_change
from bot.usecases.turn import Toast, Turn
from storage.access import AppealView
from storage.grids import access_grid
from storage.viewers import find_viewer

_ALL = 10
_LONGEST = 200


async def show_past(turn: Turn, appeal_id: int) -> Toast:
    """At most three, a letter each. Raises what `access_answering` does."""
    view = await access_answering(turn, appeal_id)
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    found = await list_past_answers(turn, viewer, view.appeal, OFFERED)
    for past in found:
        await _show(turn, appeal_id, past)
    return Toast("past-toast", {"count": len(found)})


async def draft_past(turn: Turn, answer_id: int, appeal_id: int) -> Toast:
    """照这个回: the words before them, to alter and reply with. Raises what `access_past` does."""
    view, past = await access_past(turn, answer_id, appeal_id)
    buttons = [Button("past-say", "past_say", past.id, appeal_id)]
    number = number_for_officials(view.appeal.series, view.appeal.number)
    await turn.answer(
        "past-draft", buttons=buttons, about=appeal_id, number=number, reply=past.reply, past=past.appeal.id
    )
    return Toast("study-toast")


async def say_past(turn: Turn, answer_id: int, appeal_id: int) -> Toast:
    """就这么回: from now on they are the official's own words, and wait for the tap that names the outcome. Raises
    AlreadySo; what `access_past` does."""
    view, past = await access_past(turn, answer_id, appeal_id)
    await answer_in_words(turn, view, past.reply)
    return Toast("study-toast")


async def access_answering(turn: Turn, appeal_id: int) -> AppealView:
    """Raises NotYours for whoever does not hold it; KeptApart where it is not for everybody: what is like it would
    tell what it is about; NotNow where it has ended."""
    view = await access_to_change(turn, appeal_id)
    if Actor.HOLDER not in view.actors:
        raise NotYours
    if not view.is_public:
        raise KeptApart
    if view.appeal.status in ENDED:
        raise NotNow
    return view


async def access_past(turn: Turn, answer_id: int, appeal_id: int) -> tuple[AppealView, PastAnswer]:
    """Raises Stale where it would not be offered for this appeal now; what `access_answering` does."""
    view = await access_answering(turn, appeal_id)
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    found = await list_past_answers(turn, viewer, view.appeal, _ALL)
    past = next((one for one in found if one.id == answer_id), None)
    if past is None:
        raise Stale
    return view, past


async def _show(turn: Turn, appeal_id: int, past: PastAnswer) -> None:
    buttons = [
        Button("past-use", "past_use", past.id, appeal_id),
        Button("past-mark-stale", "past_stale", past.id, appeal_id),
    ]
    apart = replace(turn, occasion=f"{turn.occasion}:{past.id}")  # one letter of a wording for each occasion
    await apart.answer(
        "past-answer",
        buttons=buttons,
        about=appeal_id,
        village=(await access_grid(turn.session, past.appeal.grid_id)).name,
        answered=past.answered_at,
        outcome=str(past.outcome),
        verdict=str(past.verdict or "none"),
        words=opening_of(past.words, _LONGEST),
        reply=opening_of(past.reply, _LONGEST),
        past=past.appeal.id,
    )
