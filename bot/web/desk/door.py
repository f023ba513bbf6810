"""Who is let in to the desk, and which requests are really theirs."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.clock import Clock
from bot.rules.errors import Refusal
from bot.usecases.at_desk import AtDesk, DeskRules, at_desk
from bot.usecases.enter_desk import enter_desk, leave_desk
from bot.usecases.refuse import log_refusal
from bot.web.templates import draw
from storage.engine import Database

_COOKIE = "huiyin_desk"
_HERE = "/desk"
_SEE_OTHER, _FORBIDDEN = 303, 403
_MOST_BYTES = 20_000  # a thousand signs take nine each in a form

Page = Callable[[AtDesk, Request], Awaitable[Response]]
Act = Callable[[AtDesk, Request, FormData], Awaitable[str]]
"""Returns the page that comes next."""
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Door:
    database: Database
    rules: DeskRules
    clock: Clock
    public_url: str | None

    def page(self, page: Page) -> Endpoint:
        """What it shows a visitor; whoever is none is asked for a code."""

        async def endpoint(request: Request) -> Response:
            async with self.database.read() as session:
                turn = await at_desk(session, _key(request), self.rules, self.clock())
                if turn is None:
                    return draw("desk/enter.html", is_wrong=False)
                try:
                    return await page(turn, request)
                except Refusal as refusal:
                    return _refused(turn, refusal)

        return endpoint

    def act(self, act: Act) -> Endpoint:
        """One transaction, which a refusal undoes; its letters leave after it."""

        async def endpoint(request: Request) -> Response:
            fault = self._fault_of(request)
            if fault:
                return draw("desk/refused.html", _FORBIDDEN, notice=fault)
            form = await request.form()
            turn: AtDesk | None = None
            try:
                async with self.database.write() as session:
                    turn = await at_desk(session, _key(request), self.rules, self.clock())
                    to = await act(turn, request, form) if turn else _HERE
            except Refusal as refusal:
                return _refused(turn, refusal)
            self.database.letters.ring()
            return RedirectResponse(to, _SEE_OTHER)

        return endpoint

    def routes(self) -> list[Route]:
        return [
            Route(f"{_HERE}/enter", self._enter, methods=["POST"]),
            Route(f"{_HERE}/leave", self._leave, methods=["POST"]),
        ]

    async def _enter(self, request: Request) -> Response:
        fault = self._fault_of(request)
        if fault:
            return draw("desk/refused.html", _FORBIDDEN, notice=fault)
        said = str((await request.form()).get("code", ""))
        async with self.database.write() as session:
            key = await enter_desk(session, said, self.rules.policy, self.clock())
        if key is None:
            return draw("desk/enter.html", _FORBIDDEN, is_wrong=True)
        response = RedirectResponse(_HERE, _SEE_OTHER)
        lasts = int(self.rules.policy.desk.visit.total_seconds())
        is_https = (self.public_url or "").startswith("https:")
        response.set_cookie(_COOKIE, key, max_age=lasts, path=_HERE, secure=is_https, httponly=True, samesite="strict")
        return response

    async def _leave(self, request: Request) -> Response:
        async with self.database.write() as session:
            await leave_desk(session, _key(request))
        response = RedirectResponse(_HERE, _SEE_OTHER)
        response.delete_cookie(_COOKIE, path=_HERE)
        return response

    def _fault_of(self, request: Request) -> str | None:
        """Browsers say from which site a form was sent; another site's would act in the visitor's name. And whoever is
        not let in yet sends no more than a form holds."""
        own = {request.headers.get("host"), urlsplit(self.public_url or "").netloc} - {"", None}
        if urlsplit(request.headers.get("origin", "")).netloc not in own:
            return "another-site"
        length = request.headers.get("content-length", "")
        return None if length.isdigit() and int(length) <= _MOST_BYTES else "too-long"


def _key(request: Request) -> str:
    return request.cookies.get(_COOKIE, "")


def _refused(turn: AtDesk | None, refusal: Refusal) -> Response:
    if turn is not None:
        log_refusal(turn, refusal)
    return draw("desk/refused.html", _FORBIDDEN, notice=refusal.notice)
