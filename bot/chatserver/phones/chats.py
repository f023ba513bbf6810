"""A phone reads its chats."""

from sqlalchemy import func, select

from bot.chatserver.models import Bot, Chat, Event, Json, Member, Message
from bot.chatserver.phones.access import access_chat, list_chats
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.views import view_chat, view_message
from bot.chatserver.phones.visit import Visit
from bot.chatserver.world.chats import find_public, open_private_chat
from bot.chatserver.world.membership import set_member
from bot.chatserver.world.topics import GENERAL
from bot.chatserver.world.users import find_by_username

PAGE = 50
MAX_PAGE = 200


def get_chats(visit: Visit) -> Json:
    chats = [view_chat(visit.tx, chat, member) for chat, member in list_chats(visit.tx, visit.user_id)]
    chats.sort(key=lambda chat: chat["last"]["date"] if chat["last"] else 0, reverse=True)
    return {"chats": chats, "seq": visit.tx.session.scalar(select(func.max(Event.seq))) or 0}


def get_chat(visit: Visit) -> Json:
    return view_chat(visit.tx, *access_chat(visit.tx, visit.user_id, visit.path["chat"]))


def open_chat(visit: Visit) -> Json:
    """The private chat with the bot of this name, begun if need be; or the public channel, which is joined."""
    username = str(visit.body.get("username", ""))
    bot = find_by_username(visit.tx, username)
    if bot is not None and visit.tx.session.get(Bot, bot.id) is not None:
        chat = open_private_chat(visit.tx, bot.id, visit.user_id)
    else:
        chat = _join_channel(visit, username)
    return view_chat(visit.tx, *access_chat(visit.tx, visit.user_id, chat.id))


def _join_channel(visit: Visit, username: str) -> Chat:
    channel = find_public(visit.tx, username)
    if channel is None or channel.kind != "channel":
        raise Refusal(404, "没有找到这个名字。")
    place = visit.tx.session.get(Member, (channel.id, visit.user_id))
    if place is not None and place.status == "kicked":
        raise Refusal(403, "您不能进这个频道。")
    if place is None or place.status == "left":
        set_member(visit.tx, channel, visit.user_id, "member", by=visit.user_id)
    return channel


def get_messages(visit: Visit) -> Json:
    chat, _ = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    page = select(Message).where(Message.chat_id == chat.id, Message.deleted.is_(False))
    if before := number(visit, "before"):
        page = page.where(Message.message_id < before)
    if topic := number(visit, "topic"):
        page = page.where(Message.thread_id == (None if topic == GENERAL else topic))
    limit = min(number(visit, "limit") or PAGE, MAX_PAGE)
    newest_first = visit.tx.session.scalars(page.order_by(Message.message_id.desc()).limit(limit)).all()
    return {"messages": [view_message(visit.tx, chat, message, visit.user_id) for message in reversed(newest_first)]}


def post_read(visit: Visit) -> Json:
    _, member = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    up_to = visit.body.get("up_to")
    if not isinstance(up_to, int) or not 0 <= up_to < 2**62:
        raise Refusal(400, "up_to 应该是一个消息编号。")
    member.read_up_to = max(member.read_up_to, up_to)
    member.read_at = visit.tx.now
    return {}


def number(visit: Visit, name: str) -> int:
    """A whole number of the query, 0 if it is not there.

    :raises Refusal: it is something else.
    """
    given = visit.query.get(name, "")
    if given and (not given.isascii() or not given.isdecimal() or len(given) > 18):
        raise Refusal(400, f"{name} 应该是一个数字。")
    return int(given or 0)
