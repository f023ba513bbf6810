"""A village's echo wall: what was said, what was answered, newest first. Nothing on it needs a script."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.rules.calendar import day_of
from bot.rules.terms import Policy
from storage.echoes import list_wall
from storage.engine import Database
from storage.grids import find_village
from storage.models import Echo
from storage.wall import count_wall

_A_PAGE = 30
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
)


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
                return _page("wall_unknown.html", 404)
            echoes = await list_wall(session, village.id, _A_PAGE + 1, before_id)
            counts = await count_wall(session, village.id)
        shown = echoes[:_A_PAGE]
        older = shown[-1].id if len(echoes) > _A_PAGE else None
        return _page("wall.html", village=village, entries=_entries(shown, policy), counts=counts, older=older)

    return [Route("/wall/{village}", wall)]


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


def _page(template: str, status: int = 200, **data: object) -> HTMLResponse:
    """Kept nowhere: what is withdrawn must be gone with the next look."""
    page = _TEMPLATES.get_template(template).render(**data)
    return HTMLResponse(page, status, {"Cache-Control": "no-store"})
