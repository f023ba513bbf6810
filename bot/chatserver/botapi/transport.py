"""Reading a call from HTTP as the official server does (HttpReader.cpp), whichever way the client library sends it.

What is said first counts: the address before the body, the first of two fields of one name. A body of an unknown type
says nothing; of a broken one counts nothing either.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.chatserver.botapi.arguments import Arguments, decode, encode
from bot.chatserver.errors import ApiError, BadRequest, TooLarge, TooManyRequests, UnsupportedMedia
from bot.chatserver.uploads import drop, read_form

# HttpReader.h: MAX_TOTAL_PARAMETERS_LENGTH
MAX_PARAMETERS = 1 << 20
Pairs = Iterable[tuple[str, str]]


async def read_arguments(request: Request, folder: Path, max_upload: int) -> Arguments:
    """All arguments of the call; files are taken into the folder.

    :raises BadRequest: the body is broken.
    :raises TooLarge: the body is larger than may be.
    """
    query = list(_from_form(request.scope["query_string"]))
    if request.headers.get("content-encoding", "none").lower() not in {"none", "identity", ""}:
        raise UnsupportedMedia(": unsupported content-encoding")
    content_type = request.headers.get("content-type", "").lower()
    if "multipart/form-data" in content_type:
        return await _from_multipart(request, folder, max_upload, query)
    if "application/x-www-form-urlencoded" in content_type:
        return Arguments(_first_of([*query, *_from_form(await _body(request))]))
    if "application/json" in content_type:
        return Arguments(_first_of([*query, *_from_json(await _body(request))]))
    return Arguments(_first_of(query))


def answer(result: object, description: str | None = None) -> Response:
    body: dict[str, object] = {"ok": True, "result": result}
    return _json(body | ({"description": description} if description else {}), 200)


def answer_raw(result: str) -> Response:
    """An answer whose result is JSON already."""
    return Response(f'{{"ok":true,"result":{result}}}', media_type="application/json")


def refuse(error: ApiError) -> Response:
    body: dict[str, object] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    response = _json(body, error.code)
    if isinstance(error, TooManyRequests):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _json(body: Mapping[str, object], status: int) -> Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, status_code=status, media_type="application/json")


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_PARAMETERS:
                raise TooLarge(": too many parameters")
    except ClientDisconnect:
        raise BadRequest("unexpected end of request content") from None
    return bytes(body)


async def _from_multipart(
    request: Request, folder: Path, max_upload: int, query: Sequence[tuple[str, str]]
) -> Arguments:
    form = await read_form(request, folder, max_upload, MAX_PARAMETERS)
    uploads = dict(reversed(form.files))
    try:
        values = _first_of([*query, *form.fields])
    except BadRequest:
        drop(upload for _, upload in form.files)
        raise
    drop(upload for name, upload in form.files if uploads[name] is not upload)
    return Arguments(values, uploads)


def _first_of(pairs: Pairs) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in pairs:
        values.setdefault(name, _whole(value))
    return values


def _whole(value: str) -> str:
    """The value without NUL, which no database keeps and TDLib takes for a space."""
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise BadRequest("strings must be encoded in UTF-8") from None
    return value.replace("\0", " ")


def _from_form(body: bytes) -> Pairs:
    # Bytes that are no UTF-8 become lone surrogates, which are refused when the argument is kept.
    text = body.decode("utf-8", "surrogateescape")
    return parse_qsl(text, keep_blank_values=True, errors="surrogateescape")


def _from_json(body: bytes) -> Pairs:
    try:
        decoded = decode(body.decode())
    except ValueError:
        return []
    if isinstance(decoded, str):
        return [("content", decoded)]
    if not isinstance(decoded, dict):
        return []
    return [(name, value if isinstance(value, str) else encode(value)) for name, value in decoded.items()]
