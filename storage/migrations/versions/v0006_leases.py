"""Leases: one active courier, clock and poller."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "leases",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("holder", sa.String(160), nullable=False),
        sa.Column("until", Instant, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("name"),
    )


def downgrade() -> None:
    op.drop_table("leases")
