"""Calls that no client library would make, the same ones for the same seed."""

import copy
import json
import random
from collections.abc import Collection, Mapping, Sequence
from typing import Any

TEXTS = [
    "", " ", "\n", "\0", "a\0b", "null", "true", "-", "@", "@x", "0", "-1", "1.5", "1e999", "٣", "NaN", "字" * 5_000,
    "a" * 70_000, "💡" * 3_000, "‮‏‎", "<b>", "</b></i>", "*_`[](", "<a href='tg://user?id=1'>x</a>", "attach://file",
    "attach://", "../../etc/passwd", "file:///etc/passwd", "http://[", "https://127.0.0.1:1/x", "/start", "'; drop",
    "{", "[", "[" * 5_000, '{"a":' * 5_000, '"\\ud800"', "[NaN]", '{"message_id":1}', '[[{"text":"\\udfff"}]]',
]  # fmt: skip
NUMBERS: list[Any] = [0, -1, 1, 2**31 - 1, 2**31, 2**63, -(2**63) - 1, 10**30, 0.5, -0.0, True, False, None]
BUTTON = {"text": "满意", "callback_data": "5", "style": "success"}
KEYBOARDS: list[Any] = [
    {
        "inline_keyboard": [
            [BUTTON, {"text": "看", "url": "https://a.cn/b?c"}, {"text": "抄", "copy_text": {"text": "1"}}]
        ]
    },
    {
        "keyboard": [["我的事", {"text": "电话", "request_contact": True}]],
        "input_field_placeholder": "说",
        "selective": True,
    },
    {"force_reply": True, "input_field_placeholder": "请说"},
    {"remove_keyboard": True, "selective": True},
]
ENTITIES = [
    {"type": "bold", "offset": 0, "length": 2},
    {"type": "text_link", "offset": 1, "length": 1, "url": "https://a.cn"},
    {"type": "text_mention", "offset": 0, "length": 1, "user": {"id": 1, "is_bot": False, "first_name": "a"}},
    {"type": "pre", "offset": 0, "length": 2, "language": "py"},
]
PHOTO = {"type": "photo", "media": "attach://photo", "caption": "您好", "caption_entities": ENTITIES}
# What a sensible call would give; every request starts from some of it and is then spoilt.
SENSE: dict[str, list[Any]] = {
    "text": ["您好,💡坏了", "<b>急</b>", "_急_"],
    "caption": ["您好,💡坏了"],
    "parse_mode": ["HTML", "MarkdownV2", "Markdown"],
    "entities": [ENTITIES],
    "caption_entities": [ENTITIES],
    "reply_markup": KEYBOARDS,
    "reply_parameters": [{"message_id": 1, "quote": "第", "quote_position": 1, "allow_sending_without_reply": True}],
    "link_preview_options": [{"is_disabled": True}, {"url": "https://a.cn", "show_above_text": True}],
    "message_id": [1, 2, 3, 4, "5"],
    "message_ids": [[1, 2], ["3"]],
    "media": [[PHOTO, PHOTO], PHOTO],
    "photo": ["attach://file"],
    "latitude": [30.5],
    "longitude": ["114.3"],
    "action": ["typing"],
    "name": ["东-127", "路灯"],
    "title": ["东村"],
    "phone_number": ["+8613800000000"],
    "first_name": ["王大娘"],
    "commands": [[{"command": "start", "description": "开始"}]],
    "scope": [{"type": "chat", "chat_id": 1}, {"type": "default"}, {"type": "chat_member", "chat_id": 1, "user_id": 1}],
    "language_code": ["zh", ""],
    "menu_button": [{"type": "web_app", "text": "看", "web_app": {"url": "https://a.cn"}}, {"type": "commands"}],
    "message_thread_id": [2, 3],
    "allowed_updates": [["message"]],
    "callback_query_id": ["1"],
    "file_id": ["AgAD"],
}
IDS = frozenset({"chat_id", "user_id", "from_chat_id"})


