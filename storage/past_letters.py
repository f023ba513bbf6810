"""Letters that told an official how another appeal was answered."""

from collections.abc import Sequence

from sqlalchemy import select

from storage.engine import Session
from storage.models import Letter
from storage.models.letters import TELLS_OF_PAST


async def list_past_letters(session: Session, appeal_id: int) -> Sequence[Letter]:
    """By which that appeal's answer was shown or drafted, oldest first."""
    query = select(Letter).where(TELLS_OF_PAST, Letter.data["past"].as_integer() == appeal_id).order_by(Letter.id)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()
