"""A phone blocks a bot, leaves a chat, or brings a bot in."""

from bot.chatserver.models import Bot, Chat, Json
from bot.chatserver.phones.access import access_chat
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.visit import Visit
from bot.chatserver.world.membership import block, bring_in_bot, set_member, unblock
from bot.chatserver.world.rights import has_right
from bot.chatserver.world.users import find_by_username


def post_block(visit: Visit) -> Json:
    block(visit.tx, _private_chat(visit))
    return {}


def post_unblock(visit: Visit) -> Json:
    unblock(visit.tx, _private_chat(visit))
    return {}


def post_leave(visit: Visit) -> Json:
    chat, _ = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    if chat.kind == "private":
        raise Refusal(400, "和机器人的单独聊天不能退出,可以停用它。")
    set_member(visit.tx, chat, visit.user_id, "left", by=visit.user_id)
    return {}


def post_member(visit: Visit) -> Json:
    chat, _ = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    if chat.kind == "private" or not has_right(visit.tx, chat, visit.user_id, "can_invite_users"):
        raise Refusal(403, "只有群的管理员可以请机器人进来。")
    found = find_by_username(visit.tx, str(visit.body.get("username", "")))
    if found is None or visit.tx.session.get(Bot, found.id) is None:
        raise Refusal(404, "没有找到这个名字。")
    start = visit.body.get("start")
    bring_in_bot(visit.tx, chat, visit.user_id, found.id, None if start is None else str(start))
    return {}


def _private_chat(visit: Visit) -> Chat:
    chat, _ = access_chat(visit.tx, visit.user_id, visit.path["chat"])
    if chat.kind != "private":
        raise Refusal(400, "只能停用单独聊天的机器人。")
    return chat
