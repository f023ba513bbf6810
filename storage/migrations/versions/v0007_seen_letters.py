"""Letters that their readers have seen, or have not."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_INDEX = "ix_letters_unasked"
_UNASKED = sa.text("state = 'sent' and appeal_id is not null and is_seen is null")


def upgrade() -> None:
    op.add_column("letters", sa.Column("is_seen", sa.Boolean))
    op.create_index(_INDEX, "letters", ["bot_id", "settled_at"], postgresql_where=_UNASKED, sqlite_where=_UNASKED)


def downgrade() -> None:
    op.drop_index(_INDEX, "letters")
    with op.batch_alter_table("letters") as letters:
        letters.drop_column("is_seen")
