"""Wakes those who wait for new rows, so that a poll every two seconds is only the fallback."""

import asyncio
from contextlib import suppress

POLL_SECONDS = 2.0


class Bell:
    """Rung after a commit. A ring while nobody waits is kept for the next who does; several are one."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    async def wait(self, seconds: float = POLL_SECONDS) -> None:
        """Until the next ring, `seconds` at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        self._rung.clear()
