"""What all tables share. Times are UTC; the same models serve SQLite and PostgreSQL."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Index, MetaData, String, text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import JSON

from storage.columns import Instant, RowId

_CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Key = Annotated[int, mapped_column(RowId, primary_key=True)]
Word = Annotated[str, mapped_column(String(32))]  # one of an enumeration's
Name = Annotated[str, mapped_column(String(128))]


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=_CONSTRAINT_NAMES)
    # JSON and not JSONB: JSONB refuses a NUL character, and no message may be lost over one.
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigInteger,
        datetime: Instant,
        dict[str, Any]: JSON,
        list[str]: JSON,
    }


def one_of(column: str, words: Iterable[StrEnum]) -> CheckConstraint:
    """The column holds one of the words (or nothing, where that is allowed)."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} in ({listed})", name=column)


def unique_where(name: str, condition: str, *columns: str) -> Index:
    """At most one row with these columns among those for which the condition holds."""
    where = text(condition)
    return Index(name, *columns, unique=True, postgresql_where=where, sqlite_where=where)
