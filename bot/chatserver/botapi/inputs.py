"""How a call names a file: a part of the body, `attach://part`, or the id of a file (Client.cpp:10031)."""

import base64
import binascii

from bot.chatserver.botapi.registry import Call
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import File, Json
from bot.chatserver.world.files import ID_END, bot_may_use, find_file, store_upload

_ATTACHED = "attach://"
_WRONG_ID = "wrong remote file identifier specified: "
# FileType.cpp: the names of file types in refusals.
_TYPES = {
    "photo": "Photo", "voice": "VoiceNote", "video": "Video", "document": "Document", "sticker": "Sticker",
    "audio": "Audio", "animation": "Animation", "video_note": "VideoNote",
}  # fmt: skip


def read_file(call: Call, given: str, kind: str, details: Json, part: str = "") -> File | None:
    """The file that the call means, None when there is none. `part` holds the file when nothing is given.

    A file that is known already stays of its own kind, except that photos and others are not for each other.

    :raises BadRequest: what is given is no file that the bot may use, or none that can be sent so.
    """
    attached = given.removeprefix(_ATTACHED) if given.startswith(_ATTACHED) else part
    if not given or given.startswith(_ATTACHED):
        upload = call.arguments.uploads.get(attached)
        return None if upload is None else store_upload(call.tx, upload, kind, call.bot.id, details)
    return _known_file(call, given, kind)


def check_id(file_id: str) -> None:
    """Whether it has the form of a file id (FileManager.cpp:3974).

    :raises BadRequest: it has not; or it is an address, and this server fetches nothing.
    """
    if "." in file_id:
        raise BadRequest("failed to get HTTP URL content")
    if len(file_id) % 4 == 1:
        raise BadRequest(_WRONG_ID + "Wrong string length")
    try:
        whole = base64.b64decode(file_id + "=" * (-len(file_id) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise BadRequest(_WRONG_ID + "Wrong character in the string") from None
    if not whole.endswith(bytes([ID_END])):
        raise BadRequest(_WRONG_ID + "can't unserialize it. Wrong last symbol")


def _known_file(call: Call, file_id: str, kind: str) -> File:
    check_id(file_id)
    file = find_file(call.tx, file_id)
    if file is None or not bot_may_use(call.tx, file, call.bot.id):
        raise BadRequest("wrong file identifier/HTTP URL specified")
    if (file.kind == "photo") != (kind == "photo"):
        raise BadRequest(f"can't use file of type {_TYPES[file.kind]} as {_TYPES[kind]}")
    return file
