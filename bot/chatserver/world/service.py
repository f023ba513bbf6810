"""Service messages: what the chat itself says when somebody comes, a topic opens, a message is pinned."""

from bot.chatserver.models import Chat, Json, Message
from bot.chatserver.store import Transaction
from bot.chatserver.world.messages import Draft, post

CREATED = {
    "group": "group_chat_created",
    "supergroup": "supergroup_chat_created",
    "channel": "channel_chat_created",
}


def note(
    tx: Transaction, chat: Chat, by: int | None, content: Json, *, thread_id: int | None = None, as_chat: bool = False
) -> Message:
    """Write the service message in the name of whoever did it; `as_chat` when the chat itself did."""
    return post(tx, chat, Draft(content=content, sender_id=by, thread_id=thread_id, as_chat=as_chat))
