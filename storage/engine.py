"""One database of either engine, as two doors: `write` and `read`."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

from sqlalchemy import make_url
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoFreeConnection
from sqlalchemy.ext.asyncio import AsyncSession as Session
from sqlalchemy.ext.asyncio import async_sessionmaker

from bot.rules.errors import Problem
from storage import connections
from storage.bell import Bell
from storage.wire import Wire

__all__ = ["Database", "DatabaseDown", "Session", "in_one_session"]

_Result = TypeVar("_Result")


class DatabaseDown(Problem):
    """The database does not answer. The transaction changed nothing; trying again may help."""

    def __init__(self, name: str, cause: str) -> None:
        super().__init__(
            f"The database {name} does not answer ({cause}). Check HUIYIN_DATABASE_URL, and that the database runs."
        )


class Database:
    """Connects when first needed. `arrivals`, `letters` and `media` are rung by whoever has committed such rows."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._writer, self._reader = connections.engines(self._url)
        self._write = async_sessionmaker(self._writer, expire_on_commit=False)
        self._read = async_sessionmaker(self._reader, expire_on_commit=False)
        self.arrivals = Bell()
        self.letters = Bell()
        self.media = Bell()
        bells = {"arrivals": self.arrivals, "letters": self.letters, "media": self.media}
        self._wire = Wire(self._url, bells) if self._url.get_backend_name() == "postgresql" else None

    @property
    def name(self) -> str:
        """Which database, without the user's name and password."""
        return self._url.set(username=None, password=None).render_as_string()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Session]:
        """One transaction: committed at the end, undone by any exception. Raises DatabaseDown."""
        with self._in_a_sentence():
            async with self._write.begin() as session:
                yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Session]:
        """A view that changes nothing; on SQLite it never waits for the writer. Raises DatabaseDown."""
        with self._in_a_sentence():
            async with self._read.begin() as session:
                yield session

    async def carry_rings(self) -> None:
        """Hear what other processes ring, and have them hear us, until cancelled. Nothing to do on SQLite, where
        whoever rings and whoever waits are one process."""
        if self._wire is not None:
            await self._wire.carry()

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()

    @contextmanager
    def _in_a_sentence(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, InterfaceError, NoFreeConnection) as error:
            cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
            raise DatabaseDown(self.name, cause) from error


async def in_one_session(url: str, work: Callable[[Session], Awaitable[_Result]], *, writes: bool = True) -> _Result:
    """One transaction of a command that needs no more of the database. Raises DatabaseDown."""
    database = Database(url)
    try:
        async with database.write() if writes else database.read() as session:
            return await work(session)
    finally:
        await database.close()
