"""What people said and were answered, what the village may read, and who was shown what."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0004"
down_revision = "0003"

_TABLES = (
    "answers",
    "verdicts",
    "echoes",
    "drafts",
    "media",
    "pieces",
    "open_questions",
    "look_log",
    "deliveries",
)


def upgrade() -> None:
    _answers()
    _verdicts()
    _echoes()
    _drafts()
    _media()
    _pieces()
    _open_questions()
    _look_log()
    _deliveries()


def _answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("outcome", sa.String(32)),
        sa.Column("reason", sa.String),
        sa.Column("written_at", Instant, nullable=False),
        sa.Column("goes_out_at", Instant, nullable=False),
        sa.Column("sent_at", Instant),
        sa.Column("dropped_at", Instant),
        sa.CheckConstraint(
            "outcome in ('solved', 'partly_solved', 'explained', 'cannot', 'forwarded_up', 'withdrawn')", name="outcome"
        ),
        sa.CheckConstraint("level in ('cadre', 'village', 'area', 'township', 'county')", name="level"),
    )
    op.create_index("ix_answers_appeal_id", "answers", ["appeal_id"])
    _unique_where(
        "uq_answers_unsent", "answers", ["appeal_id", "official_id"], "sent_at is null and dropped_at is null"
    )


def _verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("answer_id", RowId, sa.ForeignKey("answers.id"), nullable=False),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("value", sa.String(32)),
        sa.Column("missing", sa.String),
        sa.Column("asked_at", Instant, nullable=False),
        sa.Column("asked_again_at", Instant),
        sa.Column("judged_at", Instant),
        sa.UniqueConstraint("answer_id"),
        sa.CheckConstraint("value in ('solved', 'half', 'not_solved')", name="value"),
        sa.CheckConstraint("(value is null) = (judged_at is null)", name="judged_once"),
    )
    op.create_index("ix_verdicts_appeal_id", "verdicts", ["appeal_id"])
    op.create_index("ix_verdicts_value_asked_at", "verdicts", ["value", "asked_at"])


def _echoes() -> None:
    op.create_table(
        "echoes",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sa.Column("form", sa.String(32), nullable=False),
        sa.Column("category", sa.String(128), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("answer", sa.String, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("preview_at", Instant, nullable=False),
        sa.Column("shows_at", Instant, nullable=False),
        sa.Column("agreed_at", Instant),
        sa.Column("shown_at", Instant),
        sa.Column("withdrawn_at", Instant),
        sa.UniqueConstraint("appeal_id"),
        sa.CheckConstraint("form in ('full', 'category_only')", name="form"),
        sa.CheckConstraint("form = 'full' or (words = '' and answer = '')", name="a_category_has_no_words"),
        sa.CheckConstraint("state in ('preview', 'shown', 'withheld', 'withdrawn')", name="state"),
        sa.CheckConstraint(
            "outcome in ('solved', 'partly_solved', 'explained', 'cannot', 'forwarded_up', 'withdrawn')", name="outcome"
        ),
    )
    op.create_index("ix_echoes_grid_id_state_shown_at", "echoes", ["grid_id", "state", "shown_at"])
    op.create_index("ix_echoes_state_shows_at", "echoes", ["state", "shows_at"])


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("household_id", RowId, sa.ForeignKey("households.id")),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("opened_at", Instant, nullable=False),
        sa.Column("files_itself_at", Instant),
        sa.Column("expires_at", Instant),
        sa.Column("settled_at", Instant),
        sa.Column("choices", sa.JSON, nullable=False),
        sa.CheckConstraint("(state = 'kept') = (expires_at is not null)", name="only_the_kept_expire"),
        sa.CheckConstraint("state in ('open', 'kept', 'filed', 'dropped')", name="state"),
    )
    op.create_index("ix_drafts_state_expires_at", "drafts", ["state", "expires_at"])
    op.create_index("ix_drafts_state_files_itself_at", "drafts", ["state", "files_itself_at"])
    _unique_where("uq_drafts_open", "drafts", ["account_id"], "state = 'open'")


def _media() -> None:
    op.create_table(
        "media",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("file_id", sa.String(256), nullable=False),
        sa.Column("unique_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("mime", sa.String(128)),
        sa.Column("size", sa.BigInteger),
        sa.Column("seconds", sa.BigInteger),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("path", sa.String),
        sa.Column("attempts", sa.BigInteger, nullable=False),
        sa.Column("not_before", Instant, nullable=False),
        sa.Column("error", sa.String),
        sa.CheckConstraint("(state = 'kept') = (path is not null)", name="what_is_kept_has_a_path"),
        sa.CheckConstraint("state in ('waiting', 'kept', 'gone')", name="state"),
    )
    op.create_index(
        "ix_media_waiting",
        "media",
        ["not_before"],
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )


def _pieces() -> None:
    op.create_table(
        "pieces",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("said_at", Instant, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("text", sa.String),
        sa.Column("place", sa.JSON),
        sa.Column("album", sa.String(64)),
        sa.Column("media_id", RowId, sa.ForeignKey("media.id")),
        sa.Column("draft_id", RowId, sa.ForeignKey("drafts.id")),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id")),
        sa.Column("answer_id", RowId, sa.ForeignKey("answers.id")),
        sa.UniqueConstraint("bot_id", "chat_id", "message_id", "revision"),
        sa.CheckConstraint("kind in ('text', 'photo', 'voice', 'video', 'document', 'place', 'contact')", name="kind"),
    )
    op.create_index("ix_pieces_answer_id", "pieces", ["answer_id"])
    op.create_index("ix_pieces_appeal_id", "pieces", ["appeal_id"])
    op.create_index("ix_pieces_draft_id", "pieces", ["draft_id"])


def _open_questions() -> None:
    op.create_table(
        "open_questions",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("asked_at", Instant, nullable=False),
        sa.Column("expires_at", Instant, nullable=False),
        sa.UniqueConstraint("bot_id", "chat_id"),
    )


def _look_log() -> None:
    op.create_table(
        "look_log",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("at", Instant, nullable=False),
    )
    op.create_index("ix_look_log_account_id_at", "look_log", ["account_id", "at"])
    op.create_index("ix_look_log_appeal_id", "look_log", ["appeal_id"])


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("letter_id", RowId, sa.ForeignKey("letters.id")),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.UniqueConstraint("bot_id", "chat_id", "message_id"),
        sa.CheckConstraint("kind in ('card', 'notice', 'private_text')", name="kind"),
    )
    op.create_index("ix_deliveries_appeal_id_chat_id", "deliveries", ["appeal_id", "chat_id"])


def _unique_where(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=True, postgresql_where=where, sqlite_where=where)


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)
