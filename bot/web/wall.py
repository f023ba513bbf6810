"""A village's echo wall: what was said, what was answered, newest first. Nothing on it needs a script."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.rules.calendar import day_of
from bot.rules.terms import Policy
from bot.web.templates import draw
from storage.echoes import list_wall
from storage.engine import Database
from storage.grids import find_village
from storage.models import Echo
from storage.wall import count_wall

_A_PAGE = 30


@dataclass(frozen=True)
class Entry:
    day: str
    category: str
    outcome: str
    words: str
    answer: str


def routes(database: Database, policy: Policy) -> list[Route]:
    async def wall(request: Request) -> Response:
        """By the village's code or short name; `before` is the entry that the page before ended with."""
        before = request.query_params.get("before", "")
        before_id = int(before) if before.isascii() and before.isdigit() and len(before) < len("9" * 18) else None
        async with database.read() as session:
            village = await find_village(session, request.path_params["village"])
            if village is None:
                return draw("wall_unknown.html", 404)
            echoes = await list_wall(session, village.id, _A_PAGE + 1, before_id)
            counts = await count_wall(session, village.id)
        shown = echoes[:_A_PAGE]
        older = shown[-1].id if len(echoes) > _A_PAGE else None
        return draw("wall.html", village=village, entries=_entries(shown, policy), counts=counts, older=older)

    async def look_up(request: Request) -> Response:
        """What the home page's field asks for: people say 村, and short names leave it out."""
        village = request.query_params.get("village", "").strip().removesuffix("村")
        return RedirectResponse(f"/wall/{quote(village, safe='')}" if village else "/", status_code=303)

    return [Route("/wall", look_up), Route("/wall/{village}", wall)]


def _entries(echoes: Sequence[Echo], policy: Policy) -> list[Entry]:
    return [
        Entry(
            day=f"{day_of(echo.shown_at or echo.preview_at):%Y-%m-%d}",
            category=policy.categories[echo.category].name if echo.category in policy.categories else echo.category,
            outcome=echo.outcome,
            words=echo.words,
            answer=echo.answer,
        )
        for echo in echoes
    ]
