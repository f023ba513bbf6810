"""Those who talk to the chat server in tests: the operator, bots and phones, each over real HTTP."""

from contextlib import AsyncExitStack
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx

from tests.chatserver.answers import PATIENCE, Json, Refused, result_of
from tests.chatserver.bots import BotClient
from tests.chatserver.hearing import HEARD
from tests.chatserver.phones import PhoneClient
from tests.chatserver.process import ADMIN_TOKEN

__all__ = ["PATIENCE", "BotClient", "Json", "Operator", "PhoneClient", "Refused", "open_client"]


CERTIFICATES = httpx.create_ssl_context()  # unused by plain HTTP, and slow to read for every client anew


def open_client(url: str) -> httpx.AsyncClient:
    """A client of the server that keeps no cookie; what bots are answered by it is heard.

    It lets go of idle connections before the server does, so that no call is sent into a closing one.
    """
    return httpx.AsyncClient(
        base_url=url,
        timeout=PATIENCE + 40,
        limits=httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=2),
        trust_env=False,
        verify=CERTIFICATES,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        event_hooks={"response": [HEARD.note_answer]},
    )


class Operator:
    """Calls the admin interface."""

    def __init__(self, http: httpx.AsyncClient, stack: AsyncExitStack, token: str = ADMIN_TOKEN) -> None:
        self._http = http
        self._stack = stack
        self.headers = {"Authorization": f"Bearer {token}"}

    async def call(self, verb: str, path: str, /, **body: Any) -> Json:
        sent = None if verb == "GET" else body
        return result_of(await self._http.request(verb, f"/admin/{path}", json=sent, headers=self.headers))

    async def post(self, path: str, /, **body: Any) -> Json:
        return await self.call("POST", path, **body)

    async def get(self, path: str) -> Json:
        return await self.call("GET", path)

    async def add_bot(self, name: str, username: str, **more: Any) -> BotClient:
        added = await self.post("bots", name=name, username=username, **more)
        return BotClient(self._http, added["id"], added["token"], username)

    async def add_person(self, first_name: str, **more: Any) -> PhoneClient:
        """A new person, signed in on a phone."""
        user = await self.post("users", first_name=first_name, **more)
        return await self.sign_in(user)

    async def sign_in(self, user: Json, *, lost: bool = False) -> PhoneClient:
        link = await self.post(f"users/{user['id']}/link", lost=lost)
        signed_in = result_of(await self._http.post("/phone/sign-in", json={"link": link["link"]}))
        return PhoneClient(self._http, self._stack, user, signed_in)

    async def add_chat(
        self, kind: str, title: str, *members: tuple[Any, str] | tuple[Any, str, Json], **more: Any
    ) -> int:
        """A group, supergroup or channel with these (phone or bot, status, rights); returns the Bot API's id."""
        listed = [
            {"user": who.id, "status": status, "rights": rights[0] if rights else {}}
            for who, status, *rights in members
        ]
        added = await self.post("chats", type=kind, title=title, members=listed, **more)
        chat_id: int = added["id"]
        return chat_id

    async def set_member(self, chat_id: int, who: Any, status: str, rights: Json | None = None) -> None:
        await self.post(f"chats/{chat_id}/members", user=who.id, status=status, rights=rights or {})

    async def advance(self, seconds: int) -> None:
        await self.post("clock", advance=seconds)
