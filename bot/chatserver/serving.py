"""Handing out uploaded files so that none of them can do anything in a browser."""

from pathlib import Path

from starlette.responses import FileResponse

from bot.chatserver.errors import NotFound
from bot.chatserver.file_types import INLINE, UNKNOWN
from bot.chatserver.models import Json

_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=600",
}


def safe_file_response(path: Path, facts: Json, *, inline: bool = True) -> FileResponse:
    """The file, whole or the range that is asked for. Pictures, sound and film are shown; all else is only saved.

    :raises NotFound: it is no longer on disk.
    """
    if not path.is_file():
        raise NotFound("")
    shown = inline and facts["sniffed"] in INLINE
    return FileResponse(
        path,
        media_type=facts["sniffed"] if shown else UNKNOWN,
        headers=_SAFE,
        filename=facts.get("file_name") or path.name,
        content_disposition_type="inline" if shown else "attachment",
    )
