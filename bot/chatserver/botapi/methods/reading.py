"""How far somebody has read: what Telegram tells no bot."""

from sqlalchemy import select

from bot.chatserver.botapi.registry import Call, extension
from bot.chatserver.botapi.targets import target_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Json, Member, Message


@extension("getReadUpTo")
def get_read_up_to(call: Call) -> Json:
    """Of a private chat with this bot. Whoever writes has read what stands above."""
    chat = target_chat(call)
    member = call.tx.session.get(Member, (chat.id, chat.user_id)) if chat.kind == "private" else None
    if member is None:
        raise BadRequest("only private chats tell how far they were read")
    return {"message_id": max(member.read_up_to, _last_written(call, chat))}


def _last_written(call: Call, chat: Chat) -> int:
    own = select(Message.message_id).where(Message.chat_id == chat.id, Message.sender_id == chat.user_id)
    return call.tx.session.scalar(own.order_by(Message.message_id.desc()).limit(1)) or 0
