"""When to stay quiet towards everybody, and towards a group."""

from collections import deque
from datetime import UTC, datetime, timedelta

from bot.delivery.outcome import NotSent, Outcome

_TOGETHER = timedelta(seconds=60)
_A_MINUTE = timedelta(seconds=60)
_GROUPS_SHARE = 20  # calls a minute in one group or channel, edits and new topics included (telegram.md §1.1)


class Pace:
    """A budget that one chat has used up is that chat's matter; two chats within a minute mean the bot's.

    What was called in a group is counted here; after a restart the Bot API's own refusals say the rest.
    """

    def __init__(self) -> None:
        self._called: dict[int, deque[datetime]] = {}
        self._refused: dict[int, datetime] = {}
        self._quiet_until = datetime.min.replace(tzinfo=UTC)

    def count(self, chat_id: int, now: datetime) -> None:
        """A call in that chat starts now."""
        if chat_id < 0:
            self._called.setdefault(chat_id, deque(maxlen=_GROUPS_SHARE)).append(now)

    def resting(self, now: datetime) -> list[int]:
        """Groups that have had their share of the last minute."""
        self._called = {chat: at for chat, at in self._called.items() if now - at[-1] < _A_MINUTE}
        return [chat for chat, at in self._called.items() if len(at) == _GROUPS_SHARE and now - at[0] < _A_MINUTE]

    def heed(self, chat_id: int, outcome: Outcome, now: datetime) -> None:
        if not isinstance(outcome, NotSent) or outcome.wait is None:
            return
        self._refused = {chat: at for chat, at in self._refused.items() if now - at < _TOGETHER} | {chat_id: now}
        if len(self._refused) > 1:
            self._quiet_until = max(self._quiet_until, now + outcome.wait)

    def is_paused(self, now: datetime) -> bool:
        return now < self._quiet_until
