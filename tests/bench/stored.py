"""A county with any number of stored appeals, invented by seeds and loaded in bulk; only their words mean something."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

from psycopg.types.json import Json
from sqlalchemy import Connection, Engine, Table, create_engine, make_url, text

from storage.models import Account, Appeal, AppealKeyword, Base, Grid, Household

NOW = datetime(2026, 11, 27, 4, tzinfo=UTC)
TOWNSHIPS, AREAS, VILLAGES, HOMES = 20, 135, 1_040, 10_400
_FIRST_AREA, _FIRST_VILLAGE = 2 + TOWNSHIPS, 2 + TOWNSHIPS + AREAS
_AT_ONCE = 50_000
_VOCABULARY = 20_000
_WORDS = 6
_COMMONEST = "词0"
_SHARE = 0.4  # of all appeals hold the commonest word
_RECENT = 0.3  # the newest are open or answered lately, the others long closed
_WEIGHTS = list(accumulate(1 / rank for rank in range(1, _VOCABULARY)))  # as words of a language are: Zipf's law

Row = Sequence[Any]


def village_of(home: int) -> int:
    return _FIRST_VILLAGE + home % VILLAGES


def words_of(dice: random.Random, many: int) -> list[str]:
    """None twice, rare and common."""
    ranks = dice.choices(range(1, _VOCABULARY), cum_weights=_WEIGHTS, k=many)
    return list(dict.fromkeys([f"词{rank}" for rank in ranks]))


def question(dice: random.Random) -> list[str]:
    """The words of one more appeal, the commonest among them."""
    return [_COMMONEST, *words_of(dice, _WORDS + 1)]


@dataclass
class Stored:
    """What stands in one database so far. The two indexes that are asked are built after each load."""

    url: str
    appeals: int = 0

    def grow(self, to: int) -> None:
        engine = create_engine(make_url(self.url.replace("postgresql://", "postgresql+psycopg://")))
        asked = _table(AppealKeyword).indexes
        with engine.begin() as connection:
            if not self.appeals:
                _settle(connection)
            for index in asked:
                index.drop(connection)
            for first in range(self.appeals + 1, to + 1, _AT_ONCE):
                numbers = range(first, min(first + _AT_ONCE, to + 1))
                load(connection, Appeal, _appeals(numbers, to))
                load(connection, AppealKeyword, _keywords(numbers))
            for index in asked:
                index.create(connection)
        self.appeals = to
        settle_down(engine)


def settle_down(engine: Engine) -> None:
    """What autovacuum does within a minute."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE" if engine.dialect.name == "postgresql" else "ANALYZE"))
    engine.dispose()


def _settle(connection: Connection) -> None:
    load(connection, Grid, grids())
    load(connection, Household, ({"id": n, "code": f"H{n}", "grid_id": village_of(n), **HOME} for n in _homes()))
    load(connection, Account, [{"id": 1, "bot_id": 1, "user_id": 1, "chat_id": 1, "first_seen": NOW, "last_seen": NOW}])


HOME = {"head": "x", "members": 3, "address": "1组"}


def _homes() -> range:
    return range(1, HOMES + 1)


def grids() -> Iterator[dict[str, Any]]:
    yield _grid(1, "county", None)
    for n in range(TOWNSHIPS):
        yield _grid(2 + n, "township", 1)
    for n in range(AREAS):
        yield _grid(_FIRST_AREA + n, "area", 2 + n % TOWNSHIPS)
    for n in range(VILLAGES):
        yield _grid(_FIRST_VILLAGE + n, "village", _FIRST_AREA + n % AREAS)


def _grid(key: int, level: str, parent: int | None) -> dict[str, Any]:
    return {
        "id": key,
        "code": f"G{key}",
        "name": f"G{key}",
        "level": level,
        "parent_id": parent,
        "short_name": f"G{key}",
    }


def _appeals(numbers: Iterable[int], all_of: int) -> Iterator[dict[str, Any]]:
    for number in numbers:
        is_recent = number > all_of * (1 - _RECENT)
        is_open = is_recent and number % 3 == 0
        home, filed = 1 + number % HOMES, NOW - timedelta(days=80 if is_recent else 400)
        yield {
            "id": number,
            "series": "x",
            "number": number,
            "household_id": home,
            "grid_id": village_of(home),
            "account_id": 1,
            "category": "other",
            "keywords": [],
            "title": "x",
            "urgency": "ordinary",
            "is_private": False,
            "status": "filed" if is_open else "answered" if is_recent else "closed",
            "level": "village",
            "holder_grid_id": village_of(home),
            "due_at": NOW,
            "epoch": 1,
            "filed_at": filed,
            "card_not_before": filed,
            "answered_at": None if is_open else filed,
        }


def _keywords(numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
    for number in numbers:
        dice = random.Random(number)
        words = words_of(dice, _WORDS)
        if dice.random() < _SHARE:
            words.append(_COMMONEST)
        area = _FIRST_AREA + (1 + number % HOMES) % VILLAGES % AREAS
        for word in words:
            yield {"appeal_id": number, "word": word, "area_id": area}


def load(connection: Connection, model: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    """By COPY, or by one prepared statement."""
    table = _table(model)
    listed = list(rows)
    if connection.dialect.name == "sqlite":
        connection.execute(table.insert(), listed)
        return
    columns = list(listed[0])
    names = ", ".join(columns)
    kinds = {name: table.c[name].type.bind_processor(connection.dialect) for name in columns}
    with connection.connection.cursor() as cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:  # type: ignore[attr-defined]
        for row in listed:
            copy.write_row([_written(kinds[name], row[name]) for name in columns])


def _written(kind: Callable[[Any], Any] | None, value: Any) -> Any:
    return Json(value) if isinstance(value, dict) else kind(value) if kind else value


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table
