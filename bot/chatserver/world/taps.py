"""Taps on buttons, and what the bot answers to them."""

import hashlib
import secrets

from sqlalchemy import delete

from bot.chatserver.models import Chat, Json, Message, Tap, User
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import chat_id_for_bot, show_chat
from bot.chatserver.world.messages import record_event
from bot.chatserver.world.rendering import show_message
from bot.chatserver.world.updates import TAP_LIFETIME, push_update
from bot.chatserver.world.users import show_user


def tap(tx: Transaction, chat: Chat, message: Message, bot_id: int, user_id: int, data: str) -> Tap:
    """The person taps a button of the bot's message; the bot learns of it. `data` is the phone's word, not checked."""
    tx.session.execute(delete(Tap).where(Tap.at <= tx.now - TAP_LIFETIME))
    tapped = Tap(
        id=str(secrets.randbits(62)),
        bot_id=bot_id,
        user_id=user_id,
        chat_id=chat.id,
        message_id=message.message_id,
        at=tx.now,
    )
    tx.session.add(tapped)
    query: Json = {
        "id": tapped.id,
        "from": show_user(tx.session.get_one(User, user_id)),
        "message": _show_tapped(tx, chat, message),
        "chat_instance": _chat_instance(chat),
        "data": data,
    }
    push_update(tx, bot_id, "callback_query", query, queue=user_id, lifetime=TAP_LIFETIME)
    return tapped


def find_open_tap(tx: Transaction, bot_id: int, tap_id: str) -> Tap | None:
    """The bot's tap, while it can still be answered."""
    tapped = tx.session.get(Tap, tap_id)
    if tapped is None or tapped.bot_id != bot_id or tapped.answered or tx.now - tapped.at >= TAP_LIFETIME:
        return None
    return tapped


def answer_tap(tx: Transaction, tapped: Tap, *, text: str = "", alert: bool = False, url: str = "") -> None:
    """Show the answer to the person who tapped, and to nobody else."""
    tapped.answered = True
    chat = tx.session.get_one(Chat, tapped.chat_id)
    detail: Json = {"tap": tapped.id, "text": text, "alert": alert, "url": url}
    record_event(tx, chat, "toast", message_id=tapped.message_id, user_id=tapped.user_id, detail=detail)


def _show_tapped(tx: Transaction, chat: Chat, message: Message) -> Json:
    if message.deleted:
        # The Bot API's InaccessibleMessage.
        return {"chat": show_chat(tx, chat), "message_id": message.message_id, "date": 0}
    return show_message(tx, chat, message)


def _chat_instance(chat: Chat) -> str:
    """The same for every tap in a chat, and no id of it (Bot API: CallbackQuery)."""
    digest = hashlib.sha256(f"{chat.id}:{chat_id_for_bot(chat)}".encode()).digest()
    return str(int.from_bytes(digest[:8], "big", signed=True))
