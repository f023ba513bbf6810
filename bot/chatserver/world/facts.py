"""What an uploaded file is, and whether Telegram would take it as what it is meant to be.

The limits are those of core.telegram.org/bots/api#sending-files, told with TDLib's words (FileLoaderUtils.cpp:325).
"""

import mimetypes
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from bot.chatserver.errors import BadRequest
from bot.chatserver.file_types import HEAD, UNKNOWN, sniff
from bot.chatserver.models import Json
from bot.chatserver.pictures import measure
from bot.chatserver.text import clean_name
from bot.chatserver.uploads import Upload

MEGABYTE = 1 << 20
MAX_SIZE = {"photo": 10 * MEGABYTE, "video_note": 12 * MEGABYTE}
MAX_SIDES = 10_000
MAX_RATIO = 20
MAX_NAME = 255
_PICTURES = frozenset({"photo", "sticker"})
_NAMED = frozenset({"document", "audio", "video", "animation"})
_DETAILS = {
    "voice": ("duration",),
    "audio": ("duration", "title", "performer"),
    "video": ("duration", "width", "height"),
    "animation": ("duration", "width", "height"),
    "video_note": ("duration", "length"),
    "sticker": ("emoji",),
}


def read_facts(upload: Upload, kind: str, details: Mapping[str, Any]) -> Json:
    """The facts of a File; `details` are what only its sender can say (duration in seconds, title …).

    :raises BadRequest: it cannot be a file of this kind.
    """
    _check_size(upload, kind)
    with upload.where.open("rb") as opened:
        sniffed = sniff(opened.read(HEAD))
        opened.seek(0)
        size = measure(opened) if kind in _PICTURES | {"animation"} else None
    facts: Json = {"file_size": upload.size, "sniffed": _by_kind(sniffed, kind)}
    if kind in _PICTURES:
        return facts | _picture(size, kind) | _known(details, kind)
    if kind in _NAMED:
        facts["file_name"] = file_name(upload.filename)
    facts["mime_type"] = _mime_type(facts["sniffed"], upload.filename)
    shown = dict(zip(("width", "height"), size or (0, 0), strict=True)) if kind == "animation" else {}
    return facts | shown | _known(details, kind)


def file_name(given: str) -> str:
    """The name without folders and without characters that would mislead."""
    whole = given.encode(errors="replace").decode().replace("\\", "/")
    return clean_name(PurePosixPath(whole).name, MAX_NAME).lstrip(".") or "file"


def _check_size(upload: Upload, kind: str) -> None:
    if upload.size == 0:
        raise BadRequest("file must be non-empty")
    most = MAX_SIZE.get(kind)
    if most is not None and upload.size > most:
        what = kind.replace("_", " ")
        raise BadRequest(f"file of size {upload.size} bytes is too big for a {what}; the maximum size is {most} bytes")


def _picture(size: tuple[int, int] | None, kind: str) -> Json:
    if size is None:
        raise BadRequest("IMAGE_PROCESS_FAILED")
    short, long = sorted(size)
    if kind == "photo" and (short == 0 or short + long > MAX_SIDES or long > MAX_RATIO * short):
        raise BadRequest("PHOTO_INVALID_DIMENSIONS")
    return {"width": size[0], "height": size[1]}


def _by_kind(sniffed: str, kind: str) -> str:
    """The same container holds sound alone or film; a voice has no picture."""
    return sniffed.replace("video/", "audio/") if kind in {"voice", "audio"} else sniffed


def _mime_type(sniffed: str, filename: str) -> str:
    if sniffed != UNKNOWN:
        return sniffed
    return mimetypes.guess_type(file_name(filename))[0] or UNKNOWN


def _known(details: Mapping[str, Any], kind: str) -> Json:
    return {name: details[name] for name in _DETAILS.get(kind, ()) if details.get(name)}
