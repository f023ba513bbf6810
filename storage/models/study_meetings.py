"""Study meetings (研判会): what a grid spoke of, and what it decided."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key, Word, one_of, unique_where


class StudyMeeting(Base):
    """One at a time in a grid. Without `opened_by_official_id` the clock opened it."""

    __tablename__ = "study_meetings"
    __table_args__ = (
        unique_where("uq_study_meetings_open", "closed_at is null", "grid_id"),
        Index(None, "grid_id", "opened_at"),
    )

    id: Mapped[Key]
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))
    opened_at: Mapped[datetime]
    opened_by_official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    closed_at: Mapped[datetime | None]


class ItemStatus(StrEnum):
    OPEN = "open"
    DECIDED = "decided"
    MOVED_UP = "moved_up"
    SKIPPED = "skipped"


class StudyItem(Base):
    """A place in a docket: an appeal or a common issue, which came back
    where what was decided on an earlier item was not done."""

    __tablename__ = "study_items"
    __table_args__ = (
        UniqueConstraint("meeting_id", "position"),
        Index(None, "appeal_id"),
        Index(None, "issue_id"),
        one_of("status", ItemStatus),
        CheckConstraint("(appeal_id is null) <> (issue_id is null)", name="one_of_the_two"),
    )

    id: Mapped[Key]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("study_meetings.id"))
    position: Mapped[int]
    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeals.id"))
    issue_id: Mapped[int | None] = mapped_column(ForeignKey("common_issues.id"))
    came_back_from_id: Mapped[int | None] = mapped_column(ForeignKey("study_items.id"))
    status: Mapped[Word]


class StudyDecision(Base):
    """What was decided on an item: a measure in the lead's own words and by when, or that the next grid decides.

    Without a unit the grid does it itself. `finished_at`: it was answered, decided anew, or taken up above.
    """

    __tablename__ = "study_decisions"
    __table_args__ = (
        UniqueConstraint("item_id"),
        Index(None, "moved_to_grid_id", "finished_at"),
        CheckConstraint("(measure is null) = (due_at is null)", name="a_measure_has_a_deadline"),
        CheckConstraint("(measure is null) <> (moved_to_grid_id is null)", name="decided_or_moved_up"),
    )

    id: Mapped[Key]
    item_id: Mapped[int] = mapped_column(ForeignKey("study_items.id"))
    measure: Mapped[str | None]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    due_at: Mapped[datetime | None]
    moved_to_grid_id: Mapped[int | None] = mapped_column(ForeignKey("grids.id"))
    decided_at: Mapped[datetime]
    decided_by_official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    finished_at: Mapped[datetime | None]


class StudyHelper(Base):
    """A unit that helps the one in the lead."""

    __tablename__ = "study_helpers"
    __table_args__ = (UniqueConstraint("decision_id", "unit_id"),)

    id: Mapped[Key]
    decision_id: Mapped[int] = mapped_column(ForeignKey("study_decisions.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
