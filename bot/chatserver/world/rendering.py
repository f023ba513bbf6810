"""A message as the Bot API shows it."""

from bot.chatserver.models import Chat, Json, Message, Topic, User
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import show_chat
from bot.chatserver.world.users import show_user

GROUP_ANONYMOUS_BOT: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


def show_message(tx: Transaction, chat: Chat, message: Message, *, with_reply: bool = True) -> Json:
    """The Bot API's Message, with the message it replies to (but not that one's own reply)."""
    shown: Json = {"message_id": message.message_id, "chat": show_chat(tx, chat), "date": message.date}
    shown |= _sender(tx, chat, message)
    if message.edit_date is not None:
        shown["edit_date"] = message.edit_date
    if message.thread_id is not None:
        shown["message_thread_id"] = message.thread_id
        if chat.is_forum:
            shown["is_topic_message"] = True
    if with_reply:
        shown |= _reply(tx, chat, message)
    if message.quote:
        # Also where the message it is of is not shown (Client.cpp:4188).
        shown["quote"] = message.quote
    return shown | message.content | _pinned(tx, chat, message)


# What an ExternalReplyInfo tells of the content (Client.cpp:3937-4060); the text comes as a quote.
_EXTERNAL = (
    "link_preview_options", "animation", "audio", "document", "photo", "sticker", "video", "video_note", "voice",
    "has_media_spoiler", "contact", "dice", "location", "venue", "poll",
)  # fmt: skip


def show_external_reply(tx: Transaction, chat: Chat, original: Message) -> Json:
    """The ExternalReplyInfo of a message that stands in another chat or topic than the reply."""
    shown: Json = {"origin": _origin(tx, chat, original)}
    if chat.kind in {"supergroup", "channel"}:
        shown |= {"chat": show_chat(tx, chat), "message_id": original.message_id}
    return shown | {name: original.content[name] for name in _EXTERNAL if name in original.content}


def _origin(tx: Transaction, chat: Chat, original: Message) -> Json:
    if chat.kind == "channel" or original.sender_id is None:
        channel = {"chat": show_chat(tx, chat), "message_id": original.message_id}
        return {"type": "channel", "date": original.date} | channel
    user = show_user(tx.session.get_one(User, original.sender_id))
    return {"type": "user", "date": original.date, "sender_user": user}


def _sender(tx: Transaction, chat: Chat, message: Message) -> Json:
    if chat.kind == "channel":
        return {"sender_chat": show_chat(tx, chat)}
    if message.as_chat or message.sender_id is None:
        # Old clients need a user there (Client.cpp:18152).
        return {"from": GROUP_ANONYMOUS_BOT, "sender_chat": show_chat(tx, chat)}
    return {"from": show_user(tx.session.get_one(User, message.sender_id))}


def _pinned(tx: Transaction, chat: Chat, message: Message) -> Json:
    """The pinned message as it is now; once it is gone, the Bot API's InaccessibleMessage (Client.cpp:4429)."""
    if "pinned_message" not in message.content:
        return {}
    pinned_id = message.content["pinned_message"]["message_id"]
    pinned = tx.session.get(Message, (chat.id, pinned_id))
    if pinned is None or pinned.deleted:
        return {"pinned_message": {"chat": show_chat(tx, chat), "message_id": pinned_id, "date": 0}}
    return {"pinned_message": show_message(tx, chat, pinned, with_reply=False)}


def _reply(tx: Transaction, chat: Chat, message: Message) -> Json:
    # In a topic, what replies to nothing shows the topic's first message (Client.cpp:17622).
    target = message.reply_to or (_root(tx, chat, message) if chat.is_forum else None)
    original = tx.session.get(Message, (chat.id, target)) if target is not None else None
    if original is None or original.deleted:
        return {}
    return {"reply_to_message": show_message(tx, chat, original, with_reply=False)}


def _root(tx: Transaction, chat: Chat, message: Message) -> int | None:
    if message.thread_id is None or message.thread_id == message.message_id:
        return None
    topic = tx.session.get(Topic, (chat.id, message.thread_id))
    return topic.thread_id if topic is not None and not topic.deleted else None
