"""Reading a call from HTTP, whichever way the client library sends it, and writing the answer."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.chatserver.botapi.arguments import Arguments, Upload
from bot.chatserver.errors import ApiError, BadRequest, TooLarge, TooManyRequests

MAX_FIELDS = 1_000
MAX_FIELD = 4 * 1024 * 1024


async def read_arguments(request: Request, max_upload: int) -> Arguments:
    """All arguments of the call; a body argument wins over the query's.

    :raises BadRequest: the body is broken.
    :raises TooLarge: the body is larger than an upload may be.
    """
    query = dict(request.query_params)
    if request.method == "GET":
        return Arguments(query)
    content_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if content_type == "application/json":
        return Arguments(query | _from_json(await _body(request, MAX_FIELD)))
    if content_type in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        return await _from_form(request, query, max_upload)
    return Arguments(query)


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


async def _body(request: Request, limit: int) -> bytes:
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > limit:
                raise TooLarge("")
    except ClientDisconnect:
        raise BadRequest("the request body is incomplete") from None
    return bytes(body)


def _from_json(body: bytes) -> dict[str, str]:
    try:
        decoded = json.loads(body) if body.strip() else {}
    except (ValueError, RecursionError):
        raise BadRequest("can't parse JSON object") from None
    if not isinstance(decoded, dict):
        raise BadRequest("expected a JSON object")
    return {name: _as_text(value) for name, value in decoded.items() if value is not None}


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def _from_form(request: Request, query: dict[str, str], max_upload: int) -> Arguments:
    if int(request.headers.get("content-length") or 0) > max_upload + MAX_FIELD:
        raise TooLarge("")
    try:
        form = await request.form(max_files=100, max_fields=MAX_FIELDS, max_part_size=MAX_FIELD)
    except (MultiPartException, ClientDisconnect, ValueError):
        raise BadRequest("can't parse the request body") from None
    values = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    return Arguments(query | values, await _keep_uploads(form, max_upload))


async def _keep_uploads(form: FormData, max_upload: int) -> dict[str, Upload]:
    kept = {}
    for name, file in form.multi_items():
        if isinstance(file, UploadFile):
            kept[name] = await _keep(file, max_upload)
    return kept


async def _keep(file: UploadFile, max_upload: int) -> Upload:
    if (file.size or 0) > max_upload:
        raise TooLarge("")
    with tempfile.NamedTemporaryFile(delete=False) as kept:
        while chunk := await file.read(1 << 20):
            kept.write(chunk)
    return Upload(file.filename or "file", file.content_type or "", Path(kept.name), file.size or 0)
