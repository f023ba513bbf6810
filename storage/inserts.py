"""The one statement that both engines know but SQLAlchemy spells per engine."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Base


async def insert_new(session: AsyncSession, model: type[Base], rows: Sequence[dict[str, Any]]) -> int:
    """Insert the rows in one statement, except those that are there already; how many were new."""
    if not rows:
        return 0
    statement = _insert(session.get_bind().dialect.name, model)
    # The rows stand beside the statement: within it, it would be compiled anew at each call.
    # Nulls are written out, so that rows with and without them are still one statement.
    return len((await session.execute(statement, rows, execution_options={"render_nulls": True})).all())


@cache
def _insert(dialect: str, model: type[Base]) -> Executable:
    insert = sqlite.insert(model) if dialect == "sqlite" else postgresql.insert(model)
    return insert.on_conflict_do_nothing().returning(model.__table__.c.id)
