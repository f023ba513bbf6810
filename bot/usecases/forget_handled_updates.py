"""Ids of handled updates are kept only as long as the Bot API may bring them again."""

from datetime import datetime, timedelta

from storage.engine import Session
from storage.inbox import record_forgotten

_KEPT = timedelta(hours=48)  # twice the 24 hours that the Bot API keeps an update


async def forget_handled_updates(session: Session, now: datetime) -> None:
    await record_forgotten(session, now - _KEPT)
