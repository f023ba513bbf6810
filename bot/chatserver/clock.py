"""The server's time, which an operator with faults switched on may move forward."""

import asyncio
import time


class Clock:
    """Unix seconds, plus whatever it was advanced by; whoever waits for a moment wakes when it is passed."""

    def __init__(self) -> None:
        self._offset = 0.0
        self._moved = asyncio.Event()

    def now(self) -> float:
        return time.time() + self._offset

    def advance(self, seconds: float) -> None:
        self._offset += seconds
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def wait_until(self, moment: float) -> None:
        """Return as soon as now() >= moment, whether time passed by itself or was advanced."""
        while (left := moment - self.now()) > 0:
            try:
                await asyncio.wait_for(self._moved.wait(), left)
            except TimeoutError:
                continue
