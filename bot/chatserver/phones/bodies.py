"""What the body of a phone's call holds: a JSON object, or a form with files."""

import json
import re
from collections.abc import Sequence

from starlette.requests import ClientDisconnect, Request

from bot.chatserver.config import Config
from bot.chatserver.errors import BadRequest, TooLarge
from bot.chatserver.models import Json
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.uploads import Form, Upload, read_form

MAX_BODY = 256 * 1024
_INTEGER = re.compile(r"[0-9]{1,15}")
_NUMBERS = frozenset({"duration", "length", "width", "height", "reply_to", "topic"})
_BROKEN = "收到的内容不完整,请再试一次。"


def has_files(request: Request) -> bool:
    return request.headers.get("content-type", "").lower().startswith("multipart/form-data")


async def read_body(request: Request) -> Json:
    """The JSON object of the body; an empty body is an empty one."""
    received = bytearray()
    try:
        async for chunk in request.stream():
            received += chunk
            if len(received) > MAX_BODY:
                raise Refusal(413, "内容太长了。")
        body = json.loads(received) if received.strip() else {}
        # Half a surrogate pair can be written in JSON, but neither stored nor sent.
        json.dumps(body, ensure_ascii=False).encode()
    except (ClientDisconnect, ValueError, RecursionError):
        raise Refusal(400, _BROKEN) from None
    if not isinstance(body, dict):
        raise Refusal(400, _BROKEN)
    return body


async def read_files(request: Request, config: Config) -> tuple[Json, Sequence[Upload]]:
    """The fields of the form, as JSON would have them, and the files of `file`."""
    try:
        form = await read_form(request, config.files, config.max_upload, MAX_BODY)
    except TooLarge:
        megabytes = config.max_upload >> 20
        raise Refusal(413, f"文件太大了,一次最多 {megabytes} MB。请换小一点的,或者分几次发。") from None
    except BadRequest:
        raise Refusal(400, _BROKEN) from None
    return _fields(form), [upload for _, upload in form.files]


def _fields(form: Form) -> Json:
    return {
        name: int(value) if name in _NUMBERS and _INTEGER.fullmatch(value) else value for name, value in form.fields
    }
