"""Whether the database answers."""

from sqlalchemy import text

from storage.engine import Session


async def find_revision(session: Session) -> str | None:
    """The revision of the tables; None where none were made yet."""
    revision: str | None = await session.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
