"""What becomes of a letter after its call."""

from datetime import datetime, timedelta

from bot.delivery.calls import Delete, DeleteTopic, Edit, Send
from bot.delivery.desk import Errand
from bot.delivery.outcome import (
    TOO_OLD,
    Migrated,
    NotSent,
    Outcome,
    Refused,
    Sent,
    TokenUnknown,
    TopicGone,
    Uncertain,
    Unchanged,
    Unreachable,
    Vanished,
)
from bot.delivery.topics import settle_topic
from bot.rules.errors import NotYours
from bot.rules.terms import Policy
from bot.usecases.post_echo import ECHO_WITHDRAWN
from bot.usecases.tell_unreached import tell_unreached
from bot.usecases.tie_channel import untie_channel
from bot.usecases.tie_forum import untie_forum
from storage import outbox
from storage.accounts import record_unreachable
from storage.chats import record_migrated
from storage.deliveries import Standing, add_delivery, find_delivery, record_taken_back
from storage.echoes import access_shown_echo
from storage.engine import Session
from storage.letters import Priority, add_notice, take_back
from storage.models import DeliveryKind, Letter, LetterKind

COPY_AFTER = timedelta(seconds=10)
_LONGEST_WAIT = timedelta(minutes=5)


async def settle(session: Session, errand: Errand, outcome: Outcome, policy: Policy, now: datetime) -> None:
    """Write down the outcome; that of a call taken for lost meanwhile changes nothing but the map of messages."""
    letter = errand.letter
    if letter.kind == LetterKind.TOPIC and await settle_topic(session, letter, errand.call, outcome, now):
        return
    match outcome:
        case Sent(message_id):
            await _sent(session, errand, message_id, policy, now)
        case TopicGone() if isinstance(errand.call, DeleteTopic):
            await outbox.record_sent(session, letter, None, now)
        case Unchanged():
            await outbox.record_sent(session, errand.letter, errand.letter.message_id, now)
        case Vanished(reason):
            await _vanished(session, errand, reason, now)
        case Uncertain(reason):
            await _doubt(session, errand, reason, now)
        case _:
            await _not_sent(session, errand.letter, outcome, now)


async def _not_sent(
    session: Session,
    letter: Letter,
    outcome: NotSent | Migrated | Unreachable | Refused | TopicGone | TokenUnknown,
    now: datetime,
) -> None:
    match outcome:
        case NotSent(reason, wait):
            await outbox.record_postponed(session, letter, reason, now + (wait or _backoff(letter)))
        case TokenUnknown(reason):
            await outbox.record_postponed(session, letter, reason, now)
        case Migrated(chat_id, reason):
            await outbox.record_postponed(session, letter, reason, now)
            await record_migrated(session, letter.bot_id, letter.chat_id, chat_id)
        case Refused(reason) | TopicGone(reason):
            await outbox.record_dead(session, letter, reason, now)
        case Unreachable(reason):
            await outbox.record_suppressed(session, letter, reason, now)
            await outbox.record_lane_suppressed(session, letter.bot_id, letter.chat_id, reason, now)
            await record_unreachable(session, letter.bot_id, letter.chat_id, now)
            await tell_unreached(session, letter, now)
            await untie_channel(session, letter.bot_id, letter.chat_id, now)
            await untie_forum(session, letter.bot_id, letter.chat_id, now)


async def _sent(session: Session, errand: Errand, message_id: int, policy: Policy, now: datetime) -> None:
    letter, call = errand.letter, errand.call
    if letter.kind == LetterKind.TAKE_BACK:
        await _forget(session, letter, message_id)
    elif isinstance(call, Send):
        await _map(session, letter, message_id, now, is_protected=call.is_protected)
        if call.is_protected:
            await add_notice(session, take_back(letter, message_id, now + policy.privacy.taken_back), now)
        if letter.kind == LetterKind.ECHO:
            await _take_back_if_withdrawn(session, letter, message_id, now)
        if not call.is_last:
            await outbox.record_part_sent(session, letter, now)
            return
    await outbox.record_sent(session, letter, message_id, now)


async def _map(session: Session, letter: Letter, message_id: int, now: datetime, *, is_protected: bool) -> None:
    """A reply to the message finds the appeal."""
    if letter.appeal_id is None or letter.kind == LetterKind.ECHO:
        return
    other = DeliveryKind.PRIVATE_TEXT if is_protected else DeliveryKind.NOTICE
    kind = DeliveryKind.CARD if letter.kind in {LetterKind.CARD, LetterKind.TOPIC} else other
    standing = Standing(letter.bot_id, letter.chat_id, message_id, letter.appeal_id, kind, letter.id)
    await add_delivery(session, standing, now)


async def _forget(session: Session, letter: Letter, message_id: int) -> None:
    delivery = await find_delivery(session, letter.bot_id, letter.chat_id, message_id)
    if delivery is not None:
        await record_taken_back(session, delivery)


async def _take_back_if_withdrawn(session: Session, letter: Letter, message_id: int, now: datetime) -> None:
    """It was withdrawn while its call was out."""
    try:
        await access_shown_echo(session, letter.appeal_id or 0)
    except NotYours:
        await add_notice(session, take_back(letter, message_id, now, ECHO_WITHDRAWN), now)


async def _vanished(session: Session, errand: Errand, reason: str, now: datetime) -> None:
    """A deletion has reached its aim; a card is shown anew, below what was said since."""
    letter, call = errand.letter, errand.call
    if not isinstance(call, Edit | Delete):
        await outbox.record_dead(session, letter, reason, now)
        return
    await _forget(session, letter, call.message_id)
    is_to_be_edited = letter.data.get("stub") and isinstance(call, Delete) and TOO_OLD in reason.lower()
    if letter.kind == LetterKind.TAKE_BACK and not is_to_be_edited:
        await outbox.record_sent(session, letter, call.message_id, now)
    else:
        await outbox.record_postponed(session, letter, reason, now)


async def _doubt(session: Session, errand: Errand, reason: str, now: datetime) -> None:
    """An edit or a deletion is repeated unseen. What is public or comes every day is not sent twice: a loss there
    is harmless, and a copy is seen by all."""
    letter, call = errand.letter, errand.call
    if not isinstance(call, Send):
        await outbox.record_postponed(session, letter, reason, now + _backoff(letter))
        return
    may_copy = letter.priority < Priority.WALL
    if not call.is_last and not (may_copy and outbox.has_copy_left(letter)):
        await outbox.record_part_sent(session, letter, now, f"part {letter.parts_done + 1} in doubt: {reason}")
        return
    await outbox.record_uncertain(session, letter, reason, now + COPY_AFTER, may_copy=may_copy, now=now)


def _backoff(letter: Letter) -> timedelta:
    return min(_LONGEST_WAIT, timedelta(seconds=2 ** min(letter.attempts, 10)))
