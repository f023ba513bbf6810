"""The truth ledger: what every phone really shows, and what it was shown before, drawn from the event log."""

from collections.abc import Iterable

from sqlalchemy import select

from bot.chatserver.admin.calls import Order
from bot.chatserver.models import Chat, Event, Json, Member, Message, User
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.views import brief_chat, view_message
from bot.chatserver.store import Transaction
from bot.chatserver.world.users import show_user

PAGE = 100


def get_ledger(order: Order) -> Json:
    """One person's, or a page of everybody's; `next` is the `after` of the following page, None on the last."""
    people = select(User).where(User.is_bot.is_(False)).order_by(User.id)
    if user := number(order, "user", 0):
        people = people.where(User.id == user)
    limit = min(number(order, "limit", PAGE), PAGE)
    found = order.tx.session.scalars(people.where(User.id > number(order, "after", 0)).limit(limit + 1)).all()
    page = found[:limit]
    phones = [{"user": show_user(user), "chats": _chats(order.tx, user.id)} for user in page]
    return {"phones": phones, "next": page[-1].id if len(found) > limit else None}


def _chats(tx: Transaction, user_id: int) -> list[Json]:
    places = select(Chat, Member).join(Member, Member.chat_id == Chat.id).where(Member.user_id == user_id)
    return [_screen(tx, chat, member) for chat, member in tx.session.execute(places.order_by(Chat.id))]


def _screen(tx: Transaction, chat: Chat, member: Member) -> Json:
    events = tx.session.scalars(select(Event).where(Event.chat_id == chat.id).order_by(Event.seq)).all()
    last = member.left_seq if member.left_seq is not None else (events[-1].seq if events else 0)
    seen = [event for event in events if event.seq <= last]
    later = [event for event in events if event.seq > last]
    return {
        "chat": brief_chat(tx, chat),
        "messages": _messages(tx, chat, member.user_id, seen, later),
        "toasts": [(event.detail or {}) | {"at": event.at} for event in seen if _is_toast(event, member.user_id)],
    }


def _is_toast(event: Event, user_id: int) -> bool:
    return event.kind == "toast" and event.user_id == user_id


def _messages(tx: Transaction, chat: Chat, user_id: int, seen: list[Event], later: list[Event]) -> list[Json]:
    messages = {}
    for event in seen:
        if event.kind == "message":
            messages[event.message_id] = _entry(tx, chat, event, user_id)
    for event in seen:
        entry = messages.get(event.message_id)
        if entry is not None and event.kind == "edited":
            entry["versions"].append({"until": event.at} | _before(event))
        elif entry is not None and event.kind == "deleted":
            entry["deleted"] = True
    _as_left(messages, later)
    return list(messages.values())


def _entry(tx: Transaction, chat: Chat, event: Event, user_id: int) -> Json:
    message = tx.session.get_one(Message, (chat.id, event.message_id))
    shown = view_message(tx, chat, message, user_id, even_deleted=True)
    sender = shown.get("from") or shown.get("sender_chat")
    return {
        "message_id": message.message_id,
        "from": sender,
        "at": event.at,
        "shown": shown,
        "versions": [],
        "deleted": False,
    }


def _as_left(messages: dict[int | None, Json], later: Iterable[Event]) -> None:
    """Whoever left still has what stood there at that moment: the first edit after it tells what that was."""
    changed = set()
    for event in later:
        entry = messages.get(event.message_id)
        if entry is not None and event.kind == "edited" and event.message_id not in changed:
            changed.add(event.message_id)
            around = {name: entry["shown"][name] for name in _AROUND if name in entry["shown"]}
            entry["shown"] = around | _before(event)


_AROUND = ("message_id", "chat", "date", "from", "sender_chat", "message_thread_id", "reply_to_message", "quote", "out")


def _before(event: Event) -> Json:
    before: Json = (event.detail or {}).get("before", {})
    return before


def number(order: Order, name: str, default: int) -> int:
    """A whole number of the query."""
    given = order.query.get(name)
    if given is None:
        return default
    if not given.isascii() or not given.isdecimal() or not 0 < len(given) < 19:
        raise Refusal(400, f"{name!r} must be a whole number.")
    return int(given)
