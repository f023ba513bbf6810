"""Who comes, goes, is promoted or blocks the bot, and how the chat and its bots learn of it."""

import re

from sqlalchemy import func, select

from bot.chatserver.models import Bot, Chat, Event, Json, Member, Message, User
from bot.chatserver.signals import chat_key, user_key
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import PRESENT, chat_id_for_bot, find_creator, list_bots, show_chat
from bot.chatserver.world.messages import Draft, post, record_event
from bot.chatserver.world.rendering import GROUP_ANONYMOUS_BOT
from bot.chatserver.world.rights import is_anonymous, show_member
from bot.chatserver.world.service import CREATED, note
from bot.chatserver.world.updates import push_update
from bot.chatserver.world.users import show_user

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def set_member(
    tx: Transaction, chat: Chat, user_id: int, status: str, rights: Json | None = None, *, by: int | None = None
) -> Member:
    """Give somebody this status in the chat: a service message where Telegram has one, and updates for the bots.

    `by` is who did it; without it, whoever leaves does so alone, and all else is the creator's doing.
    """
    user = tx.session.get_one(User, user_id)
    member = _find_or_add(tx, chat, user_id)
    was_there, before = member.status in PRESENT, show_member(chat, user, member)
    member.status, member.rights = status, rights or {}
    tx.session.flush()
    after = show_member(chat, user, member)
    if before == after:
        return member
    actor = by or _usual_actor(tx, chat, user_id, status)
    _tell_bots(tx, chat, user, actor, before, after)
    _tell_chat(tx, chat, member, actor, was_there=was_there)
    record_event(tx, chat, "chat")
    if status in PRESENT:
        member.left_seq = None
    elif was_there:
        member.left_seq = _newest_event(tx)
    tx.wake |= {user_key(user_id), chat_key(chat.id)}
    return member


def block(tx: Transaction, chat: Chat) -> None:
    """The person of this private chat blocks its bot."""
    _set_blocked(tx, chat, "kicked")


def unblock(tx: Transaction, chat: Chat) -> None:
    _set_blocked(tx, chat, "member")


def bring_in_bot(tx: Transaction, chat: Chat, by_user: int, bot: int, start_payload: str | None = None) -> None:
    """A member brings the bot into the group and, by a `startgroup` link, starts it there with the payload.

    Whether that member may do it is for the caller to ask (`has_right(…, "can_invite_users")`).
    """
    present = tx.session.get(Member, (chat.id, bot))
    if present is None or present.status not in PRESENT:
        set_member(tx, chat, bot, "member", by=by_user)
    if start_payload is None:
        return
    command = f"/start@{tx.session.get_one(User, bot).username}"
    entity: Json = {"type": "bot_command", "offset": 0, "length": len(command)}
    text = f"{command} {start_payload}" if _PAYLOAD.fullmatch(start_payload) else command
    post(tx, chat, Draft({"text": text, "entities": [entity]}, sender_id=by_user))


def deactivate(tx: Transaction, user_id: int) -> None:
    """The person's account ends: bots that write to them are told so (Client.cpp:8135)."""
    tx.session.get_one(User, user_id).deactivated = True
    tx.wake.add(user_key(user_id))


def _set_blocked(tx: Transaction, chat: Chat, status: str) -> None:
    if chat.bot_id is None or chat.user_id is None:
        raise ValueError(f"chat {chat.id} is not a private chat")
    bot = tx.session.get_one(User, chat.bot_id)
    member = tx.session.get_one(Member, (chat.id, chat.bot_id))
    before = show_member(chat, bot, member)
    member.status = status
    after = show_member(chat, bot, member)
    if before != after:
        _tell_bots(tx, chat, bot, chat.user_id, before, after)
        record_event(tx, chat, "chat")


def _find_or_add(tx: Transaction, chat: Chat, user_id: int) -> Member:
    member = tx.session.get(Member, (chat.id, user_id))
    if member is None:
        member = Member(chat_id=chat.id, user_id=user_id, status="left", rights={}, left_seq=0)
        tx.session.add(member)
    return member


def _usual_actor(tx: Transaction, chat: Chat, user_id: int, status: str) -> int:
    return user_id if status == "left" else find_creator(tx, chat) or user_id


def _tell_chat(tx: Transaction, chat: Chat, member: Member, actor: int, *, was_there: bool) -> None:
    user = tx.session.get_one(User, member.user_id)
    there = member.status in PRESENT
    if member.status == "creator" and _is_new(tx, chat):
        note(tx, chat, actor, {CREATED[chat.kind]: True})
    elif chat.kind == "channel" or there == was_there:
        return
    elif there:
        note(tx, chat, actor, {"new_chat_members": [show_user(user)]})
    else:
        note(tx, chat, actor, {"left_chat_member": show_user(user)})


def _tell_bots(tx: Transaction, chat: Chat, user: User, actor: int, before: Json, after: Json) -> None:
    change: Json = {
        "chat": show_chat(tx, chat),
        "from": GROUP_ANONYMOUS_BOT if is_anonymous(tx, chat, actor) else show_user(tx.session.get_one(User, actor)),
        "date": tx.now,
        "old_chat_member": before,
        "new_chat_member": after,
    }
    if tx.session.get(Bot, user.id) is not None:
        push_update(tx, user.id, "my_chat_member", change, queue=chat_id_for_bot(chat))
    if chat.kind == "private":
        return
    for bot_id in list_bots(tx, chat, administrators=True):
        if bot_id != user.id:
            push_update(tx, bot_id, "chat_member", change, queue=user.id)


def _is_new(tx: Transaction, chat: Chat) -> bool:
    return tx.session.scalar(select(Message.message_id).where(Message.chat_id == chat.id).limit(1)) is None


def _newest_event(tx: Transaction) -> int:
    tx.session.flush()
    return tx.session.scalar(select(func.max(Event.seq))) or 0
