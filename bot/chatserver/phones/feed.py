"""One page of a phone's event stream: who asks and what they may see is looked at anew for each."""

from dataclasses import dataclass

from sqlalchemy import func, select

from bot.chatserver.models import Chat, Event, Json, Message
from bot.chatserver.phones.access import list_chats, visible_events
from bot.chatserver.phones.sessions import find_phone, renew
from bot.chatserver.phones.views import view_message
from bot.chatserver.store import Transaction

PAGE = 100
WITH_MESSAGE = frozenset({"message", "edited"})


@dataclass(frozen=True)
class Page:
    """The next events of a phone; `seq` is where to go on, `whole` says that nothing is left beyond it."""

    events: list[Json]
    seq: int
    whole: bool
    chats: frozenset[int]


def next_page(tx: Transaction, phone_id: str, token: str, after: int) -> Page | None:
    """What happened after this event, as far as the phone's owner may see it; None once it is signed out."""
    phone = find_phone(tx, phone_id, token)
    if phone is None:
        return None
    renew(tx, phone)
    newest = tx.session.scalar(select(func.max(Event.seq))) or 0
    following = visible_events(phone.user_id).where(Event.seq > after).order_by(Event.seq).limit(PAGE)
    events = tx.session.scalars(following).all()
    whole = len(events) < PAGE
    chats = frozenset(chat.id for chat, _ in list_chats(tx, phone.user_id))
    shown = [view_event(tx, event, phone.user_id) for event in events]
    return Page(shown, max(newest, after) if whole else events[-1].seq, whole, chats)


def view_event(tx: Transaction, event: Event, user_id: int) -> Json:
    shown: Json = {"seq": event.seq, "chat": event.chat_id, "kind": event.kind}
    if event.kind in WITH_MESSAGE:
        chat = tx.session.get_one(Chat, event.chat_id)
        message = tx.session.get_one(Message, (event.chat_id, event.message_id))
        return shown | {"message": view_message(tx, chat, message, user_id)}
    if event.kind == "deleted":
        return shown | {"message_id": event.message_id}
    if event.kind == "toast":
        return shown | (event.detail or {})
    return shown | {"kind": "chat"}
