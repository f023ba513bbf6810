"""SQLite's one writer, without a hop to another thread for each statement."""

import sqlite3
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import aiosqlite

P = ParamSpec("P")
T = TypeVar("T")
_BEGIN = "BEGIN"


class _Writer(aiosqlite.Connection):
    """Runs statements in the thread of the event loop: the way to the connection's own thread and back costs more than
    they do. Beginning, which may wait for another process, and ending, which waits for the disk, go that way still."""

    async def _execute(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if self._connection is None or self._may_wait(fn, args):
            result: T = await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]
            return result
        return fn(*args, **kwargs)

    def _may_wait(self, fn: Callable[..., object], args: tuple[object, ...]) -> bool:
        ends = (self._conn.commit, self._conn.rollback, self._conn.close)
        return fn in ends or (bool(args) and str(args[0]).startswith(_BEGIN))


def connect_writer(database: str, **options: Any) -> aiosqlite.Connection:  # noqa: ANN401 sqlite3's own
    """As `aiosqlite.connect`; whoever awaits it has the connection. It must not be used by two tasks at a time."""
    options |= {"check_same_thread": False}  # one thread at a time it is, since each is awaited
    writer = _Writer(lambda: sqlite3.connect(database, **options), iter_chunk_size=64)
    writer._thread.daemon = True  # noqa: SLF001 as SQLAlchemy has it for the connections that it makes
    return writer
