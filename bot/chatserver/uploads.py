"""Reading a multipart body, of a bot's call or a phone's: fields and uploaded files.

A file first lies in `incoming` beside those that are kept. Whoever uses it moves it to its `home`; what nobody used
is deleted when the call ends, and what a failed call had moved as well.
"""

import asyncio
import hashlib
import secrets
from collections.abc import AsyncGenerator, Collection, Iterable, Iterator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from bot.chatserver.errors import BadRequest, TooLarge

MAX_FIELDS = 1_000
MAX_FILES = 100
CHUNK = 1 << 18


@dataclass(frozen=True)
class Upload:
    """A file that came with a call, under the name that the sender gave it."""

    filename: str
    path: Path
    size: int
    digest: bytes

    @property
    def home(self) -> Path:
        """Where it is kept once it is used."""
        return self.path.parent.parent / self.path.name

    @property
    def where(self) -> Path:
        """Where it is now."""
        return self.home if self.home.exists() else self.path


@dataclass(frozen=True)
class Form:
    """What a multipart body held, in its order."""

    fields: Sequence[tuple[str, str]] = ()
    files: Sequence[tuple[str, Upload]] = ()


async def read_form(request: Request, folder: Path, max_upload: int, max_parameters: int) -> Form:
    """The fields and the files.

    :raises BadRequest: it is no multipart body.
    :raises TooLarge: a file is larger than an upload may be, or all the rest is more than parameters may be.
    """
    form = await _parse(request, max_upload + max_parameters)
    try:
        fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        if sum(len(name) + len(value) for name, value in fields) > max_parameters:
            raise TooLarge(": too many parameters")
        files = [(name, file) for name, file in form.multi_items() if isinstance(file, UploadFile)]
        if any((file.size or 0) > max_upload for _, file in files):
            raise TooLarge("")
        return Form(fields, await asyncio.to_thread(_take_in_all, files, folder))
    finally:
        await form.close()


@contextmanager
def tidying(uploads: Collection[Upload]) -> Iterator[None]:
    """Delete what was not used in here; all of them if what is done in here fails."""
    try:
        yield
    except Exception:
        for upload in uploads:
            upload.home.unlink(missing_ok=True)
        raise
    finally:
        drop(uploads)


def drop(uploads: Iterable[Upload]) -> None:
    """Delete what was not used."""
    for upload in uploads:
        upload.path.unlink(missing_ok=True)


def clear_incoming(folder: Path) -> None:
    """Delete what a process that was killed left behind."""
    for left in _incoming(folder).iterdir():
        left.unlink()


def _incoming(folder: Path) -> Path:
    incoming = folder / "incoming"
    incoming.mkdir(parents=True, exist_ok=True, mode=0o700)
    return incoming


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


def _take_in_all(files: Sequence[tuple[str, UploadFile]], folder: Path) -> list[tuple[str, Upload]]:
    incoming = _incoming(folder)
    return [(name, _take_in(file, incoming)) for name, file in files]


def _take_in(file: UploadFile, incoming: Path) -> Upload:
    path = incoming / secrets.token_hex(16)
    digest = hashlib.sha256()
    with path.open("xb") as kept:
        while chunk := file.file.read(CHUNK):
            digest.update(chunk)
            kept.write(chunk)
    return Upload(file.filename or "file", path, file.size or 0, digest.digest())
