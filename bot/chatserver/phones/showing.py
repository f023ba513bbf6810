"""Files that a phone sends, as the contents of messages."""

from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json
from bot.chatserver.phones.contents import read_caption
from bot.chatserver.phones.refusals import Refusal
from bot.chatserver.phones.visit import Visit
from bot.chatserver.uploads import Upload
from bot.chatserver.world.files import KINDS, store_upload
from bot.chatserver.world.media import ALBUM_LIMIT, IN_ALBUMS, content_for

MAX_DURATION = 24 * 60 * 60
MAX_SIDE = 10_000
_MOST = {"duration": MAX_DURATION, "length": 640, "width": MAX_SIDE, "height": MAX_SIDE}


def read_shown(visit: Visit) -> list[Json]:
    """A content each for the files that came; the first one carries the caption.

    :raises Refusal: there is none, too many, or one that cannot be shown as what it is sent.
    """
    kind = visit.body.get("kind")
    if kind not in KINDS:
        raise Refusal(400, "不知道这是哪一种文件,没有发出去。")
    if not visit.uploads or len(visit.uploads) > (ALBUM_LIMIT if kind in IN_ALBUMS else 1):
        raise Refusal(400, f"照片和文件一次可以发 1 到 {ALBUM_LIMIT} 个,别的一次发一个。")
    caption = read_caption(visit.body)
    return [_show(visit, kind, upload, {} if order else caption) for order, upload in enumerate(visit.uploads)]


def _show(visit: Visit, kind: str, upload: Upload, caption: Json) -> Json:
    try:
        file = store_upload(visit.tx, upload, kind, visit.user_id, _details(visit.body))
    except BadRequest:
        # The bots' words say which limit it was; a person can do but this.
        what = "照片" if kind == "photo" else "文件"
        raise Refusal(400, f"这个{what}发不出去:它是空的、太大了,或者打不开。请换一个再试。") from None
    return content_for(file, caption)


def _details(body: Json) -> Json:
    return {name: min(body[name], most) for name, most in _MOST.items() if isinstance(body.get(name), int)}
