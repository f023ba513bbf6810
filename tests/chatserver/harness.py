"""Those who talk to the chat server in tests: the operator, bots and phones, each over real HTTP."""

import asyncio
import json
from collections import deque
from collections.abc import Mapping
from contextlib import AsyncExitStack
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect

from tests.chatserver.hearing import HEARD
from tests.chatserver.process import ADMIN_TOKEN

Json = dict[str, Any]
PATIENCE = 20.0


def open_client(url: str) -> httpx.AsyncClient:
    """A client of the server that keeps no cookie; what bots are answered by it is heard."""
    return httpx.AsyncClient(
        base_url=url,
        timeout=PATIENCE + 40,
        trust_env=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        event_hooks={"response": [HEARD.note_answer]},
    )


class Refused(Exception):
    """An answer other than success: the Bot API's three parts, or status and sentence of the other doors."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters or {}


class Operator:
    """Calls the admin interface."""

    def __init__(self, http: httpx.AsyncClient, stack: AsyncExitStack, token: str = ADMIN_TOKEN) -> None:
        self._http = http
        self._stack = stack
        self.headers = {"Authorization": f"Bearer {token}"}

    async def call(self, verb: str, path: str, /, **body: Any) -> Json:
        sent = None if verb == "GET" else body
        return _result(await self._http.request(verb, f"/admin/{path}", json=sent, headers=self.headers))

    async def post(self, path: str, /, **body: Any) -> Json:
        return await self.call("POST", path, **body)

    async def get(self, path: str) -> Json:
        return await self.call("GET", path)

    async def add_bot(self, name: str, username: str, **more: Any) -> "BotClient":
        added = await self.post("bots", name=name, username=username, **more)
        return BotClient(self._http, added["id"], added["token"], username)

    async def add_person(self, first_name: str, **more: Any) -> "PhoneClient":
        """A new person, signed in on a phone."""
        user = await self.post("users", first_name=first_name, **more)
        return await self.sign_in(user)

    async def sign_in(self, user: Json, *, lost: bool = False) -> "PhoneClient":
        link = await self.post(f"users/{user['id']}/link", lost=lost)
        signed_in = _result(await self._http.post("/phone/sign-in", json={"link": link["link"]}))
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


class BotClient:
    """Makes a bot's raw calls. `receive` polls and confirms as a client library does."""

    def __init__(self, http: httpx.AsyncClient, bot_id: int, token: str, username: str) -> None:
        self.http = http
        self.id = bot_id
        self.token = token
        self.username = username
        self._offset = 0
        self._received: deque[Json] = deque()
        self._unconfirmed = 0

    async def call(self, method: str, /, files: Mapping[str, Any] | None = None, **arguments: Any) -> Any:
        """The result. With `files` the call is multipart, else JSON. An argument that is None is left out."""
        url = f"/bot{self.token}/{method}"
        arguments = {name: value for name, value in arguments.items() if value is not None}
        if files:
            fields = {name: value if isinstance(value, str) else json.dumps(value) for name, value in arguments.items()}
            answer = await self.http.post(url, data=fields, files=files)
        else:
            answer = await self.http.post(url, json=arguments)
        return _bot_result(answer)

    async def receive(self, kind: str = "message", **matching: Any) -> Json:
        """The next update of this kind whose body has these fields; others stay for later calls."""
        while True:
            for update in self._received:
                if kind in update and _matches(update[kind], matching):
                    self._received.remove(update)
                    body: Json = update[kind]
                    return body
            await self._poll()

    async def waiting(self, kind: str = "message") -> list[Json]:
        """The updates of this kind that came until now, oldest first; they stay for `receive`."""
        # An empty poll of an offset that was polled just now would be held back (Client.cpp:16321).
        if (await self.call("getWebhookInfo"))["pending_update_count"] > self._unconfirmed:
            await self._poll()
        return [update[kind] for update in self._received if kind in update]

    async def _poll(self) -> None:
        updates = await self.call("getUpdates", offset=self._offset, timeout=20)
        self._unconfirmed = len(updates)
        if not updates:
            raise AssertionError(f"the bot waited in vain; it has {list(self._received)}")
        self._offset = updates[-1]["update_id"] + 1
        self._received.extend(updates)


