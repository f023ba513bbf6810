"""The event stream of a phone: what it missed, page by page, then what happens, for ever."""

import asyncio
import contextlib

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.chatserver.phones.feed import Page, next_page
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.sessions import find_phone, renew
from bot.chatserver.phones.visit import SIGNED_OUT, give_cookie, parts_of, token_of
from bot.chatserver.signals import Listener, chat_key, user_key
from bot.chatserver.store import Transaction

ENDED = 4401


async def stream_events(socket: WebSocket) -> None:
    """`/phone/P/events?after=SEQ`."""
    try:
        stream = _Stream(socket, token_of(socket), _after(socket))
        renewed = await stream.enter()
    except Refusal as refusal:
        await _turn_away(socket, refusal)
        return
    await socket.accept(headers=_cookie(socket, stream.token) if renewed else None)
    tasks = {asyncio.create_task(_hang_up(socket)), asyncio.create_task(stream.follow())}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    for task in done:
        with contextlib.suppress(WebSocketDisconnect):
            task.result()


async def _turn_away(socket: WebSocket, refusal: Refusal) -> None:
    """Browsers show a page only that a connection failed, so a phone that is not signed in is told inside of one."""
    if refusal.status == 401:
        await socket.accept()
        await _say_ended(socket)
    else:
        await socket.send_denial_response(refusal.response())


async def _say_ended(socket: WebSocket) -> None:
    await socket.send_json({"kind": "ended"})
    await socket.close(ENDED)


async def _hang_up(socket: WebSocket) -> None:
    """Return when the phone hangs up; what it says here means nothing."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


class _Stream:
    def __init__(self, socket: WebSocket, token: str, seq: int) -> None:
        self.token = token
        self._socket = socket
        self._parts = parts_of(socket)
        self._phone_id: str = socket.path_params["phone"]
        self._seq = seq
        self._chats: frozenset[int] = frozenset()

    async def enter(self) -> bool:
        """Take the phone in; says whether its 180 days started anew.

        :raises Refusal: it is not signed in.
        """

        def job(tx: Transaction) -> tuple[int, bool]:
            phone = find_phone(tx, self._phone_id, self.token)
            if phone is None:
                raise Refusal(401, SIGNED_OUT)
            return phone.user_id, renew(tx, phone)

        self._user_id, renewed = await self._parts.store.run(job)
        return renewed

    async def follow(self) -> None:
        """Send everything until the phone is signed out."""
        signed_in = True
        while signed_in:
            # Listening comes before looking. Joining a chat wakes the user's own key; then the chats are taken anew.
            keys = [user_key(self._user_id), *map(chat_key, self._chats)]
            with self._parts.signals.listen(*keys) as listener:
                signed_in = await self._follow_chats(listener)
        await _say_ended(self._socket)

    async def _follow_chats(self, listener: Listener) -> bool:
        """Send what comes until the person's chats change (True) or the phone is signed out (False)."""
        while True:
            listener.clear()
            page = await self._parts.store.run(lambda tx: next_page(tx, self._phone_id, self.token, self._seq))
            if page is None:
                return False
            await self._send(page)
            if page.chats != self._chats:
                self._chats = page.chats
                return True
            if page.whole:
                await self._say(listener)
                await listener.wait()

    async def _send(self, page: Page) -> None:
        for event in page.events:
            await self._socket.send_json(event)
        self._seq = page.seq

    async def _say(self, listener: Listener) -> None:
        while listener.heard:
            said = listener.heard.popleft()
            if said["chat"] in self._chats:
                await self._socket.send_json(said)


def _after(socket: WebSocket) -> int:
    after = socket.query_params.get("after", "0")
    if not after.isascii() or not after.isdecimal() or len(after) > 18:
        raise Refusal(400, "after 应该是一个数字。")
    return int(after)


def _cookie(socket: WebSocket, token: str) -> list[tuple[bytes, bytes]]:
    response = Response()
    give_cookie(socket, response, socket.path_params["phone"], token)
    return [(b"set-cookie", MutableHeaders(raw=response.raw_headers)["set-cookie"].encode())]
