"""What one person may see: the only place that answers it for phones."""

from sqlalchemy import Select, and_, or_, select

from bot.chatserver.models import Chat, Event, Member, Message
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import PRESENT


def list_chats(tx: Transaction, user_id: int) -> list[tuple[Chat, Member]]:
    """The chats that the person is in now, with their place in each. A migrated group gives way to its successor."""
    rows = tx.session.execute(
        select(Chat, Member)
        .join(Member, Member.chat_id == Chat.id)
        .where(Member.user_id == user_id, Member.status.in_(PRESENT), Chat.migrated_to.is_(None))
    )
    return [(chat, member) for chat, member in rows]


def access_chat(tx: Transaction, user_id: int, chat_id: int) -> tuple[Chat, Member]:
    """The chat and the person's place in it.

    :raises Refusal: 404, the same whether there is no such chat or it is somebody else's.
    """
    member = tx.session.get(Member, (chat_id, user_id)) if 0 < chat_id < 2**62 else None
    if member is None or member.status not in PRESENT:
        raise Refusal(404, "没有这个聊天,或者您不在里面。")
    return tx.session.get_one(Chat, chat_id), member


def access_message(tx: Transaction, chat: Chat, message_id: int) -> Message:
    message = tx.session.get(Message, (chat.id, message_id)) if 0 < message_id < 2**62 else None
    if message is None or message.deleted:
        raise Refusal(404, "这条消息已经没有了。")
    return message


def visible_events(user_id: int) -> Select[Event]:
    """Events of the person's chats; of a former one up to the moment of leaving; nothing meant for others alone."""
    still_there = or_(Member.status.in_(PRESENT), Event.seq <= Member.left_seq)
    return (
        select(Event)
        .join(Member, and_(Member.chat_id == Event.chat_id, Member.user_id == user_id))
        .where(still_there, or_(Event.user_id.is_(None), Event.user_id == user_id))
    )
