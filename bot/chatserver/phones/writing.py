"""A phone writes, changes and takes back."""

import re

from bot.chatserver.models import Chat, Json, Member, Message
from bot.chatserver.phones.access import access_chat, access_message
from bot.chatserver.phones.contents import read_content, read_text
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.showing import read_shown
from bot.chatserver.phones.views import can_write, is_blocked, view_message
from bot.chatserver.phones.visit import Visit
from bot.chatserver.store import Transaction
from bot.chatserver.world.media import post_album
from bot.chatserver.world.membership import unblock
from bot.chatserver.world.messages import Draft, delete, edit, post
from bot.chatserver.world.quotes import quote_part
from bot.chatserver.world.rights import has_right
from bot.chatserver.world.topics import GENERAL, find_topic, is_shut

# Telegram lets people edit for two days.
EDIT_TIME_LIMIT = 2 * 86_400
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def post_message(visit: Visit) -> Json:
    chat, member = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    contents = read_shown(visit) if "kind" in visit.body else [read_content(visit.body, visit.user_id)]
    messages = post_album(visit.tx, chat, [place_in(visit, chat, member, content) for content in contents])
    return {"messages": [view_message(visit.tx, chat, message, visit.user_id) for message in messages]}


def start(visit: Visit) -> Json:
    """`/start <payload>`; a payload that Telegram would not carry is dropped without a word."""
    chat, member = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    if chat.kind != "private":
        raise Refusal(400, "只有和机器人单独聊天才能这样开始。")
    unblock(visit.tx, chat)
    writable_topic(visit.tx, chat, member, None)
    payload = str(visit.body.get("payload") or "")
    text = f"/start {payload}" if _PAYLOAD.fullmatch(payload) else "/start"
    command: Json = {"type": "bot_command", "offset": 0, "length": 6}
    message = post(visit.tx, chat, Draft({"text": text, "entities": [command]}, sender_id=visit.user_id))
    return {"messages": [view_message(visit.tx, chat, message, visit.user_id)]}


def post_edit(visit: Visit) -> Json:
    chat, member, message = _message(visit)
    if not _is_own(visit.tx, chat, member, message):
        raise Refusal(403, "这条消息不是您发的。")
    if "text" not in message.content or visit.tx.now - message.date > EDIT_TIME_LIMIT:
        raise Refusal(400, "这条消息不能改了。您可以再发一条。")
    content = read_text(visit.body)
    if content["text"] != message.content["text"]:
        edit(visit.tx, chat, message, content)
    return view_message(visit.tx, chat, message, visit.user_id)


def post_delete(visit: Visit) -> Json:
    chat, member, message = _message(visit)
    own = chat.kind == "private" or _is_own(visit.tx, chat, member, message)
    if not own and not has_right(visit.tx, chat, visit.user_id, "can_delete_messages"):
        raise Refusal(403, "这条消息不是您发的,不能删。")
    delete(visit.tx, chat, message)
    return {}


def place_in(visit: Visit, chat: Chat, member: Member, content: Json) -> Draft:
    """The message with this content, in the topic and in reply to what the call says.

    :raises Refusal: the person may not write there.
    """
    reply = _reply(visit, chat)
    original = reply.get("reply_to")
    topic = visit.body.get("topic")
    if topic is None and original is not None and chat.is_forum:
        topic = access_message(visit.tx, chat, original).thread_id
    return Draft(
        content=content,
        sender_id=None if chat.kind == "channel" else visit.user_id,
        thread_id=writable_topic(visit.tx, chat, member, topic),
        **reply,
    )


def writable_topic(tx: Transaction, chat: Chat, member: Member, topic: object) -> int | None:
    """The topic to write into, None for the general one, if this person may write there.

    :raises Refusal: they may not, or there is no such topic.
    """
    if not can_write(tx, chat, member):
        raise Refusal(403, "您停用了这个机器人,先点「重新启用」。" if is_blocked(tx, chat) else "您不能在这里发消息。")
    found = None if topic is None else _topic(tx, chat, topic)
    if is_shut(tx, chat, found, member.user_id):
        raise Refusal(403, "这个话题已经关闭,不能再写了。")
    return found


def _topic(tx: Transaction, chat: Chat, topic: object) -> int:
    found = find_topic(tx, chat, topic) if isinstance(topic, int) and 0 < topic < 2**62 else None
    if found is None or found.thread_id == GENERAL:
        raise Refusal(404, "这个话题已经没有了。")
    return found.thread_id


def _message(visit: Visit) -> tuple[Chat, Member, Message]:
    chat, member = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    return chat, member, access_message(visit.tx, chat, visit.path["message"])


def _is_own(tx: Transaction, chat: Chat, member: Member, message: Message) -> bool:
    if chat.kind == "channel":
        return message.sender_id is None and has_right(tx, chat, member.user_id, "can_edit_messages")
    return message.sender_id == member.user_id


def _reply(visit: Visit, chat: Chat) -> Json:
    target = visit.body.get("reply_to")
    if target is None:
        return {}
    original = access_message(visit.tx, chat, target if isinstance(target, int) else 0)
    part = visit.body.get("quote")
    if not part:
        return {"reply_to": original.message_id}
    quote = quote_part(original, str(part))
    if quote is None:
        raise Refusal(400, "引用的文字和原来的消息对不上。")
    return {"reply_to": original.message_id, "quote": quote}
