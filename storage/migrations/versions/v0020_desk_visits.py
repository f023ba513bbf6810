"""Visits of officials to the desk on the web."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "desk_visits",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("ends_at", Instant, nullable=False),
        sa.Column("entered_at", Instant),
        sa.UniqueConstraint("secret_hash"),
    )
    op.create_index("ix_desk_visits_account_id", "desk_visits", ["account_id"])
    op.create_index("ix_desk_visits_ends_at", "desk_visits", ["ends_at"])


def downgrade() -> None:
    op.drop_table("desk_visits")
