"""Forum topics, whoever opens, names, closes or deletes them."""

from sqlalchemy import select

from bot.chatserver.models import Chat, Json, Message, Topic
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import find_creator
from bot.chatserver.world.messages import delete, record_event
from bot.chatserver.world.rights import has_right
from bot.chatserver.world.service import note

GENERAL = 1
# Bot API: createForumTopic. The first is what a topic has when nobody chose.
ICON_COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


def create_topic(
    tx: Transaction, chat: Chat, by: int, name: str, *, icon_color: int = ICON_COLORS[0], emoji: str | None = None
) -> Topic:
    """A new topic; its first message says so. `emoji` is the id of a custom one."""
    icon: Json = {"name": name, "icon_color": icon_color}
    said: Json = {"forum_topic_created": icon | ({"icon_custom_emoji_id": emoji} if emoji else {})}
    # Both have the same id, and the topic must be there when the bots are shown the message.
    topic = Topic(chat_id=chat.id, thread_id=chat.next_message_id, name=name, icon_color=icon_color, creator_id=by)
    topic.icon_custom_emoji_id = emoji
    tx.session.add(topic)
    tx.session.flush()
    note(tx, chat, by, said, thread_id=topic.thread_id)
    record_event(tx, chat, "chat")
    return topic


def find_topic(tx: Transaction, chat: Chat, thread_id: int) -> Topic | None:
    """The topic, unless it was deleted. A forum always has its General topic."""
    topic = tx.session.get(Topic, (chat.id, thread_id))
    if topic is None and chat.is_forum and thread_id == GENERAL:
        creator = find_creator(tx, chat) or 0
        topic = Topic(chat_id=chat.id, thread_id=GENERAL, name="General", icon_color=ICON_COLORS[0], creator_id=creator)
        tx.session.add(topic)
        tx.session.flush()
    return topic if topic is not None and not topic.deleted else None


def edit_topic(
    tx: Transaction, chat: Chat, topic: Topic, by: int, *, name: str | None = None, emoji: str | None = None
) -> None:
    """Give the topic another name or custom emoji; an empty emoji takes it away. What is None stays."""
    changed: Json = {}
    if name is not None and name != topic.name:
        changed["name"] = topic.name = name
    if emoji is not None and emoji != (topic.icon_custom_emoji_id or ""):
        changed["icon_custom_emoji_id"] = emoji
        topic.icon_custom_emoji_id = emoji or None
    note(tx, chat, by, {"forum_topic_edited": changed}, thread_id=_thread(topic))
    record_event(tx, chat, "chat")


def close_topic(tx: Transaction, chat: Chat, topic: Topic, by: int) -> None:
    topic.closed = True
    note(tx, chat, by, {"forum_topic_closed": {}}, thread_id=_thread(topic))
    record_event(tx, chat, "chat")


def reopen_topic(tx: Transaction, chat: Chat, topic: Topic, by: int) -> None:
    topic.closed = False
    note(tx, chat, by, {"forum_topic_reopened": {}}, thread_id=_thread(topic))
    record_event(tx, chat, "chat")


def delete_topic(tx: Transaction, chat: Chat, thread_id: int) -> None:
    """Take the topic away with all its messages. Bots are never told (telegram.md §1.5)."""
    topic = tx.session.get(Topic, (chat.id, thread_id))
    if topic is None or topic.deleted or thread_id == GENERAL:
        return
    topic.deleted = True
    inside = (Message.chat_id == chat.id, Message.thread_id == thread_id, Message.deleted.is_(False))
    for message in tx.session.scalars(select(Message).where(*inside)).all():
        delete(tx, chat, message)
    record_event(tx, chat, "chat")


def is_shut(tx: Transaction, chat: Chat, thread_id: int | None, user_id: int) -> bool:
    """Whether the topic is closed to this person or bot (ForumTopicManager.cpp:can_send_message_to_forum_topic)."""
    topic = tx.session.get(Topic, (chat.id, thread_id or GENERAL)) if chat.is_forum else None
    if topic is None or not topic.closed or topic.creator_id == user_id:
        return False
    return not has_right(tx, chat, user_id, "can_manage_topics")


def _thread(topic: Topic) -> int | None:
    return None if topic.thread_id == GENERAL else topic.thread_id
