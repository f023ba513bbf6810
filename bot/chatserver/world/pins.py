"""Pinned messages of a chat, the newest last."""

from bot.chatserver.models import Chat, Message
from bot.chatserver.store import Transaction
from bot.chatserver.world.messages import find_message, record_event
from bot.chatserver.world.service import note


def pin(tx: Transaction, chat: Chat, message: Message, by: int) -> None:
    """Pin the message; the chat says so. Nothing happens if it is pinned already."""
    if message.message_id in chat.pinned:
        return
    chat.pinned = sorted([*chat.pinned, message.message_id])
    note(tx, chat, by, {"pinned_message": {"message_id": message.message_id}}, thread_id=message.thread_id)
    record_event(tx, chat, "chat")


def unpin(tx: Transaction, chat: Chat, message_id: int) -> None:
    chat.pinned = [pinned for pinned in chat.pinned if pinned != message_id]
    record_event(tx, chat, "chat")


def unpin_all(tx: Transaction, chat: Chat) -> None:
    chat.pinned = []
    record_event(tx, chat, "chat")


def unpin_topic(tx: Transaction, chat: Chat, thread_id: int | None) -> None:
    """Unpin what is pinned in one topic, None being the General one."""
    messages = [find_message(tx, chat, pinned) for pinned in chat.pinned]
    chat.pinned = [message.message_id for message in messages if message and message.thread_id != thread_id]
    record_event(tx, chat, "chat")


def find_newest_pin(tx: Transaction, chat: Chat) -> Message | None:
    return find_message(tx, chat, chat.pinned[-1]) if chat.pinned else None
