"""Inbox and accounts: what carries words in, and who speaks."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from storage.columns import RowId
from storage.models.base import Base


class InboxState(StrEnum):
    OPEN = "open"
    DONE = "done"
    PARKED = "parked"  # failed too often: waits for an operator, and its lane goes on


_OPEN = text("state = 'open'")


class InboxUpdate(Base):
    """One raw update. Its lane is the chat that it belongs to; a lane is handled in the order of `id`."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        Index("ix_inbox_open_lane", "bot_id", "lane", "id", postgresql_where=_OPEN, sqlite_where=_OPEN),
        Index(None, "settled_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    bot_id: Mapped[int]
    update_id: Mapped[int]
    lane: Mapped[int]
    kind: Mapped[str] = mapped_column(String(64))
    payload: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # dropped when done
    received_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(16), default=InboxState.OPEN)
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime]
    lease: Mapped[str | None] = mapped_column(String(32))
    lease_until: Mapped[datetime | None]
    error: Mapped[str | None]
    settled_at: Mapped[datetime | None]


class Account(Base):
    """A person in a chat with one of our bots. A 403 sets `unreachable_since`, any message clears it."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("bot_id", "user_id", "chat_id"), Index(None, "bot_id", "chat_id"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    bot_id: Mapped[int]
    user_id: Mapped[int]
    chat_id: Mapped[int]
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    unreachable_since: Mapped[datetime | None]
