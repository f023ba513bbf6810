"""The route of a bot's call: who calls, which method, do it, answer."""

import logging
import re

from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.chatserver.botapi.registry import Request, find_handler, perform
from bot.chatserver.botapi.transport import answer, read_arguments, refuse
from bot.chatserver.errors import ApiError, MethodNotAllowed, Misdirected, NotFound, Unauthorized, Unavailable
from bot.chatserver.hanging_up import HangUp
from bot.chatserver.parts import Parts
from bot.chatserver.uploads import tidying
from bot.chatserver.world.users import find_bot

MAX_BOT_ID = 1 << 54
log = logging.getLogger(__name__)


class BotDoor:
    """The application at `/bot…`, so that any HTTP method gets an answer of the Bot API."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await call_method(HttpRequest(scope, receive))
        await response(scope, receive, send)


async def call_method(http: HttpRequest) -> Response:
    """`/bot<token>/<method>`: every outcome is a Bot API answer."""
    parts: Parts = http.app.state.parts
    try:
        return await _answer(http, parts)
    except ApiError as error:
        return refuse(error)
    except Exception:
        log.exception("A bot's call failed; this is a fault of the chat server")
        return refuse(Unavailable(500, "Internal Server Error"))


async def _answer(http: HttpRequest, parts: Parts) -> Response:
    if http.method not in {"GET", "POST"}:
        raise MethodNotAllowed("")
    token, name = split_path(http.path_params["rest"])
    bot_id = authenticate(parts, token)
    arguments = await read_arguments(http, parts.config.files, parts.config.max_upload)
    name = (name or arguments.text("method")).lower()
    if find_handler(name) is None:
        log.error("A bot called %r, which this server does not have", name[:64])
    with tidying(arguments.uploads.values()):
        await parts.faults.before(bot_id, name)
        result = await perform(Request(bot_id, name, arguments, parts))
    if parts.faults.drops_answer(bot_id, name):
        return HangUp()
    return result if isinstance(result, Response) else answer(result)


def split_path(rest: str) -> tuple[str, str]:
    """The token and the method of what follows `/bot` in the address (HttpConnection.cpp:26-52).

    :raises NotFound: it has another form.
    """
    token, slash, path = rest.partition("/")
    if path.startswith("test"):
        # Telegram's test servers; here they are the same.
        _, slash, path = path.partition("/") if path.startswith("test/") else ("", "", "")
    if not slash:
        raise NotFound("")
    return token, path


def authenticate(parts: Parts, token: str) -> int:
    """The id of the bot that has this token (ClientManager.cpp:68-84)."""
    number, colon, _ = token.partition(":")
    if token.startswith("0") or len(token) > 80 or not colon:
        raise Unauthorized(": invalid token specified")
    if not re.fullmatch(r"-?[0-9]{1,18}", number):
        raise Misdirected(": unallowed token specified")
    if not 0 < int(number) < MAX_BOT_ID:
        raise Unauthorized(": invalid token specified")
    if parts.store.look(lambda tx: find_bot(tx, token)) is None:
        raise Unauthorized("")
    return int(number)
