"""How each engine is connected to.

SQLite: one writer connection, whose transactions begin IMMEDIATE so that none fails half way for want of the
lock, and a pool of readers that never waits for it (WAL). PostgreSQL: one pool for both.
Errors, which are logged, do not show the parameters, which are what people wrote.
"""

import psycopg
from sqlalchemy import URL, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage import direct_sqlite

_SQLITE_READERS = 4
_SQLITE_LOCK_SECONDS = 30
_POSTGRESQL_POOL = 10


def engines(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """The writer and the reader; on PostgreSQL they are the same."""
    if url.get_backend_name() == "sqlite":
        writer = _sqlite(url.set(drivername=direct_sqlite.DRIVER), 1, "synchronous=FULL")
        reader = _sqlite(url.set(drivername="sqlite+aiosqlite"), _SQLITE_READERS, "query_only=ON")
        event.listen(reader.sync_engine, "begin", _begin)
        return writer, reader
    both = _postgresql(url)
    return both, both


def _postgresql(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=_POSTGRESQL_POOL,
        pool_pre_ping=True,
        hide_parameters=True,
        # Prepared statements break behind a pooler in transaction mode (pgbouncer before 1.21).
        connect_args={"prepare_threshold": None},
    )
    event.listen(engine.sync_engine, "handle_error", _leave_out_values)
    return engine


def _leave_out_values(context: ExceptionContext) -> None:
    """The server's detail shows the row that it refuses, and with it what people wrote."""
    refused, told = context.original_exception, context.sqlalchemy_exception
    if isinstance(refused, psycopg.Error) and refused.diag.message_detail and told is not None:
        refused.args = (refused.diag.message_primary,)
        told.args = (f"({type(refused).__name__}) {refused.diag.message_primary}",)


def _sqlite(url: URL, connections: int, pragma: str) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"timeout": _SQLITE_LOCK_SECONDS},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        cursor = connection.cursor()
        for one in ("journal_mode=WAL", "foreign_keys=ON", pragma):
            cursor.execute(f"PRAGMA {one}")
        cursor.close()

    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
