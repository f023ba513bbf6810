"""Which message of ours stands for which appeal, so that a reply finds it wherever it is in the history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from storage.engine import Session
from storage.inserts import insert_new
from storage.models import Delivery, DeliveryKind, Letter, LetterKind


@dataclass(frozen=True)
class Standing:
    """A message in a chat. Its appeal is only found by it: what it says is for `access_appeal`."""

    bot_id: int
    chat_id: int
    message_id: int
    appeal_id: int
    kind: DeliveryKind
    letter_id: int | None = None


async def add_delivery(session: Session, standing: Standing, now: datetime) -> None:
    """Keeps what is known of the message already."""
    await insert_new(session, Delivery, [vars(standing) | {"at": now}])


async def find_delivery(session: Session, bot_id: int, chat_id: int, message_id: int) -> Delivery | None:
    query = select(Delivery).filter_by(bot_id=bot_id, chat_id=chat_id, message_id=message_id)
    return (await session.scalars(query)).one_or_none()


async def is_notice_of(session: Session, bot_id: int, chat_id: int, message_id: int, written_at: datetime) -> bool:
    """Whether the message is a notice of the act of that very moment."""
    query = select(Letter.id).join(Delivery, Delivery.letter_id == Letter.id)
    query = query.where(Letter.kind == LetterKind.NOTICE, Letter.created_at == written_at)
    message = (Delivery.bot_id == bot_id, Delivery.chat_id == chat_id, Delivery.message_id == message_id)
    return await session.scalar(query.where(*message)) is not None


async def find_card(session: Session, bot_id: int, chat_id: int, appeal_id: int) -> Delivery | None:
    """The appeal's latest card in the chat, which is edited rather than sent again."""
    query = select(Delivery).filter_by(bot_id=bot_id, chat_id=chat_id, appeal_id=appeal_id, kind=DeliveryKind.CARD)
    return (await session.scalars(query.order_by(Delivery.id.desc()).limit(1))).first()


async def list_deliveries(session: Session, appeal_id: int, kind: DeliveryKind) -> Sequence[Delivery]:
    """In every chat, oldest first."""
    query = select(Delivery).filter_by(appeal_id=appeal_id, kind=kind).order_by(Delivery.id)
    return (await session.scalars(query)).all()


async def list_private_texts_to_take_back(session: Session, sent_before: datetime, limit: int) -> Sequence[Delivery]:
    query = select(Delivery).where(Delivery.kind == DeliveryKind.PRIVATE_TEXT, Delivery.at <= sent_before)
    return (await session.scalars(query.order_by(Delivery.id).limit(limit))).all()


async def record_taken_back(session: Session, delivery: Delivery) -> None:
    """The message is gone from the chat."""
    await session.execute(delete(Delivery).where(Delivery.id == delivery.id))
