"""The operator's calls: who may make them, what they bring, and how they are refused."""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.chatserver.errors import ApiError
from bot.chatserver.models import Json
from bot.chatserver.parts import Parts
from bot.chatserver.phones.bodies import read_body
from bot.chatserver.phones.refusals import Refusal, json_answer
from bot.chatserver.phones.visit import parts_of
from bot.chatserver.store import Transaction


@dataclass(frozen=True)
class Order:
    """One call of the operator, inside its transaction."""

    tx: Transaction
    parts: Parts
    path: Mapping[str, Any]
    query: Mapping[str, str]
    body: Json

    def text(self, name: str) -> str:
        """A text that must be there.

        :raises Refusal: it is not.
        """
        value = self.body.get(name)
        if not isinstance(value, str) or not value.strip():
            raise Refusal(400, f"{name!r} must be a text that is not empty.")
        return value.strip()

    def optional_text(self, name: str) -> str | None:
        return self.text(name) if self.body.get(name) is not None else None

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        return one_of(self.body, name, allowed)

    def integer(self, name: str) -> int:
        value = self.body.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**62:
            raise Refusal(400, f"{name!r} must be a whole number.")
        return value


Action = Callable[[Order], Json]


def operator_call(action: Action, *, faults: bool = False) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint for the operator alone. With `faults` it is there only while fault injection is switched on."""

    async def endpoint(request: Request) -> Response:
        try:
            parts = _admit(request, faults=faults)
            body = await read_body(request)
            order = (parts, request.path_params, request.query_params, body)
            return json_answer(await parts.store.run(lambda tx: action(Order(tx, *order))))
        except Refusal as refusal:
            return refusal.response()
        except ApiError as error:
            return json_answer({"error": error.description}, error.code)

    return endpoint


def _admit(request: Request, *, faults: bool) -> Parts:
    """Let the operator in.

    :raises Refusal: 404 while the door is off, 401 without its token.
    """
    parts = parts_of(request)
    expected = parts.config.admin_token
    if not expected or (faults and not parts.config.faults):
        raise Refusal(404, "Not found.")
    given = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    if not secrets.compare_digest(given.encode(), expected.encode()):
        raise Refusal(401, "Send the operator's token as 'Authorization: Bearer <token>'.")
    return parts


def one_of(body: Json, name: str, allowed: tuple[str, ...]) -> str:
    """:raises Refusal: the value is another."""
    value = body.get(name)
    if value not in allowed:
        raise Refusal(400, f"{name!r} must be one of {', '.join(allowed)}.")
    return str(value)
