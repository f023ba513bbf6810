"""Groups and channels, and who is in them."""

from bot.chatserver.admin.calls import Order, one_of
from bot.chatserver.admin.people import free_username
from bot.chatserver.models import Chat, Json, User
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.world.chats import add_group, find_by_api_id, find_public, set_member

KINDS = ("group", "supergroup", "channel")
STATUSES = ("creator", "administrator", "member", "restricted", "left", "kicked")


def post_chat(order: Order) -> Json:
    kind = order.choice("type", KINDS)
    username = free_username(order) if order.body.get("username") is not None else None
    if username is not None and find_public(order.tx, username) is not None:
        raise Refusal(409, f"The username {username} is taken.")
    chat = add_group(order.tx, kind, order.text("title"), username=username, is_forum=bool(order.body.get("is_forum")))
    members = order.body.get("members", [])
    if not isinstance(members, list) or not all(isinstance(member, dict) for member in members):
        raise Refusal(400, "'members' must be a list of objects with 'user' and 'status'.")
    for member in members:
        _place(order, chat, member)
    return {"id": chat.api_id}


def post_member(order: Order) -> Json:
    _place(order, group(order, -order.path["chat"]), order.body)
    return {}


def group(order: Order, api_id: int) -> Chat:
    """:raises Refusal: there is no such group or channel."""
    chat = find_by_api_id(order.tx, api_id)
    if chat is None:
        raise Refusal(404, f"There is no group or channel {api_id}.")
    return chat


def _place(order: Order, chat: Chat, member: Json) -> None:
    status = one_of(member, "status", STATUSES)
    user_id = member.get("user")
    user = order.tx.session.get(User, user_id) if isinstance(user_id, int) else None
    if user is None:
        raise Refusal(404, f"There is no user {user_id}.")
    rights = member.get("rights", {})
    if not isinstance(rights, dict):
        raise Refusal(400, "'rights' must be an object such as {\"can_pin_messages\": true}.")
    set_member(order.tx, chat, user.id, status, rights)
