"""Households pass to another cadre, and their open appeals with them: one more step of the lifecycle."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0015"

_BEFORE, _WITH = "'return'", "'return', 'hand_over'"


def upgrade() -> None:
    _reword(_BEFORE, _WITH)


def downgrade() -> None:
    """Raises ValueError where such a step was taken: a history is not cut."""
    taken = sa.text("select count(*) from appeal_events where action = 'hand_over'")
    if op.get_bind().execute(taken).scalar_one():
        raise ValueError("Appeals were handed over: their history cannot go back before that.")
    _reword(_WITH, _BEFORE)


def _reword(before: str, after: str) -> None:
    """Which actions are known. The rows stay where they are, however many."""
    if op.get_bind().dialect.name == "postgresql":
        _reword_constraint(_typed(before), _typed(after))
    else:
        _reword_table(before, after)


def _typed(words: str) -> str:
    return ", ".join(f"{word}::character varying" for word in words.split(", "))


def _reword_constraint(before: str, after: str) -> None:
    query = sa.text(
        "select conname, pg_get_constraintdef(oid) from pg_constraint "
        "where conrelid = 'appeal_events'::regclass and contype = 'c' and conname like '%action'"
    )
    name, definition = op.get_bind().execute(query).one()
    op.execute(f"ALTER TABLE appeal_events DROP CONSTRAINT {name}")
    op.execute(f"ALTER TABLE appeal_events ADD CONSTRAINT {name} {definition.replace(before, after)}")


def _reword_table(before: str, after: str) -> None:
    """As https://www.sqlite.org/lang_altertable.html (section 7) has it for constraints that no stored row breaks."""
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    statement = sa.text("update sqlite_schema set sql = replace(sql, :before, :after) where name = 'appeal_events'")
    connection.execute(statement, {"before": before, "after": after})
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = RESET")
