"""Deputies for a time that is known beforehand, one for each official."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0009"
down_revision = "0008"

_OPEN = sa.text("until is null")


def upgrade() -> None:
    """The table is made anew: nothing could write to it before."""
    _make(["official_id"], sa.Column("ends_at", Instant, nullable=False), sa.Column("begun_at", Instant))


def downgrade() -> None:
    _make(["official_id", "deputy_id"])


def _make(one_open_for: list[str], *more: sa.Column[object]) -> None:
    op.drop_table("deputies")
    op.create_table(
        "deputies",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("deputy_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant),
        *more,
        sa.CheckConstraint("official_id <> deputy_id", name="somebody_else"),
    )
    op.create_index("ix_deputies_deputy_id", "deputies", ["deputy_id"])
    op.create_index(
        "uq_deputies_open", "deputies", one_open_for, unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN
    )
