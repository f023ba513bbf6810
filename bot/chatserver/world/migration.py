"""A group becomes a supergroup: the same people under a new id."""

from sqlalchemy import select

from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Chat, Member
from bot.chatserver.signals import user_key
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import add_group, find_creator
from bot.chatserver.world.messages import record_event
from bot.chatserver.world.service import note


def migrate(tx: Transaction, chat: Chat, *, by: int | None = None, is_forum: bool = False) -> Chat:
    """The supergroup that the group lives on as. Its messages stay behind; both chats say what happened.

    :raises BadRequest: it is no group, or has migrated already.
    """
    if chat.kind != "group" or chat.migrated_to is not None:
        raise BadRequest("only a group that still is one can become a supergroup")
    successor = add_group(tx, "supergroup", chat.title or "", is_forum=is_forum)
    successor.description = chat.description
    for member in tx.session.scalars(select(Member).where(Member.chat_id == chat.id)).all():
        _carry(tx, member, successor)
    tx.session.flush()
    actor = by or find_creator(tx, chat)
    note(tx, chat, actor, {"migrate_to_chat_id": successor.api_id}, as_chat=actor is None)
    chat.migrated_to = successor.id
    # The supergroup's own first message comes from nobody in particular.
    note(tx, successor, actor, {"migrate_from_chat_id": chat.api_id}, as_chat=True)
    record_event(tx, chat, "chat")
    return successor


def _carry(tx: Transaction, member: Member, successor: Chat) -> None:
    tx.session.add(
        Member(chat_id=successor.id, user_id=member.user_id, status=member.status, rights=dict(member.rights))
    )
    tx.wake.add(user_key(member.user_id))
