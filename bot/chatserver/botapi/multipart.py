"""Reading a multipart body: fields and uploaded files."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from bot.chatserver.botapi.arguments import Upload
from bot.chatserver.errors import BadRequest, TooLarge

MAX_FIELDS = 1_000
MAX_FILES = 100


async def read_form(
    request: Request, max_upload: int, max_parameters: int
) -> tuple[list[tuple[str, str]], dict[str, Upload]]:
    """The fields, in order, and the files by field name, each in a temporary file.

    :raises BadRequest: it is no multipart body.
    :raises TooLarge: a file is larger than an upload may be, or all the rest is more than parameters may be.
    """
    form = await _parse(request, max_upload + max_parameters)
    try:
        fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        if sum(len(name) + len(value) for name, value in fields) > max_parameters:
            raise TooLarge(": too many parameters")
        files = [(name, file) for name, file in form.multi_items() if isinstance(file, UploadFile)]
        return fields, await asyncio.to_thread(_keep_files, files, max_upload)
    finally:
        await form.close()


async def _parse(request: Request, limit: int) -> FormData:
    async with aclosing(_limited(request, limit)) as stream:
        parser = MultiPartParser(
            request.headers, stream, max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=limit
        )
        try:
            return await parser.parse()
        except MultiPartException as error:
            raise BadRequest(f"can't parse multipart/form-data: {error.message}") from None
        except ClientDisconnect:
            raise BadRequest("unexpected end of request content") from None


async def _limited(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    """The body, which cannot be read beyond the limit, whatever its headers promise."""
    length = 0
    async with aclosing(request.stream()) as stream:
        async for chunk in stream:
            length += len(chunk)
            if length > limit:
                raise TooLarge("")
            yield chunk


def _keep_files(files: Sequence[tuple[str, UploadFile]], max_upload: int) -> dict[str, Upload]:
    if any((file.size or 0) > max_upload for _, file in files):
        raise TooLarge("")
    # Of two files of one name the first counts.
    return {name: _keep(file) for name, file in dict(reversed(files)).items()}


def _keep(file: UploadFile) -> Upload:
    with tempfile.NamedTemporaryFile(delete=False) as kept:
        shutil.copyfileobj(file.file, kept)
    return Upload(file.filename or "file", file.content_type or "", Path(kept.name), file.size or 0)
