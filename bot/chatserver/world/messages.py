"""Writing, changing and removing messages: the one way in for bots and phones alike."""

from dataclasses import dataclass

from sqlalchemy.orm.attributes import flag_modified

from bot.chatserver.models import Chat, Event, Json, Message
from bot.chatserver.signals import chat_key
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import chat_id_for_bot
from bot.chatserver.world.contents import AROUND
from bot.chatserver.world.files import note_uses
from bot.chatserver.world.readers import list_readers
from bot.chatserver.world.rendering import show_message
from bot.chatserver.world.rights import is_anonymous
from bot.chatserver.world.updates import push_update


@dataclass(frozen=True)
class Draft:
    """What is about to be said. `content` holds the Bot API's content fields; no `sender_id` means the channel."""

    content: Json
    sender_id: int | None = None
    thread_id: int | None = None
    reply_to: int | None = None
    quote: Json | None = None
    keyboard: Json | None = None
    as_chat: bool = False


def post(tx: Transaction, chat: Chat, draft: Draft) -> Message:
    """Write the message into the chat, show it on every phone there and give it to every bot that may read it."""
    message = Message(
        chat_id=chat.id,
        message_id=chat.next_message_id,
        thread_id=draft.thread_id or _thread_of_reply(tx, chat, draft.reply_to),
        sender_id=draft.sender_id,
        as_chat=draft.as_chat or is_anonymous(tx, chat, draft.sender_id),
        date=tx.now,
        reply_to=draft.reply_to,
        quote=draft.quote,
        content=draft.content,
        keyboard=draft.keyboard,
    )
    chat.next_message_id += 1
    tx.session.add(message)
    note_uses(tx, message)
    record_event(tx, chat, "message", message_id=message.message_id)
    _tell_bots(tx, chat, message, edited=False)
    return message


def edit(tx: Transaction, chat: Chat, message: Message, content: Json) -> Message:
    """Give the message this content; what stood there before stays in the event log."""
    content = edited_content(message, content)
    record_event(tx, chat, "edited", message_id=message.message_id, detail={"before": message.content})
    message.content = content
    message.edit_date = tx.now
    flag_modified(message, "content")
    note_uses(tx, message)
    _tell_bots(tx, chat, message, edited=True)
    return message


def edited_content(message: Message, content: Json) -> Json:
    """The new content together with what an edit cannot change."""
    return {name: value for name, value in message.content.items() if name in AROUND} | content


def delete(tx: Transaction, chat: Chat, message: Message) -> None:
    """Take the message off every phone. Bots are never told (telegram.md §1.3)."""
    message.deleted = True
    chat.pinned = [pinned for pinned in chat.pinned if pinned != message.message_id]
    record_event(tx, chat, "deleted", message_id=message.message_id)


def find_message(tx: Transaction, chat: Chat, message_id: int) -> Message | None:
    message = tx.session.get(Message, (chat.id, message_id))
    return message if message is not None and not message.deleted else None


def record_event(
    tx: Transaction,
    chat: Chat,
    kind: str,
    *,
    message_id: int | None = None,
    user_id: int | None = None,
    detail: Json | None = None,
) -> None:
    tx.session.add(Event(chat_id=chat.id, kind=kind, message_id=message_id, user_id=user_id, detail=detail, at=tx.now))
    tx.wake.add(chat_key(chat.id))


def _thread_of_reply(tx: Transaction, chat: Chat, reply_to: int | None) -> int | None:
    """A reply stays in the topic of its original; in a supergroup without topics it starts or follows a thread."""
    original = tx.session.get(Message, (chat.id, reply_to)) if reply_to is not None else None
    if original is None or chat.kind not in {"private", "supergroup"}:
        return None
    if original.thread_id is None and chat.kind == "supergroup" and not chat.is_forum:
        return original.message_id
    return original.thread_id


def _tell_bots(tx: Transaction, chat: Chat, message: Message, *, edited: bool) -> None:
    readers = list_readers(tx, chat, message)
    if not readers:
        return
    kind = ("edited_" if edited else "") + ("channel_post" if chat.kind == "channel" else "message")
    shown = show_message(tx, chat, message)
    for bot_id in readers:
        push_update(tx, bot_id, kind, shown, queue=chat_id_for_bot(chat))
