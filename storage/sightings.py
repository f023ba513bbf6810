"""Letters that arrived, and whether their readers looked: where a chat server tells."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, select, update

from storage.engine import Session
from storage.models import Account, Appeal, Letter, LetterKind, LetterState


class Arrived(NamedTuple):
    """A letter about an appeal on its author's phone."""

    letter_id: int
    chat_id: int
    message_id: int
    appeal_id: int


class Overdue(NamedTuple):
    """Sent by then, and to be asked about; what was sent before `since` is let be."""

    since: datetime
    sent_by: datetime
    danger_sent_by: datetime


async def list_to_ask_about(session: Session, bot_id: int, overdue: Overdue, limit: int) -> list[Arrived]:
    """Oldest first."""
    is_authors = and_(Account.id == Appeal.account_id, Account.chat_id == Letter.chat_id)
    sent_by = case((Appeal.danger.is_(None), overdue.sent_by), else_=overdue.danger_sent_by)
    query = (
        select(Letter.id, Letter.chat_id, Letter.message_id, Letter.appeal_id)
        .join(Appeal, Appeal.id == Letter.appeal_id)
        .join(Account, is_authors)
        .where(*_unasked(bot_id), Letter.message_id.is_not(None))
        .where(Letter.settled_at > overdue.since, Letter.settled_at <= sent_by)
        .order_by(Letter.id)
        .limit(limit)
    )
    rows = (await session.execute(query)).all()
    return [
        Arrived(letter_id, chat_id, message_id or 0, appeal_id or 0)
        for letter_id, chat_id, message_id, appeal_id in rows
    ]


async def record_seen_letters(session: Session, letter_ids: Iterable[int]) -> None:
    await session.execute(update(Letter).where(Letter.id.in_(list(letter_ids))).values(is_seen=True))


async def record_unseen_letters(session: Session, bot_id: int, arrived: Arrived, read_up_to: int) -> Sequence[int]:
    """All that its reader has not seen of that appeal, also what arrived since; none where that was recorded before."""
    unseen = (Letter.chat_id == arrived.chat_id, Letter.appeal_id == arrived.appeal_id)
    statement = update(Letter).where(*_unasked(bot_id), *unseen, Letter.message_id > read_up_to)
    return (await session.scalars(statement.values(is_seen=False).returning(Letter.id))).all()


def _unasked(bot_id: int) -> tuple[ColumnElement[bool], ...]:
    is_unasked = (Letter.state == LetterState.SENT, Letter.appeal_id.is_not(None), Letter.is_seen.is_(None))
    return (Letter.bot_id == bot_id, *is_unasked, Letter.kind == LetterKind.NOTICE)
