"""The county's changes of the hand-written words, version after version."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from storage.models.base import Base, Key


class WordVersion(Base):
    """The newest one is in force. The database itself refuses to change or delete one.

    `changes` are all of [category, word, weight], not what differs from the version before.
    """

    __tablename__ = "word_versions"

    id: Mapped[Key]  # 1, 2, 3 …: it is said aloud
    made_at: Mapped[datetime]
    note: Mapped[str]
    changes: Mapped[list[Any]] = mapped_column(JSON)
