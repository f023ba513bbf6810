"""Text messages: written beside the letter that was not reached, sent by the county's own gate."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Appeal, Household, Letter, TextMessage, TextMessageState


@dataclass(frozen=True)
class DueText:
    """`wording` is that of the letter that was not reached."""

    id: int
    attempts: int
    phone: str
    series: str
    number: int
    wording: str
    language: str


async def add_text_message(session: Session, letter: Letter, now: datetime) -> None:
    """Once for each letter."""
    row = {
        "letter_id": letter.id,
        "appeal_id": letter.appeal_id,
        "bot_id": letter.bot_id,
        "state": TextMessageState.WAITING,
        "attempts": 0,
        "not_before": now,
        "created_at": now,
    }
    await insert_new(session, TextMessage, [row])


async def claim_text_messages(
    session: Session, bot_id: int, now: datetime, again_at: datetime, limit: int, *, only_danger: bool
) -> list[DueText]:
    """The next ones, with one attempt counted; should this one die, another may follow at `again_at`. Meanwhile
    the appeal may have become private, or the household have no number any more: then there is nothing to send."""
    query = (
        select(TextMessage, Letter, Appeal, Household)
        .join(Letter, Letter.id == TextMessage.letter_id)
        .join(Appeal, Appeal.id == TextMessage.appeal_id)
        .join(Household, Household.id == Appeal.household_id)
        .where(TextMessage.bot_id == bot_id, TextMessage.state == TextMessageState.WAITING)
        .where(TextMessage.not_before <= now, Appeal.is_private.is_(False), Household.phone.is_not(None))
        .order_by(TextMessage.id)
        .limit(limit)
        .with_for_update(of=TextMessage, skip_locked=True)
    )
    if only_danger:
        query = query.where(Appeal.danger.is_not(None))
    due = []
    for text, letter, appeal, household in (await session.execute(query)).all():
        text.attempts, text.not_before = text.attempts + 1, again_at
        phone, language = household.phone or "", letter.language
        due.append(DueText(text.id, text.attempts, phone, appeal.series, appeal.number, letter.wording, language))
    await session.flush()
    return due


async def record_old_texts_given_up(session: Session, bot_id: int, before: datetime, now: datetime) -> None:
    """What has waited since then is old news."""
    await session.execute(
        update(TextMessage)
        .where(TextMessage.bot_id == bot_id, TextMessage.state == TextMessageState.WAITING)
        .where(TextMessage.created_at <= before)
        .values(state=TextMessageState.GIVEN_UP, error="too late", settled_at=now)
    )


async def record_text_sent(session: Session, text_id: int, now: datetime) -> None:
    await _settle(session, text_id, state=TextMessageState.SENT, settled_at=now, error=None)


async def record_text_failed(session: Session, text_id: int, error: str, again_at: datetime) -> None:
    await _settle(session, text_id, error=error, not_before=again_at)


async def record_text_given_up(session: Session, text_id: int, error: str, now: datetime) -> None:
    await _settle(session, text_id, state=TextMessageState.GIVEN_UP, error=error, settled_at=now)


async def _settle(session: Session, text_id: int, **values: object) -> None:
    await session.execute(update(TextMessage).where(TextMessage.id == text_id).values(**values))
