"""A method in a webhook's answer: it is called, and nobody is told what came of it (WebhookActor.cpp: handle)."""

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.types import Message

from bot.chatserver.botapi.arguments import Arguments
from bot.chatserver.botapi.transport import read_arguments
from bot.chatserver.delivery.posting import MAX_REPLY, Outcome
from bot.chatserver.errors import ApiError
from bot.chatserver.uploads import tidying

# (bot id, method, arguments): calls the method as if the bot had sent it.
Execute = Callable[[int, str, Arguments], Awaitable[object]]
NEVER = frozenset({"setwebhook", "deletewebhook", "close", "logout"})
log = logging.getLogger(__name__)


async def carry_out(bot_id: int, outcome: Outcome, execute: Execute, files: Path) -> None:
    """Call the method that came with the answer, if one did and it may be called this way.

    What it uploads goes into `files`.
    """
    if not outcome.body.strip():
        return
    try:
        arguments = await _read(outcome, files)
        with tidying(arguments.uploads.values()):
            await _call(bot_id, arguments, execute)
    except ApiError as error:
        log.info("What bot %d called in its webhook's answer was refused: %s", bot_id, error.description)
    except Exception:
        log.exception("What bot %d called in its webhook's answer failed", bot_id)


async def _call(bot_id: int, arguments: Arguments, execute: Execute) -> None:
    method = arguments.text("method").lower()
    if method and method not in NEVER and not method.startswith("get"):
        await execute(bot_id, method, arguments)


async def _read(outcome: Outcome, files: Path) -> Arguments:
    """The answer's body, read as a call's would be."""
    length = str(len(outcome.body)).encode()
    headers = [(b"content-type", outcome.content_type.encode("latin-1", "replace")), (b"content-length", length)]
    scope = {"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": headers}

    async def receive() -> Message:
        return {"type": "http.request", "body": outcome.body}

    return await read_arguments(Request(scope, receive), files, MAX_REPLY)
