"""The county's tree, and who answers for its nodes."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.rules.levels import GRID_LEVELS
from bot.rules.numbers import COUNTY_SERIES
from storage.models.base import Base, Key, Name, Word, one_of, unique_where


class Unit(Base):
    """A bureau that matters are referred to (责任单位)."""

    __tablename__ = "units"
    __table_args__ = (UniqueConstraint("code"),)

    id: Mapped[Key]
    code: Mapped[Name]
    name: Mapped[Name]
    categories: Mapped[list[str]]


class Official(Base):
    """Somebody who serves the county; `no` is the number that a draw may call, and never changes."""

    __tablename__ = "officials"
    __table_args__ = (UniqueConstraint("no"), Index(None, "unit_id"))

    id: Mapped[Key]
    no: Mapped[Name]
    name: Mapped[Name]
    unit: Mapped[Name]  # as the roster writes it
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))  # where that is a unit of ours
    post: Mapped[Name]
    phone: Mapped[Name | None]
    left_at: Mapped[datetime | None]


class Grid(Base):
    """A node of the tree county → township → area → village (网格).

    `short_name` stands in spoken numbers (磨石沟-127); it is unique and must not change once it was used.
    """

    __tablename__ = "grids"
    __table_args__ = (
        UniqueConstraint("code"),
        UniqueConstraint("short_name"),
        Index(None, "parent_id"),
        one_of("level", GRID_LEVELS),
        CheckConstraint("(level = 'county') = (parent_id is null)", name="only_the_county_has_no_parent"),
        CheckConstraint("level <> 'village' or short_name is not null", name="a_village_has_a_short_name"),
        CheckConstraint(f"level = 'county' or short_name <> '{COUNTY_SERIES}'", name="the_county_has_its_own_series"),
    )

    id: Mapped[Key]
    code: Mapped[Name]
    name: Mapped[Name]
    level: Mapped[Word]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("grids.id"))
    short_name: Mapped[str | None] = mapped_column(String(32))


class GridLead(Base):
    """Who answers for a grid; `rank` 0 is the first of them."""

    __tablename__ = "grid_leads"
    __table_args__ = (
        unique_where("uq_grid_leads_open", "until is null", "grid_id", "official_id"),
        Index(None, "official_id"),
    )

    id: Mapped[Key]
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    rank: Mapped[int]
    since: Mapped[datetime]
    until: Mapped[datetime | None]


class Deputy(Base):
    """Who stands in for an official who is away: planned, then begun, then over at `until`."""

    __tablename__ = "deputies"
    __table_args__ = (
        unique_where("uq_deputies_open", "until is null", "official_id"),
        Index(None, "deputy_id"),
        CheckConstraint("official_id <> deputy_id", name="somebody_else"),
    )

    id: Mapped[Key]
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    deputy_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    ends_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
