"""The county's promises to its households, kept or not: public matters only, without anybody's words or number."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.clock import Clock
from bot.rules.calendar import day_of
from bot.rules.commitments import Kept
from bot.rules.terms import Policy
from bot.web.templates import draw
from storage.commitments import Listed, count_public_commitments, list_public_commitments
from storage.engine import Database

_A_PAGE = 30
_COUNTED = timedelta(days=365)


@dataclass(frozen=True)
class Count:
    """`name` None: the grids. `over`: those that are kept or late."""

    name: str | None
    kept: int
    over: int
    open: int
    withdrawn: int


@dataclass(frozen=True)
class Entry:
    """`village` is empty where it is about a person's own affairs."""

    by: str
    head: str | None
    category: str
    village: str
    day: str
    state: Kept


def routes(database: Database, policy: Policy, clock: Clock) -> list[Route]:
    async def commitments(request: Request) -> Response:
        """`before` is the entry that the page before ended with."""
        before = request.query_params.get("before", "")
        before_id = int(before) if before.isascii() and before.isdigit() and len(before) < len("9" * 18) else None
        now = clock()
        async with database.read() as session:
            counts = await count_public_commitments(session, now - _COUNTED, now)
            found = await list_public_commitments(session, now, _A_PAGE + 1, before_id)
        shown = found[:_A_PAGE]
        older = shown[-1].id if len(found) > _A_PAGE else None
        return draw("commitments.html", counts=_counts(counts), entries=_entries(shown, policy), older=older)

    return [Route("/commitments", commitments)]


def _counts(counts: Sequence[tuple[str | None, Counter[Kept]]]) -> list[Count]:
    return [
        Count(name, of[Kept.KEPT], of[Kept.KEPT] + of[Kept.LATE], of[Kept.OPEN], of[Kept.WITHDRAWN])
        for name, of in counts
    ]


def _entries(listed: Sequence[Listed], policy: Policy) -> list[Entry]:
    return [_entry(one, policy) for one in listed]


def _entry(one: Listed, policy: Policy) -> Entry:
    """Whom it is about could be guessed in a small village, so of a person's own affairs it is not named."""
    category = policy.categories.get(one.category)
    is_personal = category is None or category.is_personal
    return Entry(
        by=one.by,
        head=one.head,
        category=category.name if category else one.category,
        village="" if is_personal else one.village,
        day=f"{day_of(one.due_at):%Y-%m-%d}",
        state=one.state,
    )
