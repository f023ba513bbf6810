"""Whom a call is meant for: the chat of `chat_id`, and whether the bot may write there."""

from bot.chatserver.botapi.arguments import to_integer
from bot.chatserver.botapi.registry import Call
from bot.chatserver.errors import BadRequest, ChatUpgraded, Forbidden
from bot.chatserver.models import Chat, Member, User
from bot.chatserver.world import rights
from bot.chatserver.world.chats import PRESENT, find_by_api_id, find_public, private_chat


def target_chat(call: Call, name: str = "chat_id") -> Chat:
    """The chat that the argument names, by id or @username, if the bot knows it.

    :raises BadRequest: "chat_id is empty" or "chat not found".
    """
    given = call.arguments.text(name).strip()
    if not given:
        raise BadRequest(f"{name} is empty")
    chat = find_target(call, given)
    if chat is None:
        raise BadRequest("chat not found")
    return chat


def writable_chat(call: Call) -> Chat:
    """The target chat, if the bot may write there.

    :raises Forbidden: it was blocked, kicked or never there.
    :raises ChatUpgraded: the group lives on as a supergroup.
    """
    chat = joined_chat(call)
    member = call.tx.session.get(Member, (chat.id, call.bot.id))
    if chat.kind == "private" and (member is None or member.status not in PRESENT):
        raise Forbidden("bot was blocked by the user")
    if chat.kind == "channel" and not has_right(call, chat, "can_post_messages"):
        raise BadRequest("need administrator rights in the channel chat")
    if member and member.status == "restricted" and not member.rights.get("can_send_messages"):
        raise BadRequest("not enough rights to send text messages to the chat")
    return chat


def joined_chat(call: Call) -> Chat:
    """The target chat, if the bot may change something there; in private chats also while it is blocked.

    :raises Forbidden: it was kicked or never there, or the person's account has ended.
    :raises ChatUpgraded: the group lives on as a supergroup.
    """
    chat = target_chat(call)
    if chat.kind == "private":
        if call.tx.session.get_one(User, chat.user_id).deactivated:
            raise Forbidden("user is deactivated")
        return chat
    _refuse_migrated(call, chat)
    status = _status(call, chat)
    if status not in PRESENT:
        raise Forbidden(_why_not(chat, status))
    return chat


def readable(call: Call, chat: Chat) -> Chat:
    """The chat, if the bot may read there: it is in it, or anybody may look. A group stays known for ever.

    :raises Forbidden: it was kicked or is not there.
    """
    status = _status(call, chat)
    if chat.kind in {"private", "group"} or status in PRESENT or (chat.username and status != "kicked"):
        return chat
    raise Forbidden(_why_not(chat, status))


def counted(call: Call, chat: Chat) -> Chat:
    """The chat, if the bot may ask who is in it; of a group only its members may (Client.cpp:8144).

    :raises Forbidden: it was kicked or is not there.
    :raises ChatUpgraded: the group lives on as a supergroup.
    """
    _refuse_migrated(call, chat)
    status = _status(call, chat)
    if chat.kind == "group" and status not in PRESENT:
        raise Forbidden(_why_not(chat, status))
    return readable(call, chat)


def has_right(call: Call, chat: Chat, right: str) -> bool:
    """Whether the bot is an administrator with this right."""
    return rights.has_right(call.tx, chat, call.bot.id, right)


def find_target(call: Call, given: str) -> Chat | None:
    """The chat of this id or @username, if the bot knows it."""
    if given.startswith("@"):
        return find_public(call.tx, given)
    chat_id = to_integer(given)
    if chat_id > 0:
        return private_chat(call.tx, call.bot.id, chat_id)
    chat = find_by_api_id(call.tx, chat_id)
    known = chat is not None and call.tx.session.get(Member, (chat.id, call.bot.id)) is not None
    return chat if known else None


def _refuse_migrated(call: Call, chat: Chat) -> None:
    if chat.migrated_to is not None:
        successor = call.tx.session.get_one(Chat, chat.migrated_to)
        raise ChatUpgraded(successor.api_id or 0)


def _status(call: Call, chat: Chat) -> str:
    member = call.tx.session.get(Member, (chat.id, call.bot.id))
    return member.status if member is not None else "left"


def _why_not(chat: Chat, status: str) -> str:
    act = "was kicked from" if status == "kicked" else "is not a member of"
    return f"bot {act} the {chat.kind} chat"
