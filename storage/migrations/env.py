"""Run by Alembic for every command; the connection comes from storage/migrate.py."""

from alembic import context
from sqlalchemy import text

from storage.models import Base

_ONE_AT_A_TIME = 7_219_033_001  # any number, the same in every process


def _migrate() -> None:
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})"))
        context.run_migrations()


_migrate()
