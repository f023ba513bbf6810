"""An appeal's topic on its way: made, closed, opened again, deleted, and what comes of each call."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.calls import Call, CreateTopic, DeleteTopic, SetTopic
from bot.delivery.outcome import Outcome, Refused, Sent, TopicGone, Uncertain, Unchanged
from bot.rules.errors import NotYours
from bot.rules.lifecycle import Status
from bot.rules.numbers import number_for_officials
from bot.rules.topics import is_worked_on, name_of_topic
from bot.usecases.turn import Post
from bot.usecases.watch_forum import ask_leads_to_delete, show_privately, take_away
from storage import outbox
from storage.engine import Session
from storage.forums import access_forum
from storage.models import Appeal, Forum, Letter, Topic
from storage.public import is_public
from storage.topics import (
    access_topic,
    access_topic_to_change,
    access_topic_view,
    find_grid_reached,
    record_topic_closed,
    record_topic_gone,
    record_topic_lost,
    record_topic_made,
    record_topic_named,
)

_MEANWHILE = timedelta(seconds=10)


@dataclass(frozen=True)
class Place:
    topic: Topic
    forum: Forum


async def access_place(session: Session, letter: Letter) -> Place:
    topic = await access_topic(session, letter.topic_id or 0)
    return Place(topic, await access_forum(session, topic.forum_id))


async def next_change(session: Session, place: Place, categories: Mapping[str, str]) -> Call | None:
    """None where only the card is left to be shown. Raises NotYours where nothing of it may stand there."""
    topic, forum = place.topic, place.forum
    if topic.gone_at is not None:
        raise NotYours
    try:
        appeal = (await access_topic_view(session, topic, forum)).appeal
    except NotYours:
        if topic.thread_id is None or await is_public(session, await session.get_one(Appeal, topic.appeal_id)):
            raise
        return DeleteTopic(topic.thread_id)
    grid = await find_grid_reached(session, appeal)
    is_closed = grid is None or grid.id != forum.grid_id or not is_worked_on(Status(appeal.status))
    if topic.thread_id is not None:
        return None if topic.is_closed == is_closed else SetTopic(topic.thread_id, is_closed)
    if is_closed:
        raise NotYours
    number = number_for_officials(appeal.series, appeal.number)
    name = name_of_topic(number, categories.get(appeal.category, appeal.category), appeal.title)
    await record_topic_named(session, topic, name)
    return CreateTopic(name)


async def settle_topic(session: Session, letter: Letter, call: Call, outcome: Outcome, now: datetime) -> bool:
    """False where it comes out as any other letter's."""
    topic_id = letter.topic_id or 0
    match call, outcome:
        case CreateTopic(), Sent(thread_id):
            await _made(session, letter, thread_id, now)
        case SetTopic(_, is_closed), Sent() | Unchanged():
            await record_topic_closed(session, topic_id, is_closed=is_closed)
            await outbox.record_part_sent(session, letter, now)
        case DeleteTopic(), Sent() | TopicGone():
            await record_topic_gone(session, topic_id, letter.chat_id, now)
            await outbox.record_sent(session, letter, None, now)
        case _, TopicGone(reason):
            await _lost(session, letter, reason, now)
        case CreateTopic(), Uncertain(reason):
            await _doubt(session, letter, reason, now)
        case _, Refused(reason):
            await outbox.record_dead(session, letter, reason, now)
            await _give_up(session, letter, call, now)
        case _:
            return False
    return True


async def _made(session: Session, letter: Letter, thread_id: int, now: datetime) -> None:
    """A first one, which was in doubt, may have come to light meanwhile: it stays, and this one goes."""
    topic = await access_topic_to_change(session, letter.topic_id or 0)
    if topic.thread_id in {None, thread_id}:
        await record_topic_made(session, topic.id, thread_id)
    else:
        await take_away(Post(session, now, ""), await access_forum(session, topic.forum_id), thread_id)
    await outbox.record_part_sent(session, letter, now)


async def _lost(session: Session, letter: Letter, reason: str, now: datetime) -> None:
    topic = await access_topic(session, letter.topic_id or 0)
    if await record_topic_lost(session, topic, letter.chat_id, now):
        await outbox.record_postponed(session, letter, reason, now)
    else:
        await outbox.record_dead(session, letter, reason, now)
        await _give_up(session, letter, None, now)


async def _doubt(session: Session, letter: Letter, reason: str, now: datetime) -> None:
    """Its number may be told by an update meanwhile, by which it is known; else it is made once more."""
    has_copy_left = outbox.has_copy_left(letter)
    await outbox.record_uncertain(session, letter, reason, now + _MEANWHILE, now=now)
    if not has_copy_left:
        await record_topic_gone(session, letter.topic_id or 0, letter.chat_id, now)
        await _give_up(session, letter, None, now)


async def _give_up(session: Session, letter: Letter, call: Call | None, now: datetime) -> None:
    """The leads have it in their own chats instead; what cannot be deleted they are asked to delete."""
    post = Post(session, now, f"topic-lost:{letter.id}:{letter.attempts}")
    if isinstance(call, DeleteTopic):
        await ask_leads_to_delete(post, (await access_place(session, letter)).forum)
        return
    await show_privately(post, await session.get_one(Appeal, letter.appeal_id))
