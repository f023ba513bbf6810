"""Which bots get a message (core.telegram.org/bots/faq: "What messages will my bot get?")."""

import re
from collections.abc import Set as AbstractSet

from sqlalchemy import select

from bot.chatserver.models import Bot, Chat, Message, User
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import is_admin, list_bots
from bot.chatserver.world.contents import is_service

# Of its own doings a bot hears only these (Client.cpp:17411).
TOLD_TO_ITS_AUTHOR = frozenset({
    "new_chat_title", "left_chat_member", "pinned_message", "forum_topic_created", "forum_topic_edited",
    "forum_topic_closed", "forum_topic_reopened",
})  # fmt: skip
# Client.cpp:17473
TOLD_TO_NO_BOT = "channel_chat_created"
REPLIES_FOLLOWED = 20
_NAMED = re.compile(r"(?:(?<![A-Za-z0-9_])|/[A-Za-z0-9_]{1,64})@([A-Za-z][A-Za-z0-9_]{3,31})")
_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(?![A-Za-z0-9_@])")


def list_readers(tx: Transaction, chat: Chat, message: Message) -> list[int]:
    """Ids of the bots that get the message."""
    if TOLD_TO_NO_BOT in message.content:
        return []
    bots = [chat.bot_id] if chat.bot_id is not None else [*list_bots(tx, chat), *_leaving(tx, message)]
    if message.sender_id in bots and TOLD_TO_ITS_AUTHOR.isdisjoint(message.content):
        bots.remove(message.sender_id)
    if not bots or chat.kind in {"private", "channel"} or is_service(message.content):
        return bots
    if message.sender_id is None or tx.session.get_one(User, message.sender_id).is_bot:
        return []
    private = {bot for bot in bots if not _reads_all(tx, chat, bot)}
    meant = _meant_for(tx, chat, message, private) if private else private
    return [bot for bot in bots if bot not in private or bot in meant]


def _leaving(tx: Transaction, message: Message) -> list[int]:
    """The bot that is no longer there but is told of its leaving (Client.cpp:17460)."""
    left = message.content.get("left_chat_member", {}).get("id")
    return [left] if left is not None and tx.session.get(Bot, left) is not None else []


def _reads_all(tx: Transaction, chat: Chat, bot_id: int) -> bool:
    return tx.session.get_one(Bot, bot_id).reads_all_group_messages or is_admin(tx, chat, bot_id)


def _meant_for(tx: Transaction, chat: Chat, message: Message, bots: AbstractSet[int]) -> AbstractSet[int]:
    """Those of the bots with privacy mode that the message speaks to. A reply goes before what it says."""
    followed = message
    for _ in range(REPLIES_FOLLOWED):
        original = tx.session.get(Message, (chat.id, followed.reply_to)) if followed.reply_to is not None else None
        if original is None:
            break
        if meant := {original.sender_id} & bots or _named(tx, original, bots):
            return {bot for bot in meant if bot is not None}
        followed = original
    return _named(tx, message, bots) or _commanded(tx, chat, message, bots)


def _named(tx: Transaction, message: Message, bots: AbstractSet[int]) -> AbstractSet[int]:
    """Bots that are called by @username, alone or behind a command, or by a mention without one."""
    names = {name.lower() for name in _NAMED.findall(_text(message))}
    entities = message.content.get("entities", []) + message.content.get("caption_entities", [])
    mentioned = {entity["user"]["id"] for entity in entities if "user" in entity}
    return {bot for bot in bots if bot in mentioned or (tx.session.get_one(User, bot).username or "").lower() in names}


def _commanded(tx: Transaction, chat: Chat, message: Message, bots: AbstractSet[int]) -> AbstractSet[int]:
    """A command that names no bot is for the one that spoke last; while none has, for all."""
    if not _COMMAND.match(_text(message)):
        return set()
    earlier = (Message.chat_id == chat.id, Message.message_id < message.message_id, User.is_bot)
    by_bots = select(Message.sender_id).join(User, User.id == Message.sender_id).where(*earlier)
    last = tx.session.scalar(by_bots.order_by(Message.message_id.desc()).limit(1))
    return bots if last is None else bots & {last}


def _text(message: Message) -> str:
    return str(message.content.get("text") or message.content.get("caption") or "")
