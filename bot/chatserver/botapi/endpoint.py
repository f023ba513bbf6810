"""The route of a bot's call: who calls, which method, do it, answer."""

import logging

from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from bot.chatserver.botapi.registry import HANDLERS, Request
from bot.chatserver.botapi.transport import answer, read_arguments, refuse
from bot.chatserver.errors import ApiError, NotFound, Unauthorized
from bot.chatserver.hanging_up import HangUp
from bot.chatserver.parts import Parts
from bot.chatserver.world.users import find_bot

log = logging.getLogger(__name__)


async def call_method(http: HttpRequest) -> Response:
    """`/bot<token>/<method>`: every outcome is a Bot API answer."""
    parts: Parts = http.app.state.parts
    try:
        return await _answer(http, parts)
    except ApiError as error:
        return refuse(error)


async def _answer(http: HttpRequest, parts: Parts) -> Response:
    name = http.path_params["method"].lower()
    bot_id = await authenticate(parts, http.path_params["token"])
    handler = HANDLERS.get(name)
    if handler is None:
        log.error("A bot called %r, which this server does not have", name[:64])
        raise NotFound(": method not found")
    arguments = await read_arguments(http, parts.config.max_upload)
    await parts.faults.before(bot_id, name)
    result = await handler(Request(bot_id, name, arguments, parts))
    if parts.faults.drops_answer(bot_id, name):
        return HangUp()
    return result if isinstance(result, Response) else answer(result)


async def authenticate(parts: Parts, token: str) -> int:
    """The id of the bot that has this token."""
    number, colon, _ = token.partition(":")
    if not colon or not number.isdecimal() or number.startswith("0") or len(token) > 80:
        raise Unauthorized(": invalid token specified")
    bot_id = await parts.store.run(lambda tx: bot.id if (bot := find_bot(tx, token)) else None)
    if bot_id is None:
        raise Unauthorized("")
    return bot_id
