"""Appeals (诉求), their numbers, and their history, which only grows."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Actor, Outcome, Status
from storage.models.base import Base, Key, Name, Word, one_of, unique_where

_OPEN = ", ".join(f"'{status}'" for status in Status if status.is_open)
_HELD = "(holder_official_id is not null or holder_unit_id is not null or holder_grid_id is not null)"


class NumberSeries(Base):
    """The last number given in a village, or in the county's own series. Its row's lock keeps gaps out."""

    __tablename__ = "number_series"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[Key]
    name: Mapped[Word]
    last: Mapped[int]


class Appeal(Base):
    """It belongs to the account that sent it; without one, an official wrote it for a household without phones.

    `epoch` counts changes of status and holder: a button of an earlier epoch does nothing.
    A holder is a person, in the name of a unit or a grid where one is given; or a unit or a grid as such.
    """

    __tablename__ = "appeals"
    __table_args__ = (
        UniqueConstraint("series", "number"),
        Index(None, "household_id"),
        Index(None, "account_id"),
        Index(None, "grid_id", "status", "filed_at"),
        Index(None, "holder_official_id", "due_at"),
        Index(None, "holder_unit_id", "due_at"),
        Index(None, "holder_grid_id", "due_at"),
        Index(None, "look_at"),
        one_of("status", Status),
        one_of("outcome", Outcome),
        one_of("level", Level),
        CheckConstraint(f"status not in ({_OPEN}) or {_HELD}", name="an_open_one_has_a_holder"),
        CheckConstraint(f"status not in ({_OPEN}) or due_at is not null", name="an_open_one_has_a_due_time"),
        CheckConstraint(f"status not in ({_OPEN}) or outcome is null", name="an_open_one_has_no_outcome"),
        CheckConstraint("account_id is not null or written_by_account_id is not null", name="somebody_wrote_it"),
        CheckConstraint(
            "written_by_official_id is null or written_by_account_id is not null", name="an_office_writes_by_phone"
        ),
        CheckConstraint("is_private or private_reason is null", name="a_reason_means_private"),
        CheckConstraint("number > 0", name="numbers_begin_at_one"),
    )

    id: Mapped[Key]
    series: Mapped[Word]
    number: Mapped[int]
    household_id: Mapped[int] = mapped_column(ForeignKey("households.id"))
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))  # the household's village
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    written_by_account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))  # for somebody else
    written_by_official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    category: Mapped[Name]
    keywords: Mapped[list[str]]
    title: Mapped[str]  # their own words, the most telling clause
    urgency: Mapped[Word]
    danger: Mapped[Word | None]  # which kind
    is_private: Mapped[bool]
    private_reason: Mapped[Word | None]
    status: Mapped[Word]
    outcome: Mapped[Word | None]
    level: Mapped[Word]
    holder_official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    holder_unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    holder_grid_id: Mapped[int | None] = mapped_column(ForeignKey("grids.id"))
    accept_by: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    look_at: Mapped[datetime | None]  # by the clock
    epoch: Mapped[int]
    filed_at: Mapped[datetime]
    card_not_before: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class AppealBarred(Base):
    """An official who must learn nothing of the appeal, whatever other post they hold."""

    __tablename__ = "appeal_barred"
    __table_args__ = (UniqueConstraint("appeal_id", "official_id"), Index(None, "official_id"))

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    reason: Mapped[Word]
    since: Mapped[datetime]


class AppealEvent(Base):
    """A step of an appeal. The database itself refuses to change or delete one.

    `to_…` says to whom it went by this step, or who was only told of it.
    """

    __tablename__ = "appeal_events"
    __table_args__ = (
        Index(None, "appeal_id", "id"),
        Index(None, "to_grid_id", "appeal_id"),
        Index(None, "to_official_id", "appeal_id"),
        unique_where("uq_appeal_events_filed", "action = 'file' and not is_told", "appeal_id"),
        one_of("action", Action),
        one_of("actor", Actor),
        one_of("from_status", Status),
        one_of("status", Status),
        one_of("level", Level),
    )

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    at: Mapped[datetime]
    action: Mapped[Word]
    actor: Mapped[Word]
    actor_account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    actor_official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    from_status: Mapped[Word | None]
    status: Mapped[Word]
    level: Mapped[Word]
    to_official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    to_unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    to_grid_id: Mapped[int | None] = mapped_column(ForeignKey("grids.id"))
    is_told: Mapped[bool]
    due_at: Mapped[datetime | None]
    note: Mapped[str | None]
    data: Mapped[dict[str, Any]]
