"""What happens to chats and people without anybody's phone: there only while faults are switched on."""

from collections.abc import Callable

from bot.chatserver.admin.calls import Order
from bot.chatserver.admin.chats import group
from bot.chatserver.admin.people import person
from bot.chatserver.models import Chat, Json
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.sessions import end_all_phones
from bot.chatserver.world.chats import private_chat
from bot.chatserver.world.membership import block, deactivate, unblock
from bot.chatserver.world.migration import migrate
from bot.chatserver.world.topics import delete_topic, find_topic


def post_happening(order: Order) -> Json:
    return _HAPPENINGS[order.choice("what", tuple(_HAPPENINGS))](order)


def _block(order: Order) -> Json:
    block(order.tx, _private_chat(order))
    return {}


def _unblock(order: Order) -> Json:
    unblock(order.tx, _private_chat(order))
    return {}


def _migrate(order: Order) -> Json:
    """Answers with the id of the supergroup."""
    successor = migrate(order.tx, group(order, order.integer("chat")), is_forum=bool(order.body.get("is_forum")))
    return {"id": successor.api_id}


def _delete_topic(order: Order) -> Json:
    chat, thread_id = group(order, order.integer("chat")), order.integer("topic")
    if find_topic(order.tx, chat, thread_id) is None:
        raise Refusal(404, f"There is no topic {thread_id} in this chat.")
    delete_topic(order.tx, chat, thread_id)
    return {}


def _deactivate(order: Order) -> Json:
    user_id = person(order, order.integer("user")).id
    deactivate(order.tx, user_id)
    end_all_phones(order.tx, user_id)
    return {}


def _private_chat(order: Order) -> Chat:
    """The chat of the bot whose id is `chat` with the person `user`."""
    bot_id, user_id = order.integer("chat"), order.integer("user")
    chat = private_chat(order.tx, bot_id, user_id)
    if chat is None:
        raise Refusal(404, f"The person {user_id} has no chat with the bot {bot_id}.")
    return chat


_HAPPENINGS: dict[str, Callable[[Order], Json]] = {
    "block": _block,
    "unblock": _unblock,
    "migrate": _migrate,
    "delete_topic": _delete_topic,
    "deactivate": _deactivate,
}
