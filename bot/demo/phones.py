"""People's phones as programs: the phone interface of docs/chatserver.md, and the operator's calls that hand
them out."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx

from bot.settings import Settings

Message = dict[str, Any]

PATIENCE_SECONDS = 20.0  # for what the bot says to whatever somebody did
_LOOK_EVERY_SECONDS = 0.2
_A_PAGE = 200


class Phone:
    """One person's chat with the bot, as it stands on their phone."""

    def __init__(self, http: httpx.AsyncClient, user: dict[str, Any], signed_in: dict[str, Any], chat: int) -> None:
        self.user_id: int = user["id"]
        self._http = http
        self._base = f"/phone/{signed_in['phone']}/chats/{chat}"
        self._headers = {"Authorization": f"Bearer {signed_in['token']}"}

    async def messages(self) -> list[Message]:
        """All that stands there, oldest first."""
        whole: list[Message] = []
        while page := await self._page(whole[0]["message_id"] if whole else None):
            whole = page + whole
            if len(page) < _A_PAGE:
                break
        return [message for message in whole if not message.get("deleted")]

    async def start(self, payload: str) -> Message:
        """What opening a card's link does."""
        return (await self._post("start", payload=payload))["messages"][0]  # type: ignore[no-any-return]

    async def say(self, text: str, reply_to: int | None = None) -> None:
        await self._post("messages", text=text, **({"reply_to": reply_to} if reply_to else {}))

    async def tap(self, message: Message, label: str) -> None:
        await self._post(f"messages/{message['message_id']}/tap", data=buttons_of(message)[label])

    async def sees(self, holds: Callable[[Message], bool]) -> Message:
        """The first message that is so, as soon as it is there."""
        while True:
            for message in await self.messages():
                if holds(message):
                    return message
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def _page(self, before: int | None) -> list[Message]:
        query = {"limit": _A_PAGE} | ({"before": before} if before else {})
        answer = await self._http.get(f"{self._base}/messages", params=query, headers=self._headers)
        return answer.raise_for_status().json()["messages"]  # type: ignore[no-any-return]

    async def _post(self, path: str, **body: object) -> dict[str, Any]:
        answer = await self._http.post(f"{self._base}/{path}", json=body, headers=self._headers)
        return answer.raise_for_status().json()  # type: ignore[no-any-return]


class Operator:
    """Whoever runs the chat server, and gives people their phones."""

    def __init__(self, http: httpx.AsyncClient, admin_token: str, bot_username: str) -> None:
        self._http = http
        self._headers = {"Authorization": f"Bearer {admin_token}"}
        self._bot = bot_username

    async def phone_of(self, first_name: str) -> Phone:
        """One more phone of the person of this name, who is made where there is none."""
        found = (await self._call("GET", f"users?first_name={first_name}"))["users"]
        user = found[0] if found else await self._call("POST", "users", first_name=first_name)
        link = (await self._call("POST", f"users/{user['id']}/link"))["link"]
        signed_in = (await self._http.post("/phone/sign-in", json={"link": link})).raise_for_status().json()
        opened = await self._http.post(
            f"/phone/{signed_in['phone']}/chats",
            json={"username": self._bot},
            headers={"Authorization": f"Bearer {signed_in['token']}"},
        )
        return Phone(self._http, user, signed_in, opened.raise_for_status().json()["id"])

    async def _call(self, verb: str, path: str, **body: object) -> dict[str, Any]:
        sent = None if verb == "GET" else body
        answer = await self._http.request(verb, f"/admin/{path}", json=sent, headers=self._headers)
        return answer.raise_for_status().json()  # type: ignore[no-any-return]


async def find_operator(http: httpx.AsyncClient, settings: Settings) -> Operator:
    """Raises httpx.HTTPError where the chat server does not answer."""
    admin_token = settings.chat_admin_token
    assert admin_token is not None, "the demo makes one"  # noqa: S101 a promise of programs.py
    me = await http.get(f"/bot{settings.require_bot_token().get_secret_value()}/getMe")
    return Operator(http, admin_token.get_secret_value(), me.raise_for_status().json()["result"]["username"])


def buttons_of(message: Message) -> dict[str, str]:
    """What each button brings back, by its label."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button["callback_data"] for row in rows for button in row if "callback_data" in button}
