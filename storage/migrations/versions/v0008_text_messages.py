"""Text messages by the county's own gate."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "text_messages",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("letter_id", RowId, sa.ForeignKey("letters.id"), nullable=False),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.BigInteger, nullable=False),
        sa.Column("not_before", Instant, nullable=False),
        sa.Column("error", sa.String),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("settled_at", Instant),
        sa.UniqueConstraint("letter_id"),
        sa.CheckConstraint("state in ('waiting', 'sent', 'given_up')", name="state"),
    )
    op.create_index("ix_text_messages_state_not_before", "text_messages", ["state", "not_before"])


def downgrade() -> None:
    op.drop_table("text_messages")
