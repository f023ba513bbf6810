"""Where a bot finds a file's bytes."""

from bot.chatserver.botapi.inputs import check_id
from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json
from bot.chatserver.world.files import bot_may_use, find_file, path_of

# Client.h:71
MAX_DOWNLOAD = 20 << 20


@method("getFile")
def get_file(call: Call) -> Json:
    """The link does not expire; Telegram promises an hour."""
    file_id = call.arguments.text("file_id")
    if not file_id:
        raise BadRequest("file_id not specified")
    try:
        check_id(file_id)
    except BadRequest:
        # Client.cpp:6857
        raise BadRequest("invalid file_id") from None
    file = find_file(call.tx, file_id)
    if file is None or not bot_may_use(call.tx, file, call.bot.id):
        raise BadRequest("wrong file_id or the file is temporarily unavailable")
    if file.facts["file_size"] > MAX_DOWNLOAD:
        raise BadRequest("file is too big")
    known = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.facts["file_size"]}
    return known | {"file_path": path_of(file)}
