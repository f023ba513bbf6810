"""Inbox, letters and accounts: what carries words in and out."""

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


class LetterState(StrEnum):
    PENDING = "pending"
    SENDING = "sending"  # committed before the call: found after a crash, it is uncertain
    SENT = "sent"
    UNCERTAIN = "uncertain"
    DEAD = "dead"
    SUPPRESSED = "suppressed"


def _lane_index(name: str, lane: str, unsettled: str) -> Index:
    condition = text(unsettled)
    return Index(name, "bot_id", lane, "id", postgresql_where=condition, sqlite_where=condition)


class InboxUpdate(Base):
    """One raw update. Its lane is the chat that it belongs to; a lane is handled in the order of `id`."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        _lane_index("ix_inbox_open_lane", "lane", "state = 'open'"),
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


class Letter(Base):
    """What one chat must get (the outbox). A chat gets its letters one by one, in the order of `id`."""

    __tablename__ = "letters"
    __table_args__ = (
        UniqueConstraint("dedupe_key"),
        _lane_index("ix_letters_unsettled_lane", "chat_id", "state in ('pending', 'sending', 'uncertain')"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    dedupe_key: Mapped[str] = mapped_column(String(128))
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    wording: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(16))
    data: Mapped[dict[str, Any]]
    text: Mapped[str | None]  # rendered once, at the first claim: a retry sends the same words
    priority: Mapped[int]
    state: Mapped[str] = mapped_column(String(16), default=LetterState.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    doubts: Mapped[int] = mapped_column(default=0)  # calls whose end nobody knows
    not_before: Mapped[datetime]
    lease: Mapped[str | None] = mapped_column(String(32))
    lease_until: Mapped[datetime | None]
    message_id: Mapped[int | None]
    error: Mapped[str | None]
    created_at: Mapped[datetime]
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
