"""SQLite's one writer, in the thread of the event loop: the way to another thread and back, and the objects that make
it look like waiting, cost more than most statements do."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import URL, AsyncAdaptedQueuePool, Pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.util.concurrency import await_, in_greenlet

DRIVER = "sqlite+direct"


class _Cursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """As SQLAlchemy asks of those that wait."""


class Writer(sqlite3.Connection):
    """Beginning, which may wait for another process, and ending, which waits for the disk, do so in a thread of their
    own, in that order whatever becomes of whoever waits for them."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 sqlite3's own
        super().__init__(*args, **options)
        self._thread = ThreadPoolExecutor(1, "sqlite writer")

    def cursor(self) -> sqlite3.Cursor:  # type: ignore[override]
        return super().cursor(_Cursor)

    def begin(self) -> None:
        self._elsewhere(self.execute, "BEGIN IMMEDIATE")

    def commit(self) -> None:
        self._elsewhere(super().commit)

    def rollback(self) -> None:
        self._elsewhere(super().rollback)

    def close(self) -> None:
        self._elsewhere(super().close)
        self._thread.shutdown(wait=False)

    def _elsewhere(self, do: Callable[..., object], *args: object) -> None:
        if in_greenlet():
            await_(asyncio.get_running_loop().run_in_executor(self._thread, do, *args))
        else:  # forgotten, and picked up by the garbage collector
            self._thread.submit(do, *args)


class DirectDialect(SQLiteDialect_pysqlite):
    """Looks asynchronous to SQLAlchemy."""

    driver = "direct"
    supports_statement_cache = True
    is_async = True
    has_terminate = True

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:  # noqa: ARG003 the base class's signature
        return AsyncAdaptedQueuePool

    def connect(self, *args: Any, **options: Any) -> DBAPIConnection:  # noqa: ANN401
        return super().connect(*args, **options, factory=Writer)

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        dbapi_connection.begin()


registry.register("sqlite.direct", __name__, DirectDialect.__name__)
