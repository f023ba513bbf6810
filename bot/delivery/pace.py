"""When to stay quiet towards everybody."""

from datetime import UTC, datetime, timedelta

from bot.delivery.outcome import NotSent, Outcome

_TOGETHER = timedelta(seconds=60)


class Pace:
    """A budget that one chat has used up is that chat's matter; two chats within a minute mean the bot's."""

    def __init__(self) -> None:
        self._refused: dict[int, datetime] = {}
        self._quiet_until = datetime.min.replace(tzinfo=UTC)

    def heed(self, chat_id: int, outcome: Outcome, now: datetime) -> None:
        if not isinstance(outcome, NotSent) or outcome.wait is None:
            return
        self._refused = {chat: at for chat, at in self._refused.items() if now - at < _TOGETHER} | {chat_id: now}
        if len(self._refused) > 1:
            self._quiet_until = max(self._quiet_until, now + outcome.wait)

    def is_paused(self, now: datetime) -> bool:
        return now < self._quiet_until
