"""Commitments (承诺): what was promised to a household by which day, in whose name."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key


class Commitment(Base):
    """Of a unit, or of a grid that does it itself. Whether it was kept stands in no column: it follows from the steps
    of the appeal after `event_id`, the one by which it was made.

    `head_official_id`: who was named as first responsible then. `looked_at`: the clock has dealt with its moment.
    """

    __tablename__ = "commitments"
    __table_args__ = (
        UniqueConstraint("event_id"),
        Index(None, "appeal_id"),
        Index(None, "looked_at", "due_at"),
        CheckConstraint("(unit_id is null) <> (grid_id is null)", name="in_one_name"),
    )

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("appeal_events.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grids.id"))
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    head_official_id: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    what: Mapped[str]  # in the promiser's own words; may be empty
    looked_at: Mapped[datetime | None]
