"""Which letters told of past answers is found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

_TELLS_OF_PAST = sa.text("wording in ('past-answer', 'past-draft')")


def upgrade() -> None:
    op.create_index(
        "ix_letters_of_past",
        "letters",
        ["id"],
        sqlite_where=_TELLS_OF_PAST,
        postgresql_where=_TELLS_OF_PAST,
    )


def downgrade() -> None:
    op.drop_index("ix_letters_of_past", "letters")
