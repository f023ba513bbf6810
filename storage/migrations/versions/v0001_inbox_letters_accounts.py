"""Inbox, letters and accounts: what the walking skeleton stands on."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0001"
down_revision = None


def upgrade() -> None:
    _inbox()
    _letters()
    op.create_table(
        "accounts",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("first_seen", Instant, nullable=False),
        sa.Column("last_seen", Instant, nullable=False),
        sa.Column("unreachable_since", Instant),
        sa.UniqueConstraint("bot_id", "user_id", "chat_id"),
    )
    op.create_index("ix_accounts_bot_id_chat_id", "accounts", ["bot_id", "chat_id"])


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("lane", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("payload", sa.JSON),
        sa.Column("received_at", Instant, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.BigInteger, nullable=False),
        sa.Column("not_before", Instant, nullable=False),
        sa.Column("lease", sa.String(32)),
        sa.Column("lease_until", Instant),
        sa.Column("error", sa.String),
        sa.Column("settled_at", Instant),
        sa.UniqueConstraint("bot_id", "update_id"),
    )
    _lane_index("ix_inbox_open_lane", "inbox", "lane", "state = 'open'")
    op.create_index("ix_inbox_settled_at", "inbox", ["settled_at"])


def _letters() -> None:
    op.create_table(
        "letters",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("dedupe_key", sa.String(128), nullable=False),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("wording", sa.String(64), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("text", sa.String),
        sa.Column("priority", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.BigInteger, nullable=False),
        sa.Column("doubts", sa.BigInteger, nullable=False),
        sa.Column("not_before", Instant, nullable=False),
        sa.Column("lease", sa.String(32)),
        sa.Column("lease_until", Instant),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("error", sa.String),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("settled_at", Instant),
        sa.UniqueConstraint("dedupe_key"),
    )
    unsettled = "state in ('pending', 'sending', 'uncertain')"
    _lane_index("ix_letters_unsettled_lane", "letters", "chat_id", unsettled)


def _lane_index(name: str, table: str, lane: str, unsettled: str) -> None:
    condition = sa.text(unsettled)
    op.create_index(name, table, ["bot_id", lane, "id"], postgresql_where=condition, sqlite_where=condition)


def downgrade() -> None:
    for table in ("accounts", "letters", "inbox"):
        op.drop_table(table)
