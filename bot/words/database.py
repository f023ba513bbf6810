"""One piece of work in the county's database, for a verb of the terminal."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from rich.console import Console

from storage.engine import Session, in_one_session
from storage.migrate import upgrade

_Result = TypeVar("_Result")
_Work = Callable[[Session], Awaitable[_Result]]


def read(url: str, work: _Work[_Result]) -> _Result:
    """Raises DatabaseDown."""
    upgrade(url)
    return asyncio.run(in_one_session(url, work, writes=False))


def write(url: str, work: _Work[_Result]) -> _Result:
    """All of it or nothing. Raises DatabaseDown."""
    upgrade(url)
    return asyncio.run(in_one_session(url, work))


def terminal() -> Console:
    """Lines as they are, however narrow it is: they are searched more often than read."""
    return Console(highlight=False, markup=False, soft_wrap=True)
