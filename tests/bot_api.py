"""A small Bot API over real HTTP, for tests of how the service treats good and bad answers.

Only what the service calls is here, and every answer can be scripted. What a whole server does is the chat
server's matter.
"""

import json
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import Any, Self
from urllib.parse import parse_qsl

TOKEN = "7700770077:" + "AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQ0"
BOT_ID = 7700770077
_PATIENCE_SECONDS = 90


@dataclass(frozen=True)
class Answer:
    """What the server says instead of its usual answer; `status` None: it takes the call and hangs up."""

    status: int | None
    body: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def error(cls, status: int, description: str, **parameters: Any) -> Self:
        body = {"ok": False, "error_code": status, "description": description}
        return cls(status, body | ({"parameters": parameters} if parameters else {}))


HANG_UP = Answer(None)


class BotApi:
    """`with BotApi() as api`: `base` is its address, `sent` what was sent, `calls` every method called."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.given: list[dict[str, str]] = []
        self.sent: list[dict[str, str]] = []
        self.scripted: dict[str, deque[Answer]] = {}
        self.before_sending: Callable[[BotApi], None] = lambda _: None
        self._updates: list[dict[str, Any]] = []
        self._changed = Condition()
        self._closed = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()

    def script(self, method: str, *answers: Answer) -> None:
        """The next calls of the method get these answers."""
        self.scripted.setdefault(method, deque()).extend(answers)

    def bring(self, *updates: dict[str, Any]) -> None:
        with self._changed:
            self._updates.extend(updates)
            self._changed.notify_all()

    def wait_until(self, happened: Callable[["BotApi"], object]) -> None:
        """Blocks; fails after a minute and a half."""
        with self._changed:
            assert self._changed.wait_for(lambda: happened(self), _PATIENCE_SECONDS), (self.calls, self.sent)

    @property
    def offsets(self) -> list[int | None]:
        """What each getUpdates acknowledged: None where it named no offset."""
        polls = [given for method, given in zip(self.calls, self.given, strict=True) if method == "getUpdates"]
        return [int(given["offset"]) if "offset" in given else None for given in polls]

    def answer(self, token: str, method: str, given: dict[str, str]) -> Answer:
        if method == "sendMessage":
            self.before_sending(self)
        with self._changed:
            self.calls.append(method)
            self.given.append(given)
            waiting = self.scripted.get(method)
            scripted = waiting.popleft() if waiting else None
            if token != TOKEN:
                scripted = Answer.error(401, "Unauthorized")
            if method == "sendMessage" and (scripted is None or scripted.status is None):
                self.sent.append(given)
            self._changed.notify_all()
            return scripted or Answer(200, {"ok": True, "result": self._usual(method, given)})

    def _usual(self, method: str, given: dict[str, str]) -> Any:
        match method:
            case "getMe":
                return {"id": BOT_ID, "is_bot": True, "first_name": "回音", "username": "huiyin_bot"}
            case "getUpdates":
                return self._poll(int(given.get("offset", 0)), int(given["timeout"]))
            case "sendMessage":
                chat = {"id": int(given["chat_id"]), "type": "private", "first_name": "某人"}
                return {"message_id": len(self.sent), "date": 1, "chat": chat, "text": given["text"]}
            case "createForumTopic":
                return {"message_thread_id": 900 + len(self.calls) - 1, "name": given["name"], "icon_color": 0x6FB9F0}
            case "sendVoice":
                chat = {"id": int(given["chat_id"]), "type": "private", "first_name": "某人"}
                voice = {"file_id": given["voice"], "file_unique_id": "v", "duration": 3}
                return {"message_id": 1000 + len(self.calls), "date": 1, "chat": chat, "voice": voice}
            case "sendDocument":
                chat = {"id": int(given["chat_id"]), "type": "private", "first_name": "某人"}
                document = {"file_id": "d", "file_unique_id": "d", "file_name": given["document"]}
                return {"message_id": 1000 + len(self.calls), "date": 1, "chat": chat, "document": document}
            case "editMessageText":
                chat = {"id": int(given["chat_id"]), "type": "private", "first_name": "某人"}
                return {"message_id": int(given["message_id"]), "date": 1, "chat": chat, "text": given["text"]}
        return True

    def _poll(self, offset: int, seconds: int) -> list[dict[str, Any]]:
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        self._changed.wait_for(lambda: self._updates or self._closed, seconds)
        return self._updates[:100]


def _given(content_type: str, body: bytes) -> dict[str, str]:
    """Of a file that comes along its name."""
    if not content_type.startswith("multipart/"):
        return dict(parse_qsl(body.decode()))
    parts = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body).walk()
    named = {
        str(part.get_param("name", header="content-disposition")): part for part in parts if not part.is_multipart()
    }
    return {name: part.get_filename() or str(part.get_payload()) for name, part in named.items()}


def _handler(api: BotApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            _, token, method = self.path.split("/")
            given = _given(self.headers.get("Content-Type") or "", body)
            self._reply(api.answer(token.removeprefix("bot"), method, given))

        def _reply(self, answer: Answer) -> None:
            if answer.status is None:
                self.close_connection = True
                return
            content = json.dumps(answer.body).encode()
            self.send_response(answer.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            with suppress(BrokenPipeError):  # whoever polled has left
                self.wfile.write(content)

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, *_: object) -> None:
            """Its own log would print the token."""

    return Handler


def message(update_id: int, text: str | None = None, *, chat: int = 1001, **more: Any) -> dict[str, Any]:
    """An update as the Bot API brings it when 王桂兰 writes in her own chat."""
    who = {"id": chat, "is_bot": False, "first_name": "王桂兰", "language_code": "zh-hans"}
    what = {"text": text} if text is not None else {}
    content = {"message_id": update_id, "date": 1, "from": who, "chat": {"id": chat, "type": "private"}}
    return {"update_id": update_id, "message": content | what | more}


def tap(update_id: int, data: str, *, chat: int = 1001) -> dict[str, Any]:
    """An update as the Bot API brings it when 王桂兰 taps a button of ours in her own chat."""
    who = {"id": chat, "is_bot": False, "first_name": "王桂兰", "language_code": "zh-hans"}
    bot = {"id": BOT_ID, "is_bot": True, "first_name": "回音"}
    below = {"message_id": 1, "date": 1, "from": bot, "chat": {"id": chat, "type": "private"}, "text": "…"}
    query = {"id": f"tap-{update_id}", "from": who, "chat_instance": "1", "data": data, "message": below}
    return {"update_id": update_id, "callback_query": query}
