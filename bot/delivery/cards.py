"""Cards as they leave: what an appeal looks like at this moment to the one who gets it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.notices import Rendered, render_button
from bot.delivery.wording import Wording
from bot.rules.access import WORK_ON_IT
from bot.rules.buttons import Button
from bot.rules.calendar import day_of
from bot.rules.clauses import opening_of
from bot.rules.commitments import may_commit
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.numbers import number_for_officials, number_for_villagers
from bot.rules.transitions import ARRIVED
from bot.rules.verbs import list_further_steps
from nlp.categories import OTHER
from storage.card_views import CardView
from storage.models import PieceKind

_LONGEST_WORDS = 1500
_MOST_STEPS = 8


@dataclass(frozen=True)
class _Lines:
    wording: Wording
    language: str
    now: datetime

    def say(self, wording: str, **data: object) -> str:
        return self.wording.render(wording, self.language, data, day_of(self.now))

    def day(self, moment: datetime) -> dict[str, str]:
        return {"day": day_of(moment).isoformat()}


def render_card(
    wording: Wording, language: str, view: CardView, categories: Mapping[str, str], now: datetime
) -> Rendered:
    """Raises WordingFaulty."""
    lines = _Lines(wording, language, now)
    text = "\n".join([_head(lines, view, categories), *_body(lines, view), *_beside(lines, view)])
    buttons = [render_button(wording, button, language, day_of(now)) for button in _buttons(view, now)]
    return {"parts": [text], "buttons": buttons}


def render_gone(wording: Wording, language: str, now: datetime) -> Rendered:
    """What is left of a card whose reader may not see the appeal any more. Raises WordingFaulty."""
    return {"parts": [_Lines(wording, language, now).say("card-gone")], "buttons": []}


def _head(lines: _Lines, view: CardView, categories: Mapping[str, str]) -> str:
    number = number_for_villagers if Actor.AUTHOR in view.actors else number_for_officials
    data = {
        "mark": _mark(view, lines.now),
        "number": number(view.series, view.number),
        "category": categories.get(view.category, view.category),
    }
    if view.status.is_open and view.due_at is not None:
        return lines.say("card-head-due", **data, due=lines.day(view.due_at))
    return lines.say("card-head", **data, status=lines.say(f"status-{view.status}".replace("_", "-")))


def _mark(view: CardView, now: datetime) -> str:
    if not view.status.is_open:
        return "⚪"
    is_late = view.due_at is not None and view.due_at < now
    return "🆘" if view.is_danger else "🔴" if is_late or view.status is Status.ESCALATED else "🔵"


def _body(lines: _Lines, view: CardView) -> Iterator[str]:
    if view.home is None:
        yield lines.say("card-private")
    else:
        yield lines.say("card-home", **vars(view.home))
    if view.writer:
        yield lines.say("card-written", writer=view.writer)
    if view.words:
        yield lines.say("card-words", words=opening_of("\n".join(view.words), _LONGEST_WORDS))
    if view.enclosed:
        kinds = dict.fromkeys(view.enclosed)
        if PieceKind.VOICE in kinds:
            yield lines.say("card-voice")
        yield lines.say("card-enclosed", kinds=[lines.say(f"enclosed-{kind}") for kind in kinds])
    if view.keywords:
        yield lines.say("card-keywords", keywords=list(view.keywords))


def _beside(lines: _Lines, view: CardView) -> Iterator[str]:
    """What was promised, who else tells of it, and what became of it before it came here."""
    if Actor.HELPER in view.actors and Actor.HOLDER not in view.actors:
        yield lines.say("card-helper")
    if view.promised is not None and view.status.is_open:
        form = {"words": view.promised.what, "form": "words" if view.promised.what else "none"}
        yield lines.say("card-promised", due=lines.day(view.promised.due_at), **form)
    if view.sharing > 1:
        yield lines.say("card-issue", count=view.sharing)
    if view.level > Level.CADRE:
        yield lines.say("card-story", steps=list(_story(lines, view)))


def _story(lines: _Lines, view: CardView) -> Iterator[str]:
    """The steps that changed hands or status, the latest of them."""
    told = [step for step in view.steps if step.action in TOLD and not step.is_told]
    for step in told[-_MOST_STEPS:]:
        yield lines.say(f"step-{step.action}".replace("_", "-"), at=lines.day(step.at))


TOLD = frozenset(
    {
        Action.FILE,
        Action.ACCEPT,
        Action.ANSWER,
        Action.ESCALATE,
        Action.REFER,
        Action.RETURN,
        Action.TAKE_OVER,
        Action.FORWARD_UP,
        Action.HAND_OVER,
        Action.JUDGE_HALF,
        Action.JUDGE_UNSOLVED,
        Action.REOPEN,
    }
)


def _buttons(view: CardView, now: datetime) -> Iterator[Button]:
    yield from _to_look(view)
    if Actor.HOLDER in view.actors and view.status.is_open:
        yield from _of_holder(view, now)
    if list_further_steps(view.status, view.actors, view.held_as):
        yield Button("card-more", "cadre_more", view.appeal_id, view.epoch)


def _to_look(view: CardView) -> Iterator[Button]:
    if view.may_open:
        yield Button("card-open", "open", view.appeal_id, view.epoch)
    if set(view.enclosed) - {PieceKind.PLACE, PieceKind.CONTACT}:
        yield Button("card-files", "files", view.appeal_id, view.epoch)
    if view.sharing > 1 and view.actors & WORK_ON_IT:
        yield Button("card-issue", "issue", view.appeal_id, view.epoch, data={"count": view.sharing})
    if view.home is not None and view.level > Level.CADRE and view.actors & WORK_ON_IT:
        yield Button("card-story-all", "story", view.appeal_id, view.epoch)


def _of_holder(view: CardView, now: datetime) -> Iterator[Button]:
    if view.status in ARRIVED:
        yield Button("card-accept", "accept", view.appeal_id, view.epoch)
    if may_commit(view.held_as) and not (view.promised and view.promised.due_at > now):
        yield Button("card-commit", "commit", view.appeal_id, view.epoch)
    if view.status is Status.REFERRED:
        yield Button("card-return", "return", view.appeal_id, view.epoch)
    elif view.category == OTHER:
        yield Button("card-category", "categorize", view.appeal_id, view.epoch)
    elif view.level is not Level.COUNTY:
        yield Button("card-escalate", "escalate", view.appeal_id, view.epoch)
