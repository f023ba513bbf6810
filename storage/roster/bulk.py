"""Very many rows at once, in the transaction at hand: COPY on PostgreSQL, prepared inserts on SQLite."""

from collections.abc import Callable, Sequence
from typing import Any

from psycopg import AsyncConnection, sql
from sqlalchemy import Table, bindparam, insert, update

from storage.engine import Session
from storage.models import Base

BATCH = 10_000

Tell = Callable[[int], None]  # how many rows more are written


async def add_rows(
    session: Session, model: type[Base], columns: Sequence[str], rows: Sequence[tuple[Any, ...]], tell: Tell
) -> None:
    """Inserts the rows, whose values stand in the order of `columns`."""
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        if session.get_bind().dialect.name == "postgresql":
            await _copy(session, _table(model), columns, batch)
        else:
            named = [dict(zip(columns, row, strict=True)) for row in batch]
            await session.execute(insert(_table(model)), named)
        tell(len(batch))


async def record_rows(
    session: Session, model: type[Base], rows: Sequence[dict[str, Any]], tell: Tell = lambda _: None
) -> None:
    """Updates the row with the key `id` of each; all rows set the same columns."""
    table = _table(model)
    for start in range(0, len(rows), BATCH):
        batch = [{f"new_{name}": value for name, value in row.items()} for row in rows[start : start + BATCH]]
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
        statement = update(table).where(table.c.id == bindparam("new_id")).values(columns)
        await session.execute(statement, batch)
        tell(len(batch))


async def _copy(session: Session, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    connection = (await (await session.connection()).get_raw_connection()).driver_connection
    assert isinstance(connection, AsyncConnection)  # noqa: S101 the engine was made with psycopg
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
    async with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            await copy.write_row(row)


def _table(model: type[Base]) -> Table:
    assert isinstance(model.__table__, Table)  # noqa: S101 mapped classes here have tables of their own
    return model.__table__
