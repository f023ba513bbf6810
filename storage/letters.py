"""Letters: added in the transaction that they tell of, sent by the courier, settled by the call's end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from secrets import token_hex
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.orm import aliased

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Letter, LetterState

LEASE = timedelta(seconds=60)  # longer than any call may take
_COPIES = 2  # the first, and one more after an ambiguous answer


class Priority(IntEnum):
    """Between chats the lower number goes first."""

    ANSWER = 0


@dataclass(frozen=True)
class Notice:
    """A letter before it has a row: which wording, with which data, for whom.

    `occasion` is what it answers, such as an update's id: one letter per wording, chat and occasion.
    """

    bot_id: int
    chat_id: int
    wording: str
    language: str
    data: dict[str, Any]
    occasion: str
    priority: Priority = Priority.ANSWER

    @property
    def dedupe_key(self) -> str:
        return f"{self.bot_id}:{self.chat_id}:{self.occasion}:{self.wording}"


async def add_notice(session: Session, notice: Notice, now: datetime) -> None:
    """Write the letter, unless the same one is there already."""
    row = {
        "dedupe_key": notice.dedupe_key,
        "bot_id": notice.bot_id,
        "chat_id": notice.chat_id,
        "wording": notice.wording,
        "language": notice.language,
        "data": notice.data,
        "priority": notice.priority,
        "not_before": now,
        "created_at": now,
        "state": LetterState.PENDING,
        "attempts": 0,
        "doubts": 0,
    }
    await insert_new(session, Letter, [row])


async def find_due_letters(session: Session, bot_id: int, now: datetime, limit: int) -> list[Letter]:
    """The first unsettled letter of each chat where it is due, by priority, locked for this transaction.

    A chat whose letter is on its way, or rests in doubt with a copy to come, has none: it gets one at a time.
    """
    earlier = aliased(Letter)
    has_earlier = exists().where(
        earlier.bot_id == Letter.bot_id,
        earlier.chat_id == Letter.chat_id,
        earlier.id < Letter.id,
        _unsettled(earlier),
    )
    query = (
        select(Letter)
        .where(Letter.bot_id == bot_id, _unsettled(Letter), ~has_earlier)
        .where(Letter.state != LetterState.SENDING, Letter.not_before <= now)
        .order_by(Letter.priority, Letter.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(await session.scalars(query))


def record_sending(letter: Letter, text: str, now: datetime) -> None:
    """Mark a letter whose call starts as soon as this is committed, with the words that it will ever have."""
    letter.state, letter.text = LetterState.SENDING, text
    letter.attempts += 1
    letter.lease, letter.lease_until = token_hex(16), now + LEASE


async def record_sent(session: Session, letter: Letter, message_id: int, now: datetime) -> bool:
    return await _record(session, letter, state=LetterState.SENT, message_id=message_id, error=None, settled_at=now)


async def record_postponed(session: Session, letter: Letter, error: str, not_before: datetime) -> bool:
    """It was certainly not sent, and will be: back to where it was before the call."""
    state = LetterState.UNCERTAIN if letter.doubts else LetterState.PENDING
    return await _record(session, letter, state=state, error=error, not_before=not_before)


async def record_uncertain(session: Session, letter: Letter, error: str, not_before: datetime) -> bool:
    """Nobody knows whether it was sent. One marked copy follows at
    `not_before`; after a second doubt none does."""
    values = {"doubts": letter.doubts + 1, "error": error, "not_before": not_before}
    return await _record(session, letter, state=LetterState.UNCERTAIN, **values)


async def record_dead(session: Session, letter: Letter, error: str, now: datetime) -> bool:
    """The Bot API will never take it; it stays for an operator to look at."""
    return await _record(session, letter, state=LetterState.DEAD, error=error, settled_at=now)


async def record_suppressed(session: Session, letter: Letter, error: str, now: datetime) -> bool:
    """The chat cannot be written to: this letter and those that wait behind it are given up."""
    ours = await _record(session, letter, state=LetterState.SUPPRESSED, error=error, settled_at=now)
    await session.execute(
        update(Letter)
        .where(
            Letter.bot_id == letter.bot_id,
            Letter.chat_id == letter.chat_id,
            Letter.state == LetterState.PENDING,
        )
        .values(state=LetterState.SUPPRESSED, error=error, settled_at=now)
    )
    return ours


async def record_interrupted(session: Session, bot_id: int, now: datetime, leased_until: datetime) -> None:
    """Calls leased no longer than that have lost their courier: whether they were sent is in doubt."""
    await session.execute(
        update(Letter)
        .where(Letter.bot_id == bot_id, Letter.state == LetterState.SENDING, Letter.lease_until <= leased_until)
        .values(
            state=LetterState.UNCERTAIN,
            doubts=Letter.doubts + 1,
            error="the courier stopped during the call",
            not_before=now,
            lease=None,
            lease_until=None,
        )
    )


def _unsettled(letter: type[Letter]) -> ColumnElement[bool]:
    on_its_way = letter.state.in_((LetterState.PENDING, LetterState.SENDING))
    copy_to_come = and_(letter.state == LetterState.UNCERTAIN, letter.doubts < _COPIES)
    return or_(on_its_way, copy_to_come)


async def _record(session: Session, letter: Letter, **values: object) -> bool:
    """True where the lease was still ours; a late result of a call taken for lost changes nothing."""
    result = await session.execute(
        update(Letter)
        .where(Letter.id == letter.id, Letter.lease == letter.lease)
        .values(lease=None, lease_until=None, **values)
        .returning(Letter.id)
    )
    return result.one_or_none() is not None
