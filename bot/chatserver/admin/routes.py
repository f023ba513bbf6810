"""The addresses of the operator's door (docs/chatserver.md)."""

from starlette.routing import BaseRoute, Route

from bot.chatserver.addresses import LINK_OF_USER, MEMBERS_OF_CHAT
from bot.chatserver.admin import chats, happenings, ledger, people, trouble
from bot.chatserver.admin.calls import Action, operator_call


def _route(verb: str, path: str, action: Action, *, faults: bool = False) -> Route:
    return Route(path, operator_call(action, faults=faults), methods=[verb])


ROUTES: list[BaseRoute] = [
    _route("POST", "/admin/bots", people.post_bot),
    _route("GET", "/admin/users", people.get_users),
    _route("POST", "/admin/users", people.post_user),
    _route("POST", LINK_OF_USER, people.post_link),
    _route("POST", "/admin/chats", chats.post_chat),
    _route("POST", MEMBERS_OF_CHAT, chats.post_member),
    _route("GET", "/admin/ledger", ledger.get_ledger),
    _route("POST", "/admin/faults", trouble.post_fault, faults=True),
    _route("GET", "/admin/faults", trouble.get_faults, faults=True),
    _route("DELETE", "/admin/faults", trouble.delete_faults, faults=True),
    _route("POST", "/admin/happenings", happenings.post_happening, faults=True),
    _route("POST", "/admin/clock", trouble.post_clock, faults=True),
]
