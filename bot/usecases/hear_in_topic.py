"""What is said in an appeal's topic: kept in its history, among officials, until somebody sends it as an answer."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotYours
from bot.rules.lifecycle import Action
from bot.usecases.acting import acting_account
from bot.usecases.answer_appeal import ENDED, access_to_answer, ask_outcome, begin_answer
from bot.usecases.heard import Heard, keep_piece
from bot.usecases.take_step import Wanted, access_to_change, take_step
from bot.usecases.turn import Toast, Turn, in_private
from bot.usecases.watch_forum import take_away
from storage.access import AppealView
from storage.forums import find_forum
from storage.history import list_steps
from storage.models import Forum, Topic
from storage.pieces import Belongs, find_piece, record_piece_moved
from storage.topics import find_topic, find_topic_named, record_topic_found


async def hear_in_topic(turn: Turn, thread_id: int, heard: Heard) -> None:
    """By whoever may note something about the appeal; anybody else is told once that it is not kept."""
    forum = await find_forum(turn.session, turn.who.bot_id, turn.who.chat_id)
    topic = await find_topic(turn.session, forum, thread_id) if forum else None
    if forum is None or topic is None:
        return
    try:
        async with turn.session.begin_nested():
            await _note(turn, topic, forum, heard)
    except NotYours:
        once = f"not-noted:{topic.id}:{turn.who.user_id}"
        await turn.say_in_topic(topic, forum, "topic-not-noted", once=once, reply_to=heard.message_id)


async def refuse_nameless(turn: Turn, thread_id: int) -> None:
    """An anonymous administrator's words, or a channel's: nobody can tell whose they are."""
    forum = await find_forum(turn.session, turn.who.bot_id, turn.who.chat_id)
    topic = await find_topic(turn.session, forum, thread_id) if forum else None
    if forum is not None and topic is not None:
        await turn.say_in_topic(topic, forum, "topic-nameless", once=f"nameless:{topic.id}")


async def _note(turn: Turn, topic: Topic, forum: Forum, heard: Heard) -> None:
    """Raises NotYours, also for what must not stand there any more. Whether anything may be said there is decided
    when it leaves."""
    private = in_private(turn)
    view = await access_to_change(private, topic.appeal_id)
    if not view.is_public:
        raise NotYours
    before = await find_piece(turn.session, turn.who.bot_id, turn.who.chat_id, heard.message_id)
    if before and before.text == heard.text:
        return  # an edit that changed no word
    to = Belongs(answer_id=before.answer_id if before else None)
    await keep_piece(turn, await acting_account(private), heard, to)
    await take_step(private, view, Wanted(Action.NOTE, note=heard.words or None, data={"message": heard.message_id}))
    if view.appeal.status not in ENDED:
        button = Button("topic-as-answer", "as_answer", topic.appeal_id, heard.message_id)
        once = f"noted:{topic.id}:{heard.message_id}"
        await turn.say_in_topic(topic, forum, "topic-noted", once=once, buttons=[button], reply_to=heard.message_id)


async def answer_with_note(turn: Turn, appeal_id: int, message_id: int) -> Toast:
    """▢ 作为回音: those words begin an answer, which goes on in the own chat of whoever holds the appeal. Raises a
    Refusal: NotYours for words that were not noted about it, AlreadySo for those that became an answer."""
    private, forum = in_private(turn), await find_forum(turn.session, turn.who.bot_id, turn.who.chat_id)
    view = await access_to_change(private, appeal_id)
    piece = await find_piece(turn.session, turn.who.bot_id, turn.who.chat_id, message_id)
    if forum is None or piece is None or not await _was_noted(turn, view, message_id):
        raise NotYours
    view = await access_to_answer(private, appeal_id)
    if piece.answer_id is not None:
        raise AlreadySo
    answer = await begin_answer(private, view, piece.text or "")
    await record_piece_moved(turn.session, piece, Belongs(answer_id=answer.id))
    await ask_outcome(private, view, answer)
    return Toast("look-in-private")


async def _was_noted(turn: Turn, view: AppealView, message_id: int) -> bool:
    steps = await list_steps(turn.session, view)
    return any(step.action is Action.NOTE and step.data.get("message") == message_id for step in steps)


async def topic_was_made(turn: Turn, thread_id: int, name: str) -> None:
    """The group says so: its number was never told where the answer to its making was lost. A second one goes."""
    forum = await find_forum(turn.session, turn.who.bot_id, turn.who.chat_id)
    topic = await find_topic_named(turn.session, forum, name) if forum else None
    if forum is None or topic is None or topic.thread_id == thread_id:
        return
    if topic.thread_id is None:
        await record_topic_found(turn.session, topic, thread_id)
    else:
        await take_away(turn, forum, thread_id)
