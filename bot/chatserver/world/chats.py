"""Chats and who is in them."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select

from bot.chatserver.models import Chat, Json, Member, User
from bot.chatserver.signals import user_key
from bot.chatserver.store import Transaction

ADMINISTRATORS = ("creator", "administrator")
PRESENT = (*ADMINISTRATORS, "member", "restricted")

# Built once: every message to a person asks for it.
_PRIVATE = select(Chat).where(Chat.bot_id == bindparam("bot"), Chat.user_id == bindparam("user"))


def private_chat(tx: Transaction, bot_id: int, user_id: int) -> Chat | None:
    return tx.session.scalar(_PRIVATE, {"bot": bot_id, "user": user_id})


def open_private_chat(tx: Transaction, bot_id: int, user_id: int) -> Chat:
    """The chat of this user with this bot, begun if there was none. Only a user can begin it."""
    chat = private_chat(tx, bot_id, user_id)
    if chat is None:
        chat = Chat(kind="private", bot_id=bot_id, user_id=user_id, next_message_id=1, pinned=[])
        tx.session.add(chat)
        tx.session.flush()
        for member_id in (bot_id, user_id):
            tx.session.add(Member(chat_id=chat.id, user_id=member_id, status="member", rights={}))
        tx.session.flush()
        tx.wake.add(user_key(user_id))
    return chat


def add_group(tx: Transaction, kind: str, title: str, *, username: str | None = None, is_forum: bool = False) -> Chat:
    """A group, supergroup or channel without members yet. Only a supergroup may be a forum."""
    # Thread 1 is the General topic, so no message may have this id that a topic could take.
    first = 2 if kind == "supergroup" else 1
    chat = Chat(kind=kind, title=title, username=username, is_forum=is_forum, next_message_id=first, pinned=[])
    tx.session.add(chat)
    tx.session.flush()
    chat.api_id = -chat.id - 4_000_000 if kind == "group" else -1_002_000_000_000 - chat.id
    tx.session.flush()
    return chat


def find_member(tx: Transaction, chat: Chat, user_id: int) -> Member | None:
    """The membership of somebody who is in the chat now."""
    member = tx.session.get(Member, (chat.id, user_id))
    return member if member is not None and member.status in PRESENT else None


def is_admin(tx: Transaction, chat: Chat, user_id: int) -> bool:
    member = find_member(tx, chat, user_id)
    return member is not None and member.status in ADMINISTRATORS


def list_members(tx: Transaction, chat: Chat) -> Sequence[Member]:
    return tx.session.scalars(
        select(Member).where(Member.chat_id == chat.id, Member.status.in_(PRESENT)).order_by(Member.user_id)
    ).all()


def list_bots(tx: Transaction, chat: Chat, *, administrators: bool = False) -> Sequence[int]:
    """Ids of the bots that are in the chat, or of those that are its administrators."""
    statuses = ADMINISTRATORS if administrators else PRESENT
    return tx.session.scalars(
        select(Member.user_id)
        .join(User, User.id == Member.user_id)
        .where(Member.chat_id == chat.id, User.is_bot, Member.status.in_(statuses))
        .order_by(Member.user_id)
    ).all()


def find_creator(tx: Transaction, chat: Chat) -> int | None:
    return tx.session.scalar(select(Member.user_id).where(Member.chat_id == chat.id, Member.status == "creator"))


def find_public(tx: Transaction, username: str) -> Chat | None:
    wanted = username.removeprefix("@").lower()
    return tx.session.scalar(select(Chat).where(func.lower(Chat.username) == wanted))


def chat_id_for_bot(chat: Chat) -> int:
    """The id by which a bot knows the chat: a private chat has the id of its user."""
    known = chat.user_id if chat.kind == "private" else chat.api_id
    if known is None:
        raise LookupError(f"chat {chat.id} has no id for bots")
    return known


def show_chat(tx: Transaction, chat: Chat) -> Json:
    """The Bot API's Chat, as a bot sees it."""
    if chat.kind == "private":
        user = tx.session.get_one(User, chat.user_id)
        names = {"first_name": user.first_name, "last_name": user.last_name, "username": user.username}
        return {"id": user.id, "type": "private"} | {name: value for name, value in names.items() if value}
    shown: Json = {"id": chat.api_id, "type": chat.kind, "title": chat.title}
    if chat.username:
        shown["username"] = chat.username
    if chat.is_forum:
        shown["is_forum"] = True
    return shown


def find_by_api_id(tx: Transaction, api_id: int) -> Chat | None:
    return tx.session.scalar(select(Chat).where(Chat.api_id == api_id))
