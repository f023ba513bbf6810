"""Pinning (Client.cpp:14818-14881, DialogManager.cpp:2898)."""

from bot.chatserver.botapi.arguments import to_integer
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.targets import has_right, joined_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Message
from bot.chatserver.world import pins
from bot.chatserver.world.contents import is_service
from bot.chatserver.world.messages import find_message


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    chat = joined_chat(call)
    message = _message(call, chat, "message to pin")
    _require_right(call, chat)
    if is_service(message.content):
        raise BadRequest("service messages can't be pinned")
    pins.pin(call.tx, chat, message, call.bot.id)
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    """Without a message id, the newest one."""
    chat = joined_chat(call)
    message = _message(call, chat, "message to unpin") if call.arguments.text("message_id") else _newest(call, chat)
    _require_right(call, chat)
    pins.unpin(call.tx, chat, message.message_id)
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    chat = joined_chat(call)
    _require_right(call, chat)
    pins.unpin_all(call.tx, chat)
    return True


@method("unpinAllForumTopicMessages")
def unpin_all_forum_topic_messages(call: Call) -> bool:
    return _unpin_topic(call, to_integer(call.arguments.text("message_thread_id")))


@method("unpinAllGeneralForumTopicMessages")
def unpin_all_general_forum_topic_messages(call: Call) -> bool:
    return _unpin_topic(call, None)


def _unpin_topic(call: Call, thread_id: int | None) -> bool:
    chat = joined_chat(call)
    if not chat.is_forum:
        raise BadRequest("the chat is not a forum")
    _require_right(call, chat)
    pins.unpin_topic(call.tx, chat, thread_id)
    return True


def _newest(call: Call, chat: Chat) -> Message:
    newest = pins.find_newest_pin(call.tx, chat)
    if newest is None:
        raise BadRequest("message to unpin not found")
    return newest


def _message(call: Call, chat: Chat, what: str) -> Message:
    message = find_message(call.tx, chat, to_integer(call.arguments.text("message_id")))
    if message is None:
        raise BadRequest(f"{what} not found")
    return message


def _require_right(call: Call, chat: Chat) -> None:
    """In private chats either side may pin."""
    right = "can_edit_messages" if chat.kind == "channel" else "can_pin_messages"
    if chat.kind != "private" and not has_right(call, chat, right):
        raise BadRequest("not enough rights to manage pinned messages in the chat")
