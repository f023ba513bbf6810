"""Wakes those who wait for new rows, so that a poll every two seconds is only the fallback."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

POLL_SECONDS = 2.0


class Bell:
    """Rung after a commit. A ring while nobody waits is kept for the next who does; several are one."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._pass_on: Callable[[], None] | None = None

    def pass_on_by(self, pass_on: Callable[[], None]) -> None:
        """Have it rung in other processes too (storage/wire.py)."""
        self._pass_on = pass_on

    def ring(self) -> None:
        self.ring_here()
        if self._pass_on is not None:
            self._pass_on()

    def ring_here(self) -> None:
        """For what only this process waits for."""
        self._rung.set()

    async def wait(self, seconds: float = POLL_SECONDS) -> bool:
        """Until the next ring, `seconds` at most; whether it was rung."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        rung = self._rung.is_set()
        self._rung.clear()
        return rung
