"""How often somebody may try links that do not work."""

from collections import OrderedDict, deque

from bot.chatserver.clock import Clock

ALLOWED = 20
PERIOD = 600
REMEMBERED = 10_000


class Attempts:
    """Failed attempts by address: ALLOWED in PERIOD seconds. A restart forgets them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()

    def too_many(self, address: str) -> bool:
        failures = self._failures.get(address, deque())
        while failures and failures[0] <= self._clock.now() - PERIOD:
            failures.popleft()
        return len(failures) >= ALLOWED

    def count_failure(self, address: str) -> None:
        self._failures.setdefault(address, deque(maxlen=ALLOWED)).append(self._clock.now())
        self._failures.move_to_end(address)
        if len(self._failures) > REMEMBERED:
            self._failures.popitem(last=False)
