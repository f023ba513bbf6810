"""One piece of work in the county's database, for a verb of the terminal."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from rich.console import Console

from storage.engine import Database, Session
from storage.migrate import upgrade

_Result = TypeVar("_Result")
_Work = Callable[[Session], Awaitable[_Result]]


def read(url: str, work: _Work[_Result]) -> _Result:
    """Raises DatabaseDown."""
    upgrade(url)
    return asyncio.run(_in_session(url, work, writes=False))


def write(url: str, work: _Work[_Result]) -> _Result:
    """All of it or nothing. Raises DatabaseDown."""
    upgrade(url)
    return asyncio.run(_in_session(url, work, writes=True))


async def _in_session(url: str, work: _Work[_Result], *, writes: bool) -> _Result:
    database = Database(url)
    try:
        async with database.write() if writes else database.read() as session:
            return await work(session)
    finally:
        await database.close()


def terminal() -> Console:
    """Lines as they are, however narrow it is: they are searched more often than read."""
    return Console(highlight=False, markup=False, soft_wrap=True)
