"""The one open question of a chat."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from storage.engine import Session
from storage.models import OpenQuestion


async def find_open_question(session: Session, bot_id: int, chat_id: int, now: datetime) -> OpenQuestion | None:
    """None once it has expired."""
    query = select(OpenQuestion).filter_by(bot_id=bot_id, chat_id=chat_id).where(OpenQuestion.expires_at > now)
    return (await session.scalars(query)).one_or_none()


async def record_question(
    session: Session, bot_id: int, chat_id: int, kind: str, data: dict[str, Any], expires_at: datetime, now: datetime
) -> None:
    """Takes the place of whatever was asked before."""
    await record_question_closed(session, bot_id, chat_id)
    question = OpenQuestion(bot_id=bot_id, chat_id=chat_id, kind=kind, data=data, asked_at=now, expires_at=expires_at)
    session.add(question)
    await session.flush()


async def record_question_closed(session: Session, bot_id: int, chat_id: int) -> None:
    await session.execute(delete(OpenQuestion).filter_by(bot_id=bot_id, chat_id=chat_id))
