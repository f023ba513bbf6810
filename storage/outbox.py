"""What becomes of letters: claimed by the courier, settled by the call's end."""

from collections.abc import Collection
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, false, or_, select, true, update
from sqlalchemy.orm import aliased

from storage.engine import Session
from storage.letters import BETWEEN_EDITS, COPIES, Priority
from storage.models import Delivery, DeliveryKind, Letter, LetterKind, LetterState

LEASE = timedelta(seconds=60)  # longer than any call may take
_Earlier = aliased(Letter)  # costs more to make than the question that it is in
_MOST_CUT_OFF = 5  # calls; a letter that ends one courier after the other is not begun for ever


async def find_due_letters(
    session: Session, bot_id: int, now: datetime, limit: int, resting: Collection[int] = ()
) -> list[Letter]:
    """The first unsettled letter of each chat where it is due, by priority, locked for this transaction; none to a
    chat that is `resting`.

    A chat whose letter is on its way, is tried again, or rests in doubt with a copy to come, has none: it gets one
    at a time. A letter that only waits for its hour holds up no other. What must be taken out of a group waits for
    nothing there but the call that is out.
    """
    is_urgent = and_(Letter.kind == LetterKind.TOPIC, Letter.priority == Priority.ANSWER)
    has_earlier = exists().where(
        _Earlier.bot_id == Letter.bot_id,
        _Earlier.chat_id == Letter.chat_id,
        _Earlier.id != Letter.id,
        or_(
            _Earlier.state == LetterState.SENDING,
            and_(
                ~is_urgent,
                _Earlier.id < Letter.id,
                _unsettled(_Earlier),
                or_(_Earlier.attempts > 0, _Earlier.not_before <= now),
            ),
        ),
    )
    query = (
        select(Letter)
        .where(Letter.bot_id == bot_id, _unsettled(Letter), ~has_earlier)
        .where(Letter.state != LetterState.SENDING, Letter.not_before <= now)
        .where(or_(is_urgent, Letter.chat_id.not_in(resting)) if resting else true())
        .order_by(Letter.priority, Letter.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(await session.scalars(query))


def record_sending(letter: Letter, rendered: dict[str, Any] | None, now: datetime) -> None:
    """Mark a letter whose call starts as soon as this is committed, with the words that it will ever have."""
    letter.state, letter.rendered, letter.is_stale = LetterState.SENDING, rendered, False
    letter.attempts += 1
    letter.lease, letter.lease_until = token_hex(16), now + LEASE


def record_waiting(letter: Letter, not_before: datetime) -> None:
    """Its hour has not come; meanwhile it holds up nobody."""
    letter.not_before, letter.attempts = not_before, 0


def record_unsendable(letter: Letter, error: str, now: datetime) -> None:
    """It cannot even be written; it stays for an operator to look at."""
    letter.state, letter.error, letter.settled_at = LetterState.DEAD, error, now


def record_withheld(letter: Letter, error: str, now: datetime) -> None:
    """It must not leave."""
    letter.state, letter.error, letter.settled_at = LetterState.SUPPRESSED, error, now


async def record_part_sent(session: Session, letter: Letter, now: datetime, error: str | None = None) -> bool:
    """The next part follows, also where an `error` says that this one is in doubt for good."""
    values = {"parts_done": letter.parts_done + 1, "attempts": 0, "doubts": 0, "error": error or letter.error}
    return await _record(session, letter, state=LetterState.PENDING, not_before=now, **values)


async def record_sent(session: Session, letter: Letter, message_id: int | None, now: datetime) -> bool:
    """A card that changed while its call was out is shown again."""
    stale = Letter.is_stale
    values: dict[str, Any] = {"parts_done": letter.parts_done + 1, "message_id": message_id, "settled_at": now}
    values |= {"state": case((stale, LetterState.PENDING), else_=LetterState.SENT), "is_stale": false()}
    values |= {"not_before": case((stale, now + BETWEEN_EDITS), else_=Letter.not_before)}
    values |= {"attempts": case((stale, 0), else_=Letter.attempts), "doubts": case((stale, 0), else_=Letter.doubts)}
    return await _record(session, letter, **values)


async def record_postponed(session: Session, letter: Letter, error: str, not_before: datetime) -> bool:
    """It was certainly not sent, and will be: back to where it was before the call."""
    state = LetterState.UNCERTAIN if letter.doubts else LetterState.PENDING
    return await _record(session, letter, state=state, error=error, not_before=not_before)


async def record_uncertain(
    session: Session, letter: Letter, error: str, not_before: datetime, *, now: datetime, may_copy: bool = True
) -> bool:
    """Nobody knows whether it was sent. One marked copy follows at `not_before`; after a second doubt none does."""
    doubts = letter.doubts + 1 if may_copy else COPIES
    settled_at = now if doubts >= COPIES else None
    values = {"doubts": doubts, "error": error, "not_before": not_before, "settled_at": settled_at}
    return await _record(session, letter, state=LetterState.UNCERTAIN, **values)


def has_copy_left(letter: Letter) -> bool:
    """Whether another doubt would bring one more copy."""
    return letter.doubts + 1 < COPIES


async def record_dead(session: Session, letter: Letter, error: str, now: datetime) -> bool:
    """The Bot API will never take it; it stays for an operator to look at."""
    return await _record(session, letter, state=LetterState.DEAD, error=error, settled_at=now)


async def record_suppressed(session: Session, letter: Letter, error: str, now: datetime) -> bool:
    """Its chat cannot be written to."""
    return await _record(session, letter, state=LetterState.SUPPRESSED, error=error, settled_at=now)


async def record_lane_suppressed(session: Session, bot_id: int, chat_id: int, error: str, now: datetime) -> None:
    """The chat cannot be written to: whatever waits for it is given up."""
    await session.execute(
        update(Letter)
        .where(Letter.bot_id == bot_id, Letter.chat_id == chat_id)
        .where(_unsettled(Letter), Letter.state != LetterState.SENDING)
        .values(state=LetterState.SUPPRESSED, error=error, settled_at=now)
    )


async def record_interrupted(session: Session, bot_id: int, now: datetime, leased_until: datetime) -> None:
    """Calls leased no longer than that have lost their courier: whether they were sent is in doubt.

    What may be done twice without anybody noticing, an edit or a deletion, is simply done again. A copy that was cut
    off is owed still: nobody has heard yet that the Bot API got it.
    """
    harmless = _repeats_unseen()
    is_owed = and_(Letter.doubts == COPIES - 1, Letter.attempts < _MOST_CUT_OFF)
    doubts = case((or_(harmless, is_owed), Letter.doubts), else_=Letter.doubts + 1)
    await session.execute(
        update(Letter)
        .where(Letter.bot_id == bot_id, Letter.state == LetterState.SENDING, Letter.lease_until <= leased_until)
        .values(
            state=case((harmless, LetterState.PENDING), else_=LetterState.UNCERTAIN),
            doubts=doubts,
            settled_at=case((doubts >= COPIES, now), else_=None),
            error="the courier stopped during the call",
            not_before=now,
            lease=None,
            lease_until=None,
        )
        .execution_options(synchronize_session=False)
    )


def _repeats_unseen() -> ColumnElement[bool]:
    stands = exists().where(
        Delivery.bot_id == Letter.bot_id,
        Delivery.chat_id == Letter.chat_id,
        Delivery.appeal_id == Letter.appeal_id,
        Delivery.kind == DeliveryKind.CARD,
    )
    return or_(Letter.kind == LetterKind.TAKE_BACK, and_(Letter.kind.in_((LetterKind.CARD, LetterKind.TOPIC)), stands))


def _unsettled(letter: type[Letter]) -> ColumnElement[bool]:
    on_its_way = letter.state.in_((LetterState.PENDING, LetterState.SENDING))
    copy_to_come = and_(letter.state == LetterState.UNCERTAIN, letter.doubts < COPIES)
    return or_(on_its_way, copy_to_come)


async def _record(session: Session, letter: Letter, **values: object) -> bool:
    """True where the lease was still ours; a late result of a call taken for lost changes nothing."""
    result = await session.execute(
        update(Letter)
        .where(Letter.id == letter.id, Letter.lease == letter.lease)
        .values(lease=None, lease_until=None, **values)
        .returning(Letter.id)
        .execution_options(synchronize_session=False)
    )
    return result.one_or_none() is not None
