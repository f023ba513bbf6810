"""The keyboard that a phone shows below a chat: the latest one that was meant for this person."""

from sqlalchemy import select

from bot.chatserver.models import Chat, Json, Message, User
from bot.chatserver.store import Transaction
from bot.chatserver.world.quotes import entities_of, text_of

# How many keyboards meant for others are looked through, newest first.
DEPTH = 50


def current_keyboard(tx: Transaction, chat: Chat, user_id: int) -> Json | None:
    """The ReplyKeyboardMarkup or ForceReply in force. An answered ForceReply gives way to the keyboard before it."""
    with_keyboard = (
        select(Message)
        .where(Message.chat_id == chat.id, Message.keyboard.is_not(None))
        .order_by(Message.message_id.desc())
        .limit(DEPTH)
    )
    for message in tx.session.scalars(with_keyboard):
        keyboard = message.keyboard or {}
        if not is_meant_for(tx, chat, message, user_id) or _is_answered(tx, chat, message, user_id):
            continue
        return None if message.deleted or "remove_keyboard" in keyboard else keyboard
    return None


def is_meant_for(tx: Transaction, chat: Chat, message: Message, user_id: int) -> bool:
    """A selective keyboard is for those whom the text mentions and for the author of the message replied to."""
    if chat.kind == "private" or not (message.keyboard or {}).get("selective"):
        return True
    original = tx.session.get(Message, (chat.id, message.reply_to)) if message.reply_to is not None else None
    return (original is not None and original.sender_id == user_id) or _is_mentioned(tx, message, user_id)


def _is_mentioned(tx: Transaction, message: Message, user_id: int) -> bool:
    username = tx.session.get_one(User, user_id).username
    text = text_of(message).encode("utf-16-le")
    for entity in entities_of(message):
        begin, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        mentioned = text[begin:end].decode("utf-16-le", "ignore").removeprefix("@").lower()
        if entity["type"] == "mention" and username and mentioned == username.lower():
            return True
        if entity["type"] == "text_mention" and entity["user"]["id"] == user_id:
            return True
    return False


def _is_answered(tx: Transaction, chat: Chat, message: Message, user_id: int) -> bool:
    if not (message.keyboard or {}).get("force_reply"):
        return False
    own_later = (
        select(Message.message_id)
        .where(Message.chat_id == chat.id, Message.message_id > message.message_id, Message.sender_id == user_id)
        .limit(1)
    )
    return tx.session.scalar(own_later) is not None
