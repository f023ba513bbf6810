"""The store: one connection, one transaction for everything that waits, no job beside another.

A job is a plain function of a `Transaction`. The jobs that came in during one turn of the event loop run one after the
other, each in a savepoint, and are committed together; their callers get their results after the commit, so whatever
anybody was told is on disk. Nothing here is awaited between a job's first and last line: there are no races to
think of, and group commit comes by itself under load.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.orm import Session

from bot.chatserver.clock import Clock
from bot.chatserver.models import Base, Bot, Chat, Member, Topic, User
from bot.chatserver.signals import Signals

T = TypeVar("T")
HOT = (User, Bot, Chat, Member, Topic)
RECENT = 10_000
log = logging.getLogger(__name__)


@dataclass
class Transaction:
    """One job's hold of the world: the session, the time (Unix seconds), and whom to wake after the commit."""

    session: Session
    now: int
    wake: set[str] = field(default_factory=set)


@dataclass
class _Waiting:
    job: Callable[[Transaction], Any]
    future: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None


class StoreOutdated(Exception):
    """The tables are not those of this version; the message says what is missing and what to do."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(
            f"The chat server's store was made by another version: it lacks {', '.join(missing)}. "
            "Set HUIYIN_CHAT_DATABASE_URL to a new store, or go back to the version that made this one."
        )


class Store:
    """Runs jobs. `open` creates missing tables; `close` waits for nothing, since nothing is ever left half done."""

    def __init__(self, url: str, clock: Clock, signals: Signals) -> None:
        self._url = url
        self._clock = clock
        self._signals = signals
        self._waiting: list[_Waiting] = []

    def open(self) -> None:
        """:raises StoreOutdated: the tables that are there are not those of this version."""
        self._engine = _engine(self._url)
        Base.metadata.create_all(self._engine)
        _check_tables(self._engine)
        self._session = Session(self._engine, expire_on_commit=False)
        recent: deque[Base] = deque(maxlen=RECENT)

        def remember(_session: Session, row: Base) -> None:
            if isinstance(row, HOT):
                recent.append(row)

        # The session holds rows weakly; held here, who somebody is and what chat it is cost no query.
        for loaded in ("loaded_as_persistent", "pending_to_persistent"):
            event.listen(self._session, loaded, remember)

    def close(self) -> None:
        self._session.close()
        self._engine.dispose()

    async def run(self, job: Callable[[Transaction], T]) -> T:
        """The job's result, once it is committed. An exception of the job undoes that job alone and is raised here."""
        loop = asyncio.get_running_loop()
        waiting = _Waiting(job, loop.create_future())
        if not self._waiting:
            loop.call_soon(self._turn)
        self._waiting.append(waiting)
        result: T = await waiting.future
        return result

    def look(self, job: Callable[[Transaction], T]) -> T:
        """The result of a job that changes nothing, at once."""
        result = job(Transaction(self._session, int(self._clock.now())))
        self._session.commit()
        return result

    def _turn(self) -> None:
        batch, self._waiting = self._waiting, []
        wake: set[str] = set()
        try:
            for waiting in batch:
                wake |= self._attempt(waiting)
            self._session.commit()
        except Exception as error:
            self._session.rollback()
            log.exception("The chat server's store could not commit; %d requests were undone", len(batch))
            _fail(batch, error)
            return
        _settle(batch)
        self._signals.send(wake)

    def _attempt(self, waiting: _Waiting) -> set[str]:
        transaction = Transaction(self._session, int(self._clock.now()))
        try:
            with self._session.begin_nested():
                waiting.result = waiting.job(transaction)
        except Exception as error:  # noqa: BLE001 -- told to this job's caller alone
            waiting.error = error
            return set()
        return transaction.wake


def _settle(batch: Iterable[_Waiting]) -> None:
    for waiting in batch:
        if waiting.future.done():
            continue
        if waiting.error is None:
            waiting.future.set_result(waiting.result)
        else:
            waiting.future.set_exception(waiting.error)


def _fail(batch: Iterable[_Waiting], error: Exception) -> None:
    for waiting in batch:
        waiting.error = waiting.error or error
    _settle(batch)


def _check_tables(engine: Engine) -> None:
    found = inspect(engine)
    missing = [
        f"{name}.{column.name}"
        for name, table in Base.metadata.tables.items()
        for column in table.columns
        if column.name not in {each["name"] for each in found.get_columns(name)}
    ]
    if missing:
        raise StoreOutdated(missing)


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(url, pool_size=1, max_overflow=0)
    if database := make_url(url).database:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 -- the driver's own connection
    # The driver would otherwise start transactions by itself, too late for savepoints.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
