"""The bytes of a file, for a phone that may see a chat in which it was shown."""

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from bot.chatserver.models import File, FileUse, Json, Member
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.visit import Visit, parts_of, visit_once
from bot.chatserver.world.chats import PRESENT

# What a browser may show in place. Everything else, such as SVG and HTML, is only ever saved.
SHOWN_IN_PLACE = frozenset(
    {
        "image/jpeg", "image/png", "image/webp", "image/gif", "audio/ogg", "audio/mpeg", "audio/mp4", "audio/webm",
        "audio/wav", "video/mp4", "video/webm",
    }
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=86400",
}


async def get_file(request: Request) -> Response:
    try:
        found = await visit_once(request, _find)
    except Refusal as refusal:
        return refusal.response()
    path = parts_of(request).config.files / str(found["name_on_disk"])
    mime = found["mime"] if found["mime"] in SHOWN_IN_PLACE else "application/octet-stream"
    kind = "inline" if mime in SHOWN_IN_PLACE else "attachment"
    return FileResponse(path, media_type=mime, filename=found["name"], headers=HEADERS, content_disposition_type=kind)


def _find(visit: Visit) -> Json:
    visible = (
        select(File)
        .join(FileUse, FileUse.file_id == File.id)
        .join(Member, Member.chat_id == FileUse.chat_id)
        .where(File.id == visit.path["file"], Member.user_id == visit.user_id, Member.status.in_(PRESENT))
        .limit(1)
    )
    file = visit.tx.session.scalar(visible)
    if file is None:
        raise Refusal(404, "没有这个文件。")
    return {
        "name_on_disk": file.name_on_disk,
        "mime": str(file.facts.get("mime_type", "")).lower(),
        "name": file.facts.get("file_name"),
    }
