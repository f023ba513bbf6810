"""Which process does what only one may do."""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Key


class Lease(Base):
    """`number` grows with every change of holder: work done under an older one is out of date."""

    __tablename__ = "leases"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(64))
    holder: Mapped[str] = mapped_column(String(160))
    until: Mapped[datetime]
    number: Mapped[int]
