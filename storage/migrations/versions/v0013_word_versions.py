"""The county's changes of the hand-written words."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0013"
down_revision = "0012"

_GUARDS = {
    "sqlite": (
        "CREATE TRIGGER word_versions_{verb} BEFORE {verb} ON word_versions "
        "BEGIN SELECT RAISE(ABORT, 'word_versions only grows'); END"
    ),
    "postgresql": (
        "CREATE TRIGGER word_versions_{verb} BEFORE {verb} ON word_versions "
        "FOR EACH STATEMENT EXECUTE FUNCTION word_versions_only_grows()"
    ),
}
_FUNCTION = """
CREATE FUNCTION word_versions_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'word_versions only grows'; END $$
"""


def upgrade() -> None:
    op.create_table(
        "word_versions",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("made_at", Instant, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("changes", sa.JSON, nullable=False),
    )
    engine = op.get_bind().dialect.name
    if engine == "postgresql":
        op.execute(_FUNCTION)
    for verb in ("UPDATE", "DELETE"):
        op.execute(_GUARDS[engine].format(verb=verb))


def downgrade() -> None:
    op.drop_table("word_versions")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION word_versions_only_grows()")
