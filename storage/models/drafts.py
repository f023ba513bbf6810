"""What people said, before and after it became an appeal."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from storage.models.base import Base, Key, Word, one_of, unique_where


class DraftState(StrEnum):
    OPEN = "open"
    KEPT = "kept"  # by somebody not linked: offered when they link, until `expires_at`
    FILED = "filed"
    DROPPED = "dropped"


class PieceKind(StrEnum):
    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    PLACE = "place"
    CONTACT = "contact"


class MediaState(StrEnum):
    WAITING = "waiting"
    KEPT = "kept"
    GONE = "gone"  # the Bot API will never give it


class Draft(Base):
    """What one account is about to hand in; one open draft each."""

    __tablename__ = "drafts"
    __table_args__ = (
        unique_where("uq_drafts_open", "state = 'open'", "account_id"),
        Index(None, "state", "files_itself_at"),
        Index(None, "state", "expires_at"),
        one_of("state", DraftState),
        CheckConstraint("(state = 'kept') = (expires_at is not null)", name="only_the_kept_expire"),
    )

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    household_id: Mapped[int | None] = mapped_column(ForeignKey("households.id"))  # whose matter; may be another's
    state: Mapped[Word]
    opened_at: Mapped[datetime]
    files_itself_at: Mapped[datetime | None]  # the clock comes back to it: it files itself, or is asked about
    expires_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    choices: Mapped[dict[str, Any]]  # what they tapped so far


class Piece(Base):
    """One message, or one edit of it, as it was said: in a draft, then in its appeal, or in an answer."""

    __tablename__ = "pieces"
    __table_args__ = (
        UniqueConstraint("bot_id", "chat_id", "message_id", "revision"),
        Index(None, "draft_id"),
        Index(None, "appeal_id"),
        Index(None, "answer_id"),
        one_of("kind", PieceKind),
    )

    id: Mapped[Key]
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    message_id: Mapped[int]
    revision: Mapped[int]  # 0 as sent, then the moment of the edit in Unix seconds
    is_half: Mapped[bool] = mapped_column(server_default=false())  # of a message that held two matters
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    said_at: Mapped[datetime]
    kind: Mapped[Word]
    text: Mapped[str | None]
    place: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # latitude, longitude, title
    album: Mapped[str | None] = mapped_column(String(64))
    media_id: Mapped[int | None] = mapped_column(ForeignKey("media.id"))
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("drafts.id"))
    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeals.id"))
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answers.id"))


class Media(Base):
    """A file that was sent. Its bytes are fetched after the commit to `path`, below the county's own folder."""

    __tablename__ = "media"
    __table_args__ = (
        Index(
            "ix_media_waiting",
            "not_before",
            postgresql_where=text("state = 'waiting'"),
            sqlite_where=text("state = 'waiting'"),
        ),
        one_of("state", MediaState),
        CheckConstraint("(state = 'kept') = (path is not null)", name="what_is_kept_has_a_path"),
    )

    id: Mapped[Key]
    bot_id: Mapped[int]
    file_id: Mapped[str] = mapped_column(String(256))
    unique_id: Mapped[str] = mapped_column(String(64))
    kind: Mapped[Word]
    mime: Mapped[str | None] = mapped_column(String(128))
    size: Mapped[int | None]  # bytes
    seconds: Mapped[int | None]
    state: Mapped[Word]
    path: Mapped[str | None]
    attempts: Mapped[int]
    not_before: Mapped[datetime]
    error: Mapped[str | None]


class OpenQuestion(Base):
    """The one question that a chat is being asked; the next one takes its place."""

    __tablename__ = "open_questions"
    __table_args__ = (UniqueConstraint("bot_id", "chat_id"),)

    id: Mapped[Key]
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    kind: Mapped[Word]
    data: Mapped[dict[str, Any]]
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime]
