"""Bots, people and their one-time links."""

import re

from bot.chatserver.admin.calls import Order
from bot.chatserver.models import Json, User
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.sessions import end_all_phones, issue_link
from bot.chatserver.world.users import add_bot, add_user, find_by_username, find_people, new_token, show_user

_TOKEN = re.compile(r"[1-9]\d{0,14}:[A-Za-z0-9_-]{16,60}")
_USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")


def post_bot(order: Order) -> Json:
    token = order.optional_text("token") or new_token(order.tx)
    if not _TOKEN.fullmatch(token):
        raise Refusal(400, "'token' must be like 123456:ABC…, at least 16 letters, digits, - or _ after the colon.")
    username = free_username(order, own_id=int(token.split(":")[0]))
    bot = add_bot(order.tx, token, name=order.text("name"), username=username or "")
    bot.reads_all_group_messages = bool(order.body.get("reads_all_group_messages"))
    return {"id": bot.id, "token": token}


def post_user(order: Order) -> Json:
    username = free_username(order) if order.body.get("username") is not None else None
    return show_user(
        add_user(order.tx, order.text("first_name"), last_name=order.optional_text("last_name"), username=username)
    )


def get_users(order: Order) -> Json:
    """Everybody of this first name."""
    return {"users": [show_user(user) for user in find_people(order.tx, order.query.get("first_name", ""))]}


def post_link(order: Order) -> Json:
    user_id = person(order, order.path["user"]).id
    if order.body.get("lost"):
        end_all_phones(order.tx, user_id)
    secret, expires_at = issue_link(order.tx, user_id)
    return {"url": f"{order.parts.config.public_url}/in/{secret}", "link": secret, "expires_at": expires_at}


def person(order: Order, user_id: int) -> User:
    """:raises Refusal: there is no such person."""
    user = order.tx.session.get(User, user_id)
    if user is None or user.is_bot:
        raise Refusal(404, f"There is no person {user_id}.")
    return user


def free_username(order: Order, *, own_id: int | None = None) -> str:
    """:raises Refusal: it is not of Telegram's form, or taken."""
    username = order.text("username").removeprefix("@")
    if not _USERNAME.fullmatch(username):
        raise Refusal(400, "'username' must be 4 to 32 letters, digits or _, beginning with a letter.")
    holder = find_by_username(order.tx, username)
    if holder is not None and holder.id != own_id:
        raise Refusal(409, f"The username {username} is taken.")
    return username
