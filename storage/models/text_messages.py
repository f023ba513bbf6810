"""What goes to a household by the county's own gate, where chat did not reach it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key, Word, one_of


class TextMessageState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given_up"


class TextMessage(Base):
    """A letter that was not reached, told once more in other words: no phone number and no text is kept here."""

    __tablename__ = "text_messages"
    __table_args__ = (
        UniqueConstraint("letter_id"),
        Index(None, "state", "not_before"),
        one_of("state", TextMessageState),
    )

    id: Mapped[Key]
    letter_id: Mapped[int] = mapped_column(ForeignKey("letters.id"))
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    bot_id: Mapped[int]
    state: Mapped[Word]
    attempts: Mapped[int]
    not_before: Mapped[datetime]
    error: Mapped[str | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
