"""Who was shown what: the look-log, and which message stands for which appeal."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key, Word, one_of


class DeliveryKind(StrEnum):
    CARD = "card"
    NOTICE = "notice"
    PRIVATE_TEXT = "private_text"  # to be taken back


class Look(Base):
    """Somebody opened the words of a private appeal."""

    __tablename__ = "look_log"
    __table_args__ = (Index(None, "appeal_id"), Index(None, "account_id", "at"))

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    at: Mapped[datetime]


class Delivery(Base):
    """A message of ours that stands in a chat, so that a reply to it finds its appeal."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("bot_id", "chat_id", "message_id"),
        Index(None, "appeal_id", "chat_id"),
        one_of("kind", DeliveryKind),
    )

    id: Mapped[Key]
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    message_id: Mapped[int]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"))
    kind: Mapped[Word]
    at: Mapped[datetime]
