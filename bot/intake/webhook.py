"""The webhook: check the secret, commit the update to the inbox, and only then acknowledge it with 200."""

import hmac
import json
import logging
from collections.abc import Sequence

from aiogram import Bot
from aiogram.methods import SetWebhook
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.clock import Clock
from bot.intake.arrivals import Malformed, keep, read_arrival
from bot.intake.patience import until_it_works
from storage.engine import Database, DatabaseDown

log = logging.getLogger(__name__)

PATH = "/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the header's name
_LARGEST_BODY = 1_000_000


class _TooLarge(Exception):
    pass


def route(database: Database, bot_id: int, secret: str, clock: Clock) -> Route:
    """POST `PATH`. A database that is down answers 503 with Retry-After, and the Bot API brings it again."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse(f"{SECRET_HEADER} is missing or wrong.", 401)
        try:
            raw = json.loads(await _body(request))
            read_arrival(raw)
            await keep(database, bot_id, [raw], clock)
        except _TooLarge:
            return PlainTextResponse(f"An update is at most {_LARGEST_BODY} bytes long.", 413)
        except Malformed as fault:
            return PlainTextResponse(str(fault), 400)
        except ValueError:
            return PlainTextResponse("The body is not JSON.", 400)
        except DatabaseDown as down:
            log.warning("%s The Bot API is asked to bring its update again.", down)
            return PlainTextResponse("Bring it again soon.", 503, {"Retry-After": "5"})
        return Response(status_code=200)

    return Route(PATH, receive, methods=["POST"])


async def announce(bot: Bot, address: str, secret: str, kinds: Sequence[str]) -> None:
    """Have updates brought to `address` from now on; those that wait already are brought too."""
    webhook = SetWebhook(url=address, secret_token=secret, allowed_updates=list(kinds), drop_pending_updates=False)
    await until_it_works(lambda: bot(webhook))


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST_BODY:
            raise _TooLarge
    return bytes(body)
