"""A county with any number of open appeals, a part of them overdue at their cadres; everybody has a phone."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import create_engine, make_url

from storage.models import (
    Account,
    Appeal,
    AppealEvent,
    ContactLink,
    Grid,
    GridLead,
    Household,
    HouseholdMember,
    Official,
    OfficialAccount,
)
from tests.bench.stored import HOME, HOMES, NOW, grids, load, settle_down, village_of

_HOMES_OF_A_CADRE = 30
_CADRES = HOMES // _HOMES_OF_A_CADRE + 1
_AT_ONCE = 50_000
_FILED, _LATER = NOW - timedelta(days=8), NOW + timedelta(days=3)


def store(url: str, appeals: int, due: int) -> None:
    """The overdue ones are spread over the county, and came due a minute ago."""
    engine = create_engine(make_url(url.replace("postgresql://", "postgresql+psycopg://")))
    with engine.begin() as connection:
        all_grids = list(grids())
        for model, rows in _people(all_grids).items():
            load(connection, model, rows)
        first_author = _CADRES + len(all_grids)
        for first in range(1, appeals + 1, _AT_ONCE):
            numbers = range(first, min(first + _AT_ONCE, appeals + 1))
            load(connection, Appeal, (_appeal(n, first_author, is_due=n % (appeals // due) == 0) for n in numbers))
            load(connection, AppealEvent, (_filed(n) for n in numbers))
    settle_down(engine)


def _people(all_grids: Sequence[dict[str, Any]]) -> dict[type[Any], Iterator[dict[str, Any]]]:
    """The first officials are cadres, the others lead a grid each; then come the households."""
    leads = {_CADRES + place: grid["id"] for place, grid in enumerate(all_grids, start=1)}
    officials, homes = range(1, _CADRES + len(leads) + 1), range(1, HOMES + 1)
    since = {"since": _FILED}
    return {
        Grid: iter(all_grids),
        Official: ({"id": n, "no": f"{n}", "name": "孙兆龙", "unit": "x", "post": "x"} for n in officials),
        Household: ({"id": n, "code": f"H{n}", "grid_id": village_of(n), **HOME} for n in homes),
        Account: (_account(n) for n in range(1, len(officials) + HOMES + 1)),
        GridLead: ({"id": n, "grid_id": grid, "official_id": n, "rank": 1, **since} for n, grid in leads.items()),
        ContactLink: ({"id": n, "household_id": n, "official_id": cadre_of(n), **since} for n in homes),
        OfficialAccount: ({"id": n, "official_id": n, "account_id": n, **since} for n in officials),
        HouseholdMember: (
            {"id": n, "household_id": n, "account_id": len(officials) + n, "name": "x", **since} for n in homes
        ),
    }


def cadre_of(home: int) -> int:
    return 1 + home // _HOMES_OF_A_CADRE


def _account(n: int) -> dict[str, Any]:
    return {"id": n, "bot_id": 1, "user_id": n, "chat_id": n, "first_seen": _FILED, "last_seen": _FILED}


def _appeal(number: int, first_author: int, *, is_due: bool) -> dict[str, Any]:
    home = 1 + number % HOMES
    moment = NOW - timedelta(minutes=1) if is_due else _LATER
    return {
        "id": number,
        "series": "x",
        "number": number,
        "household_id": home,
        "grid_id": village_of(home),
        "account_id": first_author + home,
        "category": "other",
        "keywords": [],
        "title": "x",
        "urgency": "ordinary",
        "is_private": False,
        "status": "accepted",
        "level": "cadre",
        "holder_official_id": cadre_of(home),
        "due_at": moment,
        "look_at": moment,
        "epoch": 2,
        "filed_at": _FILED,
        "card_not_before": _FILED,
    }


def _filed(number: int) -> dict[str, Any]:
    return {
        "appeal_id": number,
        "at": _FILED,
        "action": "file",
        "actor": "author",
        "status": "filed",
        "level": "cadre",
        "to_official_id": cadre_of(1 + number % HOMES),
        "is_told": False,
        "data": {},
    }
