"""What becomes of a letter after its call."""

from datetime import datetime, timedelta

from bot.delivery.outcome import NotSent, Outcome, Refused, Sent, TokenUnknown, Uncertain, Unreachable
from storage import outbox
from storage.accounts import record_unreachable
from storage.engine import Session
from storage.models import Letter

COPY_AFTER = timedelta(seconds=10)
_LONGEST_WAIT = timedelta(minutes=5)


async def settle(session: Session, letter: Letter, outcome: Outcome, now: datetime) -> None:
    """Write down the outcome; that of a call taken for lost meanwhile changes nothing."""
    match outcome:
        case Sent(message_id):
            await outbox.record_sent(session, letter, message_id, now)
        case NotSent(reason, wait):
            await outbox.record_postponed(session, letter, reason, now + (wait or _backoff(letter)))
        case TokenUnknown(reason):
            await outbox.record_postponed(session, letter, reason, now)
        case Uncertain(reason):
            await outbox.record_uncertain(session, letter, reason, now + COPY_AFTER, now=now)
        case Refused(reason):
            await outbox.record_dead(session, letter, reason, now)
        case Unreachable(reason):
            await outbox.record_suppressed(session, letter, reason, now)
            await outbox.record_lane_suppressed(session, letter.bot_id, letter.chat_id, reason, now)
            await record_unreachable(session, letter.bot_id, letter.chat_id, now)


def _backoff(letter: Letter) -> timedelta:
    return min(_LONGEST_WAIT, timedelta(seconds=2 ** min(letter.attempts, 10)))
