"""看全部经过: every step of an appeal with its date, whose it was and what was said, as far as it may be read."""

from datetime import datetime
from typing import Any

from bot.rules.errors import NotYours
from bot.rules.lifecycle import Action, Actor
from bot.rules.numbers import number_for_officials
from bot.usecases.turn import Toast, Turn, in_private
from storage.access import AppealView, access_appeal
from storage.answers import list_answers
from storage.engine import Session
from storage.forums import find_forum
from storage.grids import access_unit
from storage.history import PastStep, list_steps
from storage.officials import access_official
from storage.pieces import list_appeal_pieces
from storage.topics import access_topic_view, find_topic_of
from storage.viewers import find_viewer

_SILENT = frozenset({Action.ASK_VERDICT, Action.REMIND})
_Line = tuple[datetime, dict[str, Any]]


async def show_story(turn: Turn, appeal_id: int) -> Toast:
    """In the topic where it was asked for, else in the own chat; of an appeal that is public only. Raises NotYours."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    view = await access_appeal(turn.session, viewer, appeal_id)
    if not view.is_public or not viewer.officials or Actor.AUTHOR in view.actors:
        raise NotYours
    number = number_for_officials(view.appeal.series, view.appeal.number)
    forum = await find_forum(turn.session, turn.who.bot_id, turn.who.chat_id)
    topic = await find_topic_of(turn.session, view.appeal, forum) if forum else None
    if forum is not None and topic is not None:
        view = await access_topic_view(turn.session, topic, forum)
        await turn.say_in_topic(topic, forum, "story", number=number, words=await _story(turn.session, view))
    else:
        story = await _story(turn.session, view)
        await in_private(turn).answer("story", about=appeal_id, number=number, words=story)
    return Toast("files-toast")


async def _story(session: Session, view: AppealView) -> list[dict[str, Any]]:
    """Sentences of the catalogue, oldest first."""
    said = [(piece.said_at, _sentence("said", "", piece.text)) for piece in await list_appeal_pieces(session, view)]
    answers = {answer.id: answer for answer in await list_answers(session, view)}
    lines: list[_Line] = list(said)
    for step in await list_steps(session, view):
        if step.is_told or step.action in _SILENT:
            continue
        answer = answers.get(step.data.get("answer", 0))
        words = "\n".join(filter(None, (answer.text if answer else None, step.note)))
        lines.append((step.at, _sentence(step.action, await _whose(session, step), words, await _to(session, step))))
    lines.sort(key=lambda line: line[0])
    return [{**sentence, "data": sentence["data"] | {"at": at}} for at, sentence in lines]


def _sentence(action: str, name: str, words: str | None, to: str = "") -> dict[str, Any]:
    forms = {"whose": "named" if name else "none", "form": "words" if words else "none"}
    forms["aim"] = "named" if to else "none"
    return {"wording": "story-step", "data": {"action": action, "name": name, "said": words or "", "to": to} | forms}


async def _whose(session: Session, step: PastStep) -> str:
    """The official's name; the households' own steps and the clock's have none."""
    if step.actor_official_id is None or step.actor in {Actor.AUTHOR, Actor.CLOCK}:
        return ""
    return (await access_official(session, step.actor_official_id)).name


async def _to(session: Session, step: PastStep) -> str:
    if step.to_unit_id is not None:
        return (await access_unit(session, step.to_unit_id)).name
    return (await access_official(session, step.to_official_id)).name if step.to_official_id is not None else ""