class Nonsense:
    """`known` are values that mean something to the server, such as ids of chats that are there."""

    def __init__(self, seed: str, names: Sequence[str], required: Collection[str], known: Sequence[Any]) -> None:
        self._random = random.Random(seed)
        self._names = names
        self._required = required
        self._known = known

    def request(self) -> dict[str, Any]:
        """The arguments of an HTTP request: its method, and `params`, `data`, `json`, `files` or `content`."""
        ways = (self._query, self._form, self._form, self._json, self._json, self._json, self._multipart, self._garbage)
        return self._random.choice(ways)()

    def _query(self) -> dict[str, Any]:
        short = {name: value for name, value in self._as_text().items() if len(value) < 5_000}
        return {"method": self._random.choice(("GET", "POST")), "params": short}

    def _form(self) -> dict[str, Any]:
        return {"method": "POST", "data": self._as_text()}

    def _json(self) -> dict[str, Any]:
        body = json.dumps(self._arguments())
        return {"method": "POST", "content": body, "headers": {"content-type": "application/json"}}

    def _multipart(self) -> dict[str, Any]:
        parts: dict[str, Any] = {name: (None, value) for name, value in self._as_text().items()}
        names = ["file", "photo", "voice", "document", *self._names]
        for name in self._random.sample(names, k=min(2, len(names))):
            parts[name] = (self._random.choice(("a.jpg", "", "../../x", "字" * 300)), self._bytes(), self._type())
        return {"method": "POST", "files": parts}

    def _garbage(self) -> dict[str, Any]:
        boundary = "multipart/form-data; boundary=x"
        kinds = ("application/json", "application/x-www-form-urlencoded", boundary, "multipart/form-data", self._type())
        body = self._random.choice((b"", b"--x\r\n", b"--x--", b'{"chat_id":', b"%", b"&&==&", self._bytes()))
        return {"method": "POST", "content": body, "headers": {"content-type": self._random.choice(kinds)}}

    def _type(self) -> str:
        return self._random.choice(("text/plain", "image/jpeg", "x", "application/json; charset=utf-7", ";;;"))

    def _bytes(self) -> bytes:
        return self._random.randbytes(self._random.choice((0, 1, 100, 20_000)))

    def _as_text(self) -> Mapping[str, str]:
        given = self._arguments().items()
        return {name: value if isinstance(value, str) else json.dumps(value) for name, value in given}

    def _arguments(self) -> dict[str, Any]:
        """Something sensible, some of it left out, up to three values spoilt."""
        kept = [name for name in self._names if name in self._required or self._random.random() < 0.3]
        given = {name: self._sensible(name) for name in kept}
        for name in self._random.sample(kept, k=min(len(kept), self._random.randrange(4))):
            given[name] = self._spoil(given[name])
        if self._random.random() < 0.1:
            given.pop(self._random.choice([*kept, "chat_id"]), None)
        return given

    def _sensible(self, name: str) -> Any:
        if name in IDS:
            return self._random.choice(self._known)
        return copy.deepcopy(self._random.choice(SENSE.get(name, ["1", True, "您好"])))

    def _spoil(self, value: Any) -> Any:
        """Nonsense in its place, or somewhere inside it."""
        inside: list[Any] = list(value) if isinstance(value, dict) else []
        inside = list(range(len(value))) if isinstance(value, list) else inside
        if not inside or self._random.random() < 0.2:
            return self._random.choice((self._text, self._number, self._nested))()
        key = self._random.choice(inside)
        value[key] = self._spoil(value[key])
        return value

    def _text(self) -> str:
        return self._random.choice(TEXTS)

    def _number(self) -> Any:
        return self._random.choice([*NUMBERS, *self._known])

    def _nested(self) -> Any:
        leaf = self._random.choice((self._text()[:100], self._number()))
        return self._random.choice(
            ([], {}, [leaf], [[leaf]], {"type": leaf}, {"text": leaf, "url": leaf}, [{"id": leaf}])
        )
