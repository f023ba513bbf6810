"""Where a village's echo wall is posted as well."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key, unique_where


class Channel(Base):
    """A channel, from the moment when the village's lead made the bot its administrator; one a village."""

    __tablename__ = "channels"
    __table_args__ = (
        unique_where("uq_channels_open", "until is null", "grid_id"),
        unique_where("uq_channels_open_chat", "until is null", "bot_id", "chat_id"),
    )

    id: Mapped[Key]
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    title: Mapped[str]
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))
    tied_by: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
