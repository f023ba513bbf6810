"""The addresses of the operator's door (docs/chatserver.md)."""

from starlette.routing import BaseRoute, Route

from bot.chatserver.admin import chats, people
from bot.chatserver.admin.calls import Action, operator_call


def _post(path: str, action: Action, *, faults: bool = False) -> Route:
    return Route(path, operator_call(action, faults=faults), methods=["POST"])


ROUTES: list[BaseRoute] = [
    _post("/admin/bots", people.post_bot),
    _post("/admin/users", people.post_user),
    _post("/admin/users/{user:int}/link", people.post_link),
    _post("/admin/chats", chats.post_chat),
    _post("/admin/chats/-{chat:int}/members", chats.post_member),
]
