"""Households, and the cadre whom each is lastingly linked with."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key, Name, unique_where


class Household(Base):
    __tablename__ = "households"
    __table_args__ = (UniqueConstraint("code"), Index(None, "grid_id"))

    id: Mapped[Key]
    code: Mapped[Name]
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"))  # its village
    head: Mapped[Name]
    members: Mapped[int]
    address: Mapped[Name]
    phone: Mapped[Name | None]


class ContactLink(Base):
    """Cadre and household; it survives any change of the cadre's post. Without an open one the household
    is the village lead's."""

    __tablename__ = "contact_links"
    __table_args__ = (
        unique_where("uq_contact_links_open", "until is null", "household_id"),
        Index(None, "official_id"),
        Index(None, "household_id"),
    )

    id: Mapped[Key]
    household_id: Mapped[int] = mapped_column(ForeignKey("households.id"))
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    reason: Mapped[Name | None]  # why it began


class HouseholdMember(Base):
    """An account that speaks for a household. Ended, never deleted."""

    __tablename__ = "household_members"
    __table_args__ = (
        unique_where("uq_household_members_open", "until is null", "household_id", "account_id"),
        Index(None, "account_id"),
    )

    id: Mapped[Key]
    household_id: Mapped[int] = mapped_column(ForeignKey("households.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    name: Mapped[Name]  # what they call themselves
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))  # nobody: the county office
    confirmed_by_account: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    confirmed_by_official: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))


class OfficialAccount(Base):
    """An account that acts as an official: one account, one official at a time."""

    __tablename__ = "official_accounts"
    __table_args__ = (
        unique_where("uq_official_accounts_open", "until is null", "account_id"),
        Index(None, "official_id"),
    )

    id: Mapped[Key]
    official_id: Mapped[int] = mapped_column(ForeignKey("officials.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("officials.id"))  # nobody: at the terminal
