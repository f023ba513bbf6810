"""One active courier, clock and poller, however many processes share a database."""

import asyncio
import logging
import os
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from bot.clock import Clock
from storage.engine import Database, DatabaseDown, Session
from storage.leases import claim_lease, release_lease

log = logging.getLogger(__name__)

_RENEW_SECONDS = 3.0


class Lease:
    """What this process may do while it holds the lease of that name. The clock must be a true one."""

    def __init__(self, name: str, clock: Clock) -> None:
        self.name = name
        self._clock = clock
        self._holder = f"{_machine()}/{os.getpid()}/{token_hex(8)}"

    async def hold(self, session: Session) -> int | None:
        """Its number, another one after every time that somebody else held it; None while somebody else does."""
        return await claim_lease(session, self.name, self._holder, self._clock(), _is_gone)

    async def release(self, database: Database) -> None:
        with suppress(DatabaseDown):  # then it runs out by itself
            async with database.write() as session:
                await release_lease(session, self.name, self._holder, self._clock())


async def while_held(database: Database, lease: Lease, work: Callable[[], Awaitable[None]]) -> None:
    """Run the work, which is endless, whenever the lease is ours. Until cancelled, or until the work ends or fails."""
    running: asyncio.Future[None] | None = None
    try:
        while True:
            if not await _is_held(database, lease):
                await _end(running)
                running = None
                await asyncio.sleep(_RENEW_SECONDS)
                continue
            if running is None:
                log.info("This process is the %s now.", lease.name)
                running = asyncio.ensure_future(work())
            ended, _ = await asyncio.wait({running}, timeout=_RENEW_SECONDS)
            if ended:
                return await running
    finally:
        await _end(running)
        await lease.release(database)


async def _is_held(database: Database, lease: Lease) -> bool:
    try:
        async with database.write() as session:
            return await lease.hold(session) is not None
    except DatabaseDown as down:
        log.warning("%s The %s rests.", down, lease.name)
        return False


async def _end(running: "asyncio.Future[None] | None") -> None:
    if running is not None and not running.done():
        running.cancel()
        await asyncio.wait({running})


def _machine() -> str:
    """Where process ids mean the same."""
    namespace = Path("/proc/self/ns/pid")
    return f"{socket.gethostname()[:64]}:{namespace.stat().st_ino if namespace.exists() else 0}"


def _is_gone(holder: str) -> bool:
    """A process of this machine that was killed; of others nothing is known but that their leases run out."""
    machine, _, process = holder.partition("/")
    number = process.partition("/")[0]
    if machine != _machine() or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
