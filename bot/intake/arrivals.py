"""From a raw update to a row of the inbox. Only its frame is looked at: whatever it holds, it is kept."""

import logging
from collections.abc import Iterable
from typing import Any

from bot.clock import Clock
from storage.engine import Database
from storage.inbox import Arrival, add_updates

log = logging.getLogger(__name__)

NO_LANE = 0
_LARGEST_ID = 2**63 - 1


class Malformed(ValueError):
    """Not an update at all; the message says what is missing."""


def read_arrival(raw: object) -> Arrival:
    """Raises Malformed where there is no usable update_id, by which it could be kept once."""
    if not isinstance(raw, dict):
        raise Malformed("An update is a JSON object; this is none.")
    update_id = _id(raw.get("update_id"))
    if update_id is None:
        raise Malformed("An update has an integer update_id; this one has none.")
    kind = next((key for key, value in raw.items() if isinstance(value, dict) and key.isidentifier()), "unknown")
    return Arrival(update_id, _lane(raw.get(kind)), kind[:64], raw)


async def keep(database: Database, bot_id: int, raw_updates: Iterable[object], clock: Clock) -> None:
    """Commit the updates to the inbox; only after this may they be acknowledged. Raises DatabaseDown."""
    arrivals = []
    for raw in raw_updates:
        try:
            arrivals.append(read_arrival(raw))
        except Malformed as fault:
            log.error("Left out what the Bot API sent: %s", fault)  # noqa: TRY400 the sentence says all
    async with database.write() as session:
        await add_updates(session, bot_id, arrivals, clock())
    database.arrivals.ring()


def _lane(event: object) -> int:
    """The chat; for what happens outside a chat the person; else the lane of everything without either."""
    for path in (("chat",), ("message", "chat"), ("from",), ("user",)):
        found = _id(_inside(event, (*path, "id")))
        if found is not None:
            return found
    return NO_LANE


def _inside(value: object, path: tuple[str, ...]) -> Any:  # noqa: ANN401 any JSON
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _id(value: object) -> int | None:
    fits = isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST_ID
    return value if fits and isinstance(value, int) else None
