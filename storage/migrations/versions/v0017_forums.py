"""Grids' forum groups and the topics of appeals in them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0017"
down_revision = "0016"

_OPEN = sa.text("until is null")


def upgrade() -> None:
    _forums()
    op.create_table(
        "forum_members",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("forum_id", RowId, sa.ForeignKey("forums.id"), nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.UniqueConstraint("forum_id", "user_id"),
    )
    _topics()
    op.add_column("letters", sa.Column("topic_id", sa.BigInteger))


def _forums() -> None:
    op.create_table(
        "forums",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sa.Column("tied_by", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("unknown", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("count_at", Instant, nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant),
        sa.CheckConstraint("state in ('uncounted', 'posting', 'stopped')", name="state"),
    )
    for name, columns in (("uq_forums_open", ["grid_id"]), ("uq_forums_open_chat", ["bot_id", "chat_id"])):
        op.create_index(name, "forums", columns, unique=True, postgresql_where=_OPEN, sqlite_where=_OPEN)


def _topics() -> None:
    op.create_table(
        "topics",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("forum_id", RowId, sa.ForeignKey("forums.id"), nullable=False),
        sa.Column("name", sa.String(128)),
        sa.Column("thread_id", sa.BigInteger),
        sa.Column("is_closed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("is_made_anew", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("gone_at", Instant),
        sa.UniqueConstraint("appeal_id", "forum_id"),
    )
    op.create_index("ix_topics_forum_id_thread_id", "topics", ["forum_id", "thread_id"])


def downgrade() -> None:
    with op.batch_alter_table("letters") as letters:
        letters.drop_column("topic_id")
    for table in ("topics", "forum_members", "forums"):
        op.drop_table(table)
