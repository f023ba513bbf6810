"""When a webhook that failed is tried again, and when no more (WebhookActor.cpp: on_update_error, handle)."""

import random
from dataclasses import dataclass

MAX_RETRY_AFTER = 3600
MAX_DELAY = 60
GONE_FOR = 23 * 3600


@dataclass
class Retry:
    """How often one update failed. The first retry is immediate, then the delay doubles up to 60-120 s."""

    delay: int = 1
    fails: int = 0

    def after_failure(self, retry_after: int) -> int:
        """Seconds until the next attempt; `retry_after` is what the webhook asked for, 0 for nothing."""
        asked = min(max(retry_after, 0), MAX_RETRY_AFTER)
        first, self.fails = self.fails == 0, self.fails + 1
        if asked or first:
            return asked
        # Spread, lest all that failed at once come back at once.
        self.delay = min(random.randint(MAX_DELAY, 2 * MAX_DELAY), self.delay * 2)  # noqa: S311 -- no secret
        return self.delay


@dataclass
class Goodbye:
    """Watches for a webhook that for 23 hours answers 410 and nothing else."""

    since: float | None = None

    def heard(self, status: int | None, now: float) -> bool:
        """Whether this answer makes it 23 hours. `status` is None for no answer, which tells neither way."""
        if status is None:
            return False
        if status != 410:
            self.since = None
            return False
        if self.since is None:
            self.since = now
        return now > self.since + GONE_FOR
