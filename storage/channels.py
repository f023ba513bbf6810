"""Channels tied to villages, and what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.engine import Session
from storage.models import Channel, Letter, LetterKind


@dataclass(frozen=True)
class NewChannel:
    bot_id: int
    chat_id: int
    title: str
    grid_id: int
    tied_by: int


async def find_channel(session: Session, bot_id: int, chat_id: int) -> Channel | None:
    """The village that it is tied to now stands in it."""
    query = select(Channel).filter_by(bot_id=bot_id, chat_id=chat_id, until=None)
    return (await session.scalars(query)).one_or_none()


async def find_channel_of_village(session: Session, village_id: int) -> Channel | None:
    return (await session.scalars(select(Channel).filter_by(grid_id=village_id, until=None))).one_or_none()


async def record_tied(session: Session, new: NewChannel, now: datetime) -> None:
    """In the place of the channel that the village had."""
    await session.execute(update(Channel).filter_by(grid_id=new.grid_id, until=None).values(until=now))
    session.add(Channel(since=now, **vars(new)))
    await session.flush()


async def record_untied(session: Session, channel: Channel, now: datetime) -> None:
    channel.until = now
    await session.flush()


async def list_posts(session: Session, appeal_id: int) -> Sequence[Letter]:
    """What was written for a channel about the appeal, whatever became of it."""
    return (await session.scalars(select(Letter).filter_by(appeal_id=appeal_id, kind=LetterKind.ECHO))).all()
