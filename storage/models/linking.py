"""How accounts come to be linked: cards with tokens, and requests that somebody decides."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key, Word, one_of, unique_where


class InvitationKind(StrEnum):
    SLIP = "slip"  # single use, short-lived, names the household
    PLATE = "plate"  # on the door for years: it only asks
    OFFICIAL = "official"


class LinkDecision(StrEnum):
    AGREED = "agreed"
    REFUSED = "refused"


class Invitation(Base):
    """A printed token; only its SHA-256 (64 hexadecimal digits) is kept."""

    __tablename__ = "invitations"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        Index(None, "household_id"),
        Index(None, "official_id"),
        one_of("kind", InvitationKind),
        CheckConstraint("(kind = 'official') = (official_id is not null)", name="an_official_or_not"),
        CheckConstraint("(kind = 'official') = (household_id is null)", name="a_household_or_not"),
    )

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(String(64))
    kind: Mapped[Word]
    household_id: Mapped[int | None] = mapped_column(ForeignKey("households.id"))
    official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))  # nobody: the county office
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class LinkRequest(Base):
    """An account asks to be linked with one household, or as one official; one open request for each."""

    __tablename__ = "link_requests"
    __table_args__ = (
        unique_where("uq_link_requests_open_household", "decided_at is null", "account_id", "household_id"),
        unique_where("uq_link_requests_open_official", "decided_at is null", "account_id", "official_id"),
        Index(None, "household_id"),
        Index(None, "official_id"),
        one_of("decision", LinkDecision),
        CheckConstraint("(household_id is null) <> (official_id is null)", name="one_of_the_two"),
        CheckConstraint("(decision is null) = (decided_at is null)", name="decided_once"),
    )

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitations.id"))
    household_id: Mapped[int | None] = mapped_column(ForeignKey("households.id"))
    official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    name: Mapped[str] = mapped_column(String(128))  # what they call themselves
    asked_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by_account: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    decided_by_official: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    decision: Mapped[Word | None]


class LinkAttempt(Base):
    """A token that was tried in vain; counted, so that nobody can guess."""

    __tablename__ = "link_attempts"
    __table_args__ = (Index(None, "bot_id", "user_id", "at"),)

    id: Mapped[Key]
    bot_id: Mapped[int]
    user_id: Mapped[int]
    at: Mapped[datetime]
