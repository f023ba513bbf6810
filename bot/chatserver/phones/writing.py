"""A phone writes, changes and takes back."""

import re

from bot.chatserver.models import Chat, Json, Member, Message, Topic
from bot.chatserver.phones.access import access_chat, access_message
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.views import can_write, is_blocked, view_message
from bot.chatserver.phones.visit import Visit
from bot.chatserver.store import Transaction
from bot.chatserver.world.messages import Draft, delete, edit, post

MAX_TEXT = 4_096
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def post_message(visit: Visit) -> Json:
    chat, member = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    draft = Draft(
        content=_content(visit.body),
        sender_id=_sender(visit, chat),
        thread_id=writable_topic(visit.tx, chat, member, visit.body.get("topic")),
        **_reply(visit, chat),
    )
    message = post(visit.tx, chat, draft)
    return {"messages": [view_message(visit.tx, chat, message, visit.user_id)]}


def start(visit: Visit) -> Json:
    """`/start <payload>`; a payload that Telegram would not carry is dropped without a word."""
    chat, member = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    if chat.kind != "private":
        raise Refusal(400, "只有和机器人单独聊天才能这样开始。")
    writable_topic(visit.tx, chat, member, None)
    payload = str(visit.body.get("payload") or "")
    text = f"/start {payload}" if _PAYLOAD.fullmatch(payload) else "/start"
    command: Json = {"type": "bot_command", "offset": 0, "length": 6}
    message = post(visit.tx, chat, Draft({"text": text, "entities": [command]}, sender_id=visit.user_id))
    return {"messages": [view_message(visit.tx, chat, message, visit.user_id)]}


def post_edit(visit: Visit) -> Json:
    chat, message = _own_message(visit)
    if "text" not in message.content:
        raise Refusal(400, "只有文字消息可以改。")
    edit(visit.tx, chat, message, {"text": _text(visit.body)})
    return view_message(visit.tx, chat, message, visit.user_id)


def post_delete(visit: Visit) -> Json:
    chat, message = _own_message(visit)
    delete(visit.tx, chat, message)
    return {}


def writable_topic(tx: Transaction, chat: Chat, member: Member, topic: object) -> int | None:
    """The topic to write into, None for the general one, if this person may write there.

    :raises Refusal: they may not, or there is no such topic.
    """
    if not can_write(tx, chat, member):
        raise Refusal(403, "您停用了这个机器人,先点「重新启用」。" if is_blocked(tx, chat) else "您不能在这里发消息。")
    if topic is None:
        return None
    found = tx.session.get(Topic, (chat.id, topic)) if isinstance(topic, int) else None
    if found is None or found.deleted:
        raise Refusal(404, "这个话题已经没有了。")
    if found.closed and member.status != "creator" and not member.rights.get("can_manage_topics"):
        raise Refusal(403, "这个话题已经关闭,不能再写了。")
    return found.thread_id


def _own_message(visit: Visit) -> tuple[Chat, Message]:
    chat, _ = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    message = access_message(visit.tx, chat, visit.path["message"])
    if message.sender_id != visit.user_id:
        raise Refusal(403, "这条消息不是您发的。")
    return chat, message


def _sender(visit: Visit, chat: Chat) -> int | None:
    return None if chat.kind == "channel" else visit.user_id


def _content(body: Json) -> Json:
    return {"text": _text(body)}


def _text(body: Json) -> str:
    text = body.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Refusal(400, "消息是空的。")
    if len(text.encode("utf-16-le")) // 2 > MAX_TEXT:
        raise Refusal(400, f"这条消息太长了,一条最多 {MAX_TEXT} 个字,请分成几条发。")
    return text.strip()


def _reply(visit: Visit, chat: Chat) -> Json:
    target = visit.body.get("reply_to")
    if target is None:
        return {}
    original = access_message(visit.tx, chat, target if isinstance(target, int) else 0)
    quote = visit.body.get("quote")
    return {"reply_to": original.message_id, "quote": _quote(original, quote) if quote else None}


def _quote(original: Message, quote: object) -> Json:
    text = str(original.content.get("text") or original.content.get("caption") or "")
    before, found, _ = text.partition(str(quote))
    if not found:
        raise Refusal(400, "引用的文字和原来的消息对不上。")
    return {"text": found, "position": len(before.encode("utf-16-le")) // 2, "is_manual": True}
