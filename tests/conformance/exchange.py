"""One request to a Bot API server and its answer, as bytes seen on the wire and as what they say."""

import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qsl, unquote, urlsplit

from python_multipart.multipart import Field, File, parse_form

_METHOD = re.compile(r"^/bot[^/]+/(?:test/)?(?P<method>[^/]+)/?$")


@dataclass(frozen=True)
class Upload:
    """A file part of a form; its bytes are not kept."""

    file_name: str
    size: int


Params = Mapping[str, object]


@dataclass(frozen=True)
class Exchange:
    """Header names are in lower case. `status` is None where the connection ended without a whole answer."""

    verb: str
    target: str = field(repr=False)  # it holds the bot's token
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    status: int | None = None
    answer_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    answer_body: bytes = field(default=b"", repr=False)
    whole: bool = True  # False where the server answered before the request was complete, as for too large a body

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def method(self) -> str | None:
        """The Bot API method that was called, as it was spelt; None for a file or anything else."""
        called = _METHOD.match(self.path)
        return called["method"] if called else None

    @property
    def is_download(self) -> bool:
        return self.path.startswith("/file/bot")

    @cached_property
    def params(self) -> Params:
        """What was asked: query, then form or JSON. Form fields are strings, files are `Upload`s.

        Raises ValueError for a body that is not what its content type says.
        """
        asked: dict[str, object] = dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))
        kind = self.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind == "application/x-www-form-urlencoded":
            asked |= parse_qsl(self.body.decode(), keep_blank_values=True)
        elif kind == "multipart/form-data" and self.body:
            asked |= read_multipart(self.headers["content-type"], self.body)
        elif kind == "application/json" and self.body:
            asked |= _object(json.loads(self.body))
        return asked

    @cached_property
    def answer(self) -> object:
        """The answer's JSON. Raises ValueError where it is none."""
        return json.loads(self.answer_body, parse_constant=_refused)


def read_multipart(content_type: str, body: bytes) -> dict[str, object]:
    """Fields as strings, file parts as `Upload`s; raises ValueError for a body that is no such form."""
    found: dict[str, object] = {}

    def keep_field(part: Field) -> None:
        found[(part.field_name or b"").decode()] = (part.value or b"").decode()

    def keep_file(part: File) -> None:
        found[(part.field_name or b"").decode()] = Upload((part.file_name or b"").decode(), part.size)
        part.close()

    headers = {"Content-Type": content_type.encode(), "Content-Length": str(len(body)).encode()}
    parse_form(headers, io.BytesIO(body), keep_field, keep_file)
    return found


def _object(value: object) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    raise ValueError("the JSON body is no Object")


def _refused(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")
