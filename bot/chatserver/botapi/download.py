"""`/file/bot<token>/<file_path>`: the bytes of a file that getFile told the bot of."""

from starlette.requests import Request
from starlette.responses import Response

from bot.chatserver.botapi.endpoint import authenticate
from bot.chatserver.botapi.methods.files import MAX_DOWNLOAD
from bot.chatserver.botapi.transport import refuse
from bot.chatserver.errors import ApiError, NotFound
from bot.chatserver.models import File
from bot.chatserver.parts import Parts
from bot.chatserver.serving import safe_file_response
from bot.chatserver.store import Transaction
from bot.chatserver.world.files import bot_may_use, find_by_path


async def download(http: Request) -> Response:
    """The file, or the Bot API's refusal. The path is only looked up; nothing on disk is found by it."""
    token, _, path = http.path_params["rest"].partition("/")
    try:
        return await _serve(http.app.state.parts, token, path)
    except ApiError as error:
        return refuse(error)


async def _serve(parts: Parts, token: str, path: str) -> Response:
    bot_id = authenticate(parts, token)
    file = await parts.store.run(lambda tx: _access(tx, bot_id, path))
    return safe_file_response(parts.config.files / file.name_on_disk, file.facts, inline=False)


def _access(tx: Transaction, bot_id: int, path: str) -> File:
    file = find_by_path(tx, path)
    if file is None or file.facts["file_size"] > MAX_DOWNLOAD or not bot_may_use(tx, file, bot_id):
        raise NotFound("")
    return file
