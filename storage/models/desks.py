"""The desk on the web: who was let in there, from which phone."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key


class DeskVisit(Base):
    """Invited by a code until it is used, then let in by a key; of both only the SHA-256 (64 hexadecimal digits) is
    kept, and in one column, for the key takes the code's place."""

    __tablename__ = "desk_visits"
    __table_args__ = (UniqueConstraint("secret_hash"), Index(None, "account_id"), Index(None, "ends_at"))

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    secret_hash: Mapped[str] = mapped_column(String(64))
    ends_at: Mapped[datetime]
    entered_at: Mapped[datetime | None]
