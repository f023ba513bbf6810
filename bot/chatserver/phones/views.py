"""Chats and messages as a phone shows them: the Bot API's, under the phone interface's own chat ids."""

from sqlalchemy import func, select

from bot.chatserver.models import Chat, Json, Member, Message, Topic, User
from bot.chatserver.phones.keyboards import current_keyboard, is_meant_for
from bot.chatserver.phones.offers import view_offers
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import PRESENT
from bot.chatserver.world.rendering import show_message
from bot.chatserver.world.rights import has_right
from bot.chatserver.world.topics import GENERAL
from bot.chatserver.world.users import show_user

QUOTED = ("reply_to_message", "pinned_message")
UNREAD_COUNTED = 999


def view_chat(tx: Transaction, chat: Chat, member: Member) -> Json:
    user_id = member.user_id
    return brief_chat(tx, chat) | {
        "is_forum": chat.is_forum,
        "bot": show_user(tx.session.get_one(User, chat.bot_id)) if chat.bot_id is not None else None,
        "members": _count_members(tx, chat),
        "status": member.status,
        "can_write": can_write(tx, chat, member),
        "blocked": is_blocked(tx, chat),
        "unread": _count_unread(tx, chat, member),
        "read_up_to": member.read_up_to,
        "last": _last_message(tx, chat, user_id),
        "pinned": _pinned(tx, chat, user_id),
        "keyboard": current_keyboard(tx, chat, user_id),
        "topics": _topics(tx, chat),
        **view_offers(tx, chat, user_id),
    }


def brief_chat(tx: Transaction, chat: Chat) -> Json:
    title = chat.title
    username = chat.username
    if chat.kind == "private":
        bot = tx.session.get_one(User, chat.bot_id)
        title, username = bot.first_name, bot.username
    brief: Json = {"id": chat.id, "type": chat.kind, "title": title}
    return brief | ({"username": username} if username else {})


def view_message(tx: Transaction, chat: Chat, message: Message, user_id: int, *, even_deleted: bool = False) -> Json:
    brief = brief_chat(tx, chat)
    if message.deleted and not even_deleted:
        return {"message_id": message.message_id, "chat": brief, "date": message.date, "deleted": True}
    shown = _in_chat(brief, show_message(tx, chat, message))
    if message.sender_id == user_id:
        shown["out"] = True
    if message.keyboard and is_meant_for(tx, chat, message, user_id):
        shown["keyboard"] = message.keyboard
    return shown


def _in_chat(brief: Json, shown: Json) -> Json:
    """The message, and those it shows, under the phone interface's name of the chat."""
    quoted = {name: _in_chat(brief, shown[name]) for name in QUOTED if name in shown}
    return shown | quoted | {"chat": brief}


def is_blocked(tx: Transaction, chat: Chat) -> bool:
    bot = tx.session.get(Member, (chat.id, chat.bot_id)) if chat.bot_id is not None else None
    return bot is not None and bot.status not in PRESENT


def can_write(tx: Transaction, chat: Chat, member: Member) -> bool:
    if chat.kind == "private":
        return not is_blocked(tx, chat)
    if chat.migrated_to is not None:
        return False
    if chat.kind == "channel":
        return has_right(tx, chat, member.user_id, "can_post_messages")
    return member.status != "restricted" or bool(member.rights.get("can_send_messages"))


def _count_members(tx: Transaction, chat: Chat) -> int:
    present = select(func.count()).where(Member.chat_id == chat.id, Member.status.in_(PRESENT))
    return tx.session.scalar(present) or 0


def _count_unread(tx: Transaction, chat: Chat, member: Member) -> int:
    unread = (
        select(Message.message_id)
        .where(
            Message.chat_id == chat.id,
            Message.message_id > member.read_up_to,
            Message.deleted.is_(False),
            Message.sender_id.is_distinct_from(member.user_id),
        )
        .limit(UNREAD_COUNTED)
    )
    return tx.session.scalar(select(func.count()).select_from(unread.subquery())) or 0


def _last_message(tx: Transaction, chat: Chat, user_id: int) -> Json | None:
    last = tx.session.scalar(
        select(Message)
        .where(Message.chat_id == chat.id, Message.deleted.is_(False))
        .order_by(Message.message_id.desc())
        .limit(1)
    )
    return view_message(tx, chat, last, user_id) if last is not None else None


def _pinned(tx: Transaction, chat: Chat, user_id: int) -> Json | None:
    message = tx.session.get(Message, (chat.id, chat.pinned[-1])) if chat.pinned else None
    return view_message(tx, chat, message, user_id) if message is not None and not message.deleted else None


def _topics(tx: Transaction, chat: Chat) -> list[Json]:
    if not chat.is_forum:
        return []
    topics = tx.session.scalars(
        select(Topic)
        .where(Topic.chat_id == chat.id, Topic.deleted.is_(False), Topic.thread_id != GENERAL)
        .order_by(Topic.thread_id)
    )
    return [
        {"id": topic.thread_id, "name": topic.name, "icon_color": topic.icon_color, "closed": topic.closed}
        for topic in topics
    ]