class PhoneClient:
    """A person's phone, as a program."""

    def __init__(self, http: httpx.AsyncClient, stack: AsyncExitStack, user: Json, signed_in: Json) -> None:
        self.http = http
        self.user = user
        self.id: int = user["id"]
        self.phone: str = signed_in["phone"]
        self.token: str = signed_in["token"]
        self.base = f"/phone/{self.phone}"
        self.headers = {"Authorization": f"Bearer {self.token}"}
        self._stack = stack
        self._socket: ClientConnection | None = None
        self._events: deque[Json] = deque()

    async def get(self, path: str, **query: Any) -> Json:
        return _result(await self.http.get(f"{self.base}/{path}", params=query, headers=self.headers))

    async def post(self, path: str, /, **body: Any) -> Json:
        return _result(await self.http.post(f"{self.base}/{path}", json=body, headers=self.headers))

    async def chats(self) -> list[Json]:
        chats: list[Json] = (await self.get("chats"))["chats"]
        return chats

    async def chat(self, title: str) -> Json:
        """The chat of this title in the phone's list."""
        return next(chat for chat in await self.chats() if chat["title"] == title)

    async def open(self, bot: BotClient) -> int:
        """The id of the private chat with the bot, as phones know it."""
        chat_id: int = (await self.post("chats", username=bot.username))["id"]
        return chat_id

    async def start(self, bot: BotClient, payload: str | None = None) -> int:
        """Open the chat and press Start."""
        chat = await self.open(bot)
        await self.post(f"chats/{chat}/start", payload=payload)
        return chat

    async def send(self, chat: int, text: str, **more: Any) -> Json:
        return await self.write(chat, text=text, **more)

    async def write(self, chat: int, **body: Any) -> Json:
        """Send what the body says; the (first) message."""
        message: Json = (await self.post(f"chats/{chat}/messages", **body))["messages"][0]
        return message

    async def send_files(self, chat: int, kind: str, *files: tuple[str, bytes, str], **fields: Any) -> list[Json]:
        """Send (name, bytes, content type) as photos, voices …; the messages."""
        answer = await self.http.post(
            f"{self.base}/chats/{chat}/messages",
            data={"kind": kind} | {name: str(value) for name, value in fields.items()},
            files=[("file", file) for file in files],
            headers=self.headers,
        )
        messages: list[Json] = _result(answer)["messages"]
        return messages

    async def tap(self, chat: int, message_id: int, data: str) -> str:
        tap: str = (await self.post(f"chats/{chat}/messages/{message_id}/tap", data=data))["tap"]
        return tap

    async def messages(self, chat: int, **query: Any) -> list[Json]:
        messages: list[Json] = (await self.get(f"chats/{chat}/messages", **query))["messages"]
        return messages

    async def connect(self, after: int = 0) -> ClientConnection:
        """The event stream from just after `after`."""
        address = f"{self.http.base_url}".replace("http", "ws", 1).rstrip("/")
        url = f"{address}{self.base}/events?after={after}"
        connection = connect(url, additional_headers=self.headers, proxy=None, open_timeout=PATIENCE)
        self._socket = await self._stack.enter_async_context(connection)
        return self._socket

    async def expect(self, kind: str, **matching: Any) -> Json:
        """The next event of this kind that has these fields (a message's fields for `message` and `edited`).

        It listens from the phone's first event on; events that were passed over stay for later calls.
        """
        seen = 0
        while True:
            for event in list(self._events)[seen:]:
                seen += 1
                if event["kind"] == kind and _matches(event.get("message", event), matching):
                    self._events.remove(event)
                    return event
            self._events.append(await self._next_event())

    def passed_over(self) -> list[Json]:
        """Events that came and that nobody expected so far."""
        return list(self._events)

    async def _next_event(self) -> Json:
        socket = self._socket or await self.connect()
        async with asyncio.timeout(PATIENCE):
            event: Json = json.loads(await socket.recv())
            return event


def _matches(body: Json, wanted: Mapping[str, Any]) -> bool:
    return all(body.get(name) == value for name, value in wanted.items())


def _result(answer: httpx.Response) -> Json:
    body: Json = answer.json()
    if answer.status_code != 200:
        raise Refused(answer.status_code, body["error"])
    return body


def _bot_result(answer: httpx.Response) -> Any:
    body = answer.json()
    if not body["ok"]:
        raise Refused(body["error_code"], body["description"], body.get("parameters"))
    return body["result"]
