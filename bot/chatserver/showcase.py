"""`/` of a demo: the phones of its people side by side, for anybody who opens the page.

It hands out phones without asking who is there, so it exists only where the operator named its people, and answers
only to this machine.
"""

import ipaddress
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.chatserver.models import User
from bot.chatserver.phones.sessions import issue_link
from bot.chatserver.phones.visit import parts_of
from bot.chatserver.store import Transaction
from bot.chatserver.world.chats import open_private_chat
from bot.chatserver.world.users import add_user, find_people


async def show_phones(request: Request) -> Response:
    parts = parts_of(request)
    names = parts.config.showcase
    if not names or not _is_this_machine(request):
        return PlainTextResponse("Nothing is shown here. People come in by their own links.", status_code=404)
    bots = [int(seed.token.split(":")[0]) for seed in parts.config.bots]
    links = await parts.store.run(lambda tx: [_link(tx, user, bots) for user in register_people(tx, names)])
    return RedirectResponse(f"/phones#{','.join(links)}", status_code=303, headers={"Cache-Control": "no-store"})


def register_people(tx: Transaction, names: Iterable[str]) -> list[User]:
    """One of each name, who is there from now on."""
    return [next(iter(find_people(tx, name)), None) or add_user(tx, name) for name in names]


def _link(tx: Transaction, person: User, bots: list[int]) -> str:
    """A one-time link for the person, who has a chat with every bot that was there from the start."""
    for bot_id in bots:
        open_private_chat(tx, bot_id, person.id)
    return issue_link(tx, person.id)[0]


def _is_this_machine(request: Request) -> bool:
    try:
        return request.client is not None and ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


ROUTES = [Route("/", show_phones)]
