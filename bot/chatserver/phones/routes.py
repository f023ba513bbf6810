"""The addresses of the phones' door (docs/chatserver.md)."""

from starlette.routing import BaseRoute, Route, WebSocketRoute

from bot.chatserver.addresses import CHAT, MESSAGE, PHONE
from bot.chatserver.phones import buttons, chats, files, me, memberships, writing
from bot.chatserver.phones.events import stream_events
from bot.chatserver.phones.visit import Action, phone_call


def _get(path: str, action: Action) -> Route:
    return Route(path, phone_call(action), methods=["GET"])


def _post(path: str, action: Action) -> Route:
    return Route(path, phone_call(action), methods=["POST"])


ROUTES: list[BaseRoute] = [
    Route("/phone/sign-in", me.post_sign_in, methods=["POST"]),
    WebSocketRoute(f"{PHONE}/events", stream_events),
    Route(f"{PHONE}/files/{{file}}", files.get_file, methods=["GET"]),
    _get(f"{PHONE}/me", me.get_me),
    _post(f"{PHONE}/sign-out", me.post_sign_out),
    _get(f"{PHONE}/chats", chats.get_chats),
    _post(f"{PHONE}/chats", chats.open_chat),
    _get(CHAT, chats.get_chat),
    _get(f"{CHAT}/messages", chats.get_messages),
    _post(f"{CHAT}/messages", writing.post_message),
    _post(f"{CHAT}/start", writing.start),
    _post(f"{CHAT}/read", chats.post_read),
    _post(f"{CHAT}/block", memberships.post_block),
    _post(f"{CHAT}/unblock", memberships.post_unblock),
    _post(f"{CHAT}/leave", memberships.post_leave),
    _post(f"{CHAT}/members", memberships.post_member),
    _post(f"{MESSAGE}/tap", buttons.post_tap),
    _post(f"{MESSAGE}/edit", writing.post_edit),
    _post(f"{MESSAGE}/delete", writing.post_delete),
]
