"""A phone taps an inline button."""

from bot.chatserver.models import Bot, Json
from bot.chatserver.phones.access import access_chat, access_message
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.views import is_blocked
from bot.chatserver.phones.visit import Visit
from bot.chatserver.world.chats import find_member
from bot.chatserver.world.taps import tap

MAX_DATA = 64


def post_tap(visit: Visit) -> Json:
    chat, _ = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    message = access_message(visit.tx, chat, visit.path["message"])
    bot = visit.tx.session.get(Bot, message.sender_id) if message.sender_id is not None else None
    if bot is None or is_blocked(visit.tx, chat) or find_member(visit.tx, chat, bot.id) is None:
        raise Refusal(403, "这个按钮现在没有用了。")
    data = visit.body.get("data")
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_DATA:
        raise Refusal(400, "这个按钮不能这样点。")
    return {"tap": tap(visit.tx, chat, message, bot.id, visit.user_id, data).id}
