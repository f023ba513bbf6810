"""Commitments: what was promised to a household by which day."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("event_id", RowId, sa.ForeignKey("appeal_events.id"), nullable=False),
        sa.Column("unit_id", RowId, sa.ForeignKey("units.id")),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id")),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("head_official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("made_at", Instant, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("became", sa.String(32)),
        sa.UniqueConstraint("event_id"),
        sa.CheckConstraint("(unit_id is null) <> (grid_id is null)", name="in_one_name"),
        sa.CheckConstraint("became in ('kept', 'late', 'withdrawn')", name="became"),
    )
    op.create_index("ix_commitments_appeal_id", "commitments", ["appeal_id"])
    op.create_index("ix_commitments_became_due_at", "commitments", ["became", "due_at"])


def downgrade() -> None:
    op.drop_table("commitments")
