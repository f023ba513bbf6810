"""Letters: what carries words out."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from storage.columns import RowId
from storage.models.base import Base, Word


class LetterKind(StrEnum):
    NOTICE = "notice"
    CARD = "card"  # a live view: rendered anew at each sending, and edited where it stands already
    TOPIC = "topic"  # the same in a topic of a grid's forum, which is made, closed or deleted as the appeal stands
    PRIVATE_TEXT = "private_text"  # cannot be forwarded, and is taken back
    DOCUMENT = "document"  # a paper of ours, written when it leaves
    FILE = "file"  # a voice message or a photo that somebody sent, handed on
    ECHO = "echo"  # for a channel: what the wall shows when it leaves, and nothing of it is kept
    TAKE_BACK = "take_back"  # deletes a message instead of sending one


class LetterState(StrEnum):
    PENDING = "pending"
    SENDING = "sending"  # committed before the call: found after a crash, it is uncertain
    SENT = "sent"
    UNCERTAIN = "uncertain"
    DEAD = "dead"
    SUPPRESSED = "suppressed"


_UNSETTLED = text("state in ('pending', 'sending', 'uncertain')")
_UNASKED = text("state = 'sent' and appeal_id is not null and is_seen is null")
TELLS_OF_PAST = text("wording in ('past-answer', 'past-draft')")
_Json = JSON(none_as_null=True)


class Letter(Base):
    """What one chat must get (the outbox). A chat gets its letters one by one, in the order of `id`.

    `user_id` is the person who must still be allowed to see the appeal when the letter leaves.
    """

    __tablename__ = "letters"
    __table_args__ = (
        UniqueConstraint("dedupe_key"),
        Index(
            "ix_letters_unsettled_lane",
            "bot_id",
            "chat_id",
            "id",
            postgresql_where=_UNSETTLED,
            sqlite_where=_UNSETTLED,
        ),
        Index("ix_letters_of_past", "id", postgresql_where=TELLS_OF_PAST, sqlite_where=TELLS_OF_PAST),
        Index("ix_letters_unasked", "bot_id", "settled_at", postgresql_where=_UNASKED, sqlite_where=_UNASKED),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    dedupe_key: Mapped[str] = mapped_column(String(128))
    kind: Mapped[Word] = mapped_column(server_default=LetterKind.NOTICE)
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    user_id: Mapped[int | None]
    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeals.id"))
    topic_id: Mapped[int | None]  # of storage.models.Topic: it stands there, not in the chat at large
    wording: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(16))
    data: Mapped[dict[str, Any]]
    buttons: Mapped[list[dict[str, Any]] | None] = mapped_column(_Json)
    menu: Mapped[list[str] | None] = mapped_column(_Json)  # the lasting keys below the chat
    rendered: Mapped[dict[str, Any] | None] = mapped_column(_Json)  # at the first claim: a retry sends the same bytes
    parts_done: Mapped[int] = mapped_column(server_default=text("0"))
    priority: Mapped[int]
    is_quiet: Mapped[bool] = mapped_column(server_default=false())  # waits for the morning
    is_stale: Mapped[bool] = mapped_column(server_default=false())  # changed while its call was out
    state: Mapped[str] = mapped_column(String(16), default=LetterState.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    doubts: Mapped[int] = mapped_column(default=0)  # calls whose end nobody knows
    not_before: Mapped[datetime]
    lease: Mapped[str | None] = mapped_column(String(32))
    lease_until: Mapped[datetime | None]
    message_id: Mapped[int | None]  # of the last part
    is_seen: Mapped[bool | None]  # as a chat server tells that knows; false once somebody was asked to phone or visit
    error: Mapped[str | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
