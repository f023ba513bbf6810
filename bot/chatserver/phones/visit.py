"""A call from a phone: who it is, what it brings, and the one transaction in which it is answered."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from bot.chatserver.errors import ApiError
from bot.chatserver.models import Json, Phone
from bot.chatserver.parts import Parts
from bot.chatserver.phones.bodies import has_files, read_body, read_files
from bot.chatserver.phones.refusals import Refusal, in_plain_words, json_answer
from bot.chatserver.phones.sessions import PHONE_LIFETIME, find_phone, renew
from bot.chatserver.store import Transaction
from bot.chatserver.uploads import Upload, tidying

COOKIE = "phone"


@dataclass(frozen=True)
class Visit:
    """One call of a signed-in phone, inside its transaction."""

    tx: Transaction
    phone: Phone
    parts: Parts
    path: Mapping[str, Any]
    query: Mapping[str, str]
    body: Json
    uploads: Sequence[Upload] = ()

    @property
    def user_id(self) -> int:
        return self.phone.user_id


Action = Callable[[Visit], Json]


def phone_call(action: Action) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that does the action for the phone that calls."""

    async def endpoint(request: Request) -> Response:
        try:
            token = token_of(request)
            body, uploads = await _read(request, token)
            with tidying(uploads):
                answer, renewed = await _run(request, token, action, body, uploads)
        except Refusal as refusal:
            return refusal.response()
        response = json_answer(answer)
        if renewed:
            give_cookie(request, response, request.path_params["phone"], token)
        return response

    return endpoint


async def visit_once(request: Request, action: Action) -> Json:
    """What the action answers to the phone that calls, without a body and without renewing anything.

    :raises Refusal: the phone is not signed in, or what the action refuses.
    """
    answer, _ = await _run(request, token_of(request), action, {})
    return answer


async def _read(request: Request, token: str) -> tuple[Json, Sequence[Upload]]:
    if not has_files(request):
        return await read_body(request), ()
    # Nobody unknown may fill the disk, not even for a moment.
    await parts_of(request).store.run(lambda tx: _signed_in(tx, request, token))
    return await read_files(request, parts_of(request).config)


def _signed_in(tx: Transaction, request: Request, token: str) -> Phone:
    phone = find_phone(tx, request.path_params["phone"], token)
    if phone is None:
        raise Refusal(401, SIGNED_OUT)
    return phone


async def _run(
    request: Request, token: str, action: Action, body: Json, uploads: Sequence[Upload] = ()
) -> tuple[Json, bool]:
    parts = parts_of(request)

    def job(tx: Transaction) -> tuple[Json, bool]:
        phone = _signed_in(tx, request, token)
        renewed = renew(tx, phone)
        return action(Visit(tx, phone, parts, request.path_params, request.query_params, body, uploads)), renewed

    try:
        return await parts.store.run(job)
    except ApiError as error:
        raise in_plain_words(error) from None


SIGNED_OUT = "这部手机没有登录。请向村里要一个新的登录链接。"


def token_of(connection: HTTPConnection) -> str:
    """The phone's token. A browser's cookie counts only for calls that our own pages make.

    :raises Refusal: there is none, or another site's page makes the call.
    """
    scheme, _, bearer = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and bearer:
        return bearer.strip()
    cookie = connection.cookies.get(COOKIE)
    if not cookie:
        raise Refusal(401, SIGNED_OUT)
    if connection.scope["type"] == "websocket" or connection.scope["method"] not in {"GET", "HEAD"}:
        require_own_page(connection, strictly=True)
    return cookie


def require_own_page(connection: HTTPConnection, *, strictly: bool) -> None:
    """Refuse what another site's page sends in a person's name. Programs send no Origin, unless `strictly`."""
    origin = connection.headers.get("origin")
    if origin is None and not strictly:
        return
    parts = parts_of(connection)
    own = {connection.headers.get("host"), urlsplit(parts.config.public_url).netloc}
    if origin is None or urlsplit(origin).netloc not in own:
        raise Refusal(403, "这个请求不是从手机页面来的,没有照办。")


def parts_of(connection: HTTPConnection) -> Parts:
    parts: Parts = connection.app.state.parts
    return parts


def give_cookie(connection: HTTPConnection, response: Response, phone_id: str, token: str) -> None:
    parts = parts_of(connection)
    response.set_cookie(
        COOKIE,
        token,
        max_age=PHONE_LIFETIME,
        path=f"/phone/{phone_id}/",
        secure=parts.config.public_url.startswith("https:"),
        httponly=True,
        samesite="strict",
    )
