"""Commitments (承诺): what was promised to a household by which day, in whose name."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.rules.commitments import Kept
from storage.models.base import Base, Key, Word, one_of


class Commitment(Base):
    """Of a unit, or of a grid that does it itself, made by the step `event_id`. Whether it is kept follows from the
    steps after that one; what it `became` is written once its moment has passed, when no step can change it.

    `head_official_id`: who was named as first responsible then.
    """

    __tablename__ = "commitments"
    __table_args__ = (
        UniqueConstraint("event_id"),
        Index(None, "appeal_id"),
        Index(None, "became", "due_at"),
        one_of("became", (Kept.KEPT, Kept.LATE, Kept.WITHDRAWN)),
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
    became: Mapped[Word | None]
