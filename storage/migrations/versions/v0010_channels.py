"""Villages' channels."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0010"
down_revision = "0009"

_OPEN = sa.text("until is null")


def upgrade() -> None:
    op.create_table(
        "channels",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sa.Column("tied_by", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant),
    )
    for name, columns in (("uq_channels_open", ["grid_id"]), ("uq_channels_open_chat", ["bot_id", "chat_id"])):
        op.create_index(name, "channels", columns, unique=True, postgresql_where=_OPEN, sqlite_where=_OPEN)


def downgrade() -> None:
    op.drop_table("channels")
