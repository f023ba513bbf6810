"""Taking messages back (MessagesManager.cpp:can_delete_channel_message, can_revoke_message)."""

from bot.chatserver.botapi.arguments import to_integer
from bot.chatserver.botapi.fields import INT32
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.targets import has_right, joined_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Message
from bot.chatserver.world.chats import is_admin
from bot.chatserver.world.contents import is_service
from bot.chatserver.world.messages import delete, find_message

DELETE_TIME_LIMIT = 2 * 86_400
MAX_AT_ONCE = 100
_NOT_FOR_BOTS = frozenset({"migrate_from_chat_id", "supergroup_chat_created", "channel_chat_created"})


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    message_id = to_integer(call.arguments.text("message_id"))
    if not call.arguments.text("chat_id"):
        raise BadRequest("chat identifier is not specified")
    if message_id <= 0:
        raise BadRequest("message identifier is not specified")
    chat = joined_chat(call)
    message = find_message(call.tx, chat, message_id)
    if message is None:
        raise BadRequest("message to delete not found")
    _check(call, chat, message)
    delete(call.tx, chat, message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """What is not there is skipped; what may not be deleted keeps all the others too."""
    wanted = _message_ids(call)
    chat = joined_chat(call)
    messages = [found for wanted_id in dict.fromkeys(wanted) if (found := find_message(call.tx, chat, wanted_id))]
    for message in messages:
        _check(call, chat, message)
    for message in messages:
        delete(call.tx, chat, message)
    return True


def _check(call: Call, chat: Chat, message: Message) -> None:
    age = call.tx.now - message.date
    if chat.kind in {"supergroup", "channel"}:
        if age >= DELETE_TIME_LIMIT or not _may_delete(call, chat, message):
            raise BadRequest("message can't be deleted")
        return
    own = message.sender_id == call.bot.id and not is_service(message.content)
    allowed = chat.kind == "private" or own or is_admin(call.tx, chat, call.bot.id)
    if not allowed or age > DELETE_TIME_LIMIT:
        raise BadRequest("message can't be deleted for everyone")


def _may_delete(call: Call, chat: Chat, message: Message) -> bool:
    if message.thread_id == message.message_id or not _NOT_FOR_BOTS.isdisjoint(message.content):
        return False
    if has_right(call, chat, "can_delete_messages"):
        return True
    if message.sender_id != call.bot.id:
        return False
    return chat.kind != "channel" or has_right(call, chat, "can_post_messages")


def _message_ids(call: Call) -> list[int]:
    if not call.arguments.text("message_ids"):
        raise BadRequest("message identifiers are not specified")
    decoded = call.arguments.json("message_ids", "message_ids")
    if not isinstance(decoded, list):
        raise BadRequest("expected an Array of message identifiers")
    if len(decoded) > MAX_AT_ONCE:
        raise BadRequest("too many message identifiers specified")
    if not decoded:
        raise BadRequest("message identifiers are not specified")
    return [_message_id(given) for given in decoded]


def _message_id(given: object) -> int:
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        raise BadRequest("message identifier must be a Number")
    try:
        number = int(given) if not isinstance(given, float) else 0
    except ValueError:
        raise BadRequest("can't parse message identifier as a Number") from None
    if isinstance(given, float) or not -INT32 <= number < INT32:
        raise BadRequest("can't parse message identifier as a Number")
    if number <= 0:
        raise BadRequest("invalid message identifier specified")
    return number
