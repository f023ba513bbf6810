"""Common issues made by hand, and past answers that are out of date."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0019"
down_revision = "0018"

_STANDING = sa.text("lifted_at is null")


def upgrade() -> None:
    _acts()
    op.create_table(
        "stale_answers",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("answer_id", RowId, sa.ForeignKey("answers.id"), nullable=False),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("marked_at", Instant, nullable=False),
        sa.Column("lifted_at", Instant),
    )
    op.create_index(
        "uq_stale_answers_standing",
        "stale_answers",
        ["answer_id"],
        unique=True,
        sqlite_where=_STANDING,
        postgresql_where=_STANDING,
    )


def _acts() -> None:
    op.create_table(
        "issue_acts",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("issue_id", RowId, sa.ForeignKey("common_issues.id"), nullable=False),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("done_at", Instant, nullable=False),
        sa.Column("undone_at", Instant),
    )
    op.create_index("ix_issue_acts_issue_id", "issue_acts", ["issue_id"])
    op.create_table(
        "issue_act_members",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("act_id", RowId, sa.ForeignKey("issue_acts.id"), nullable=False),
        sa.Column("member_id", RowId, sa.ForeignKey("common_issue_members.id"), nullable=False),
        sa.Column("came_from_id", RowId, sa.ForeignKey("common_issue_members.id")),
        sa.UniqueConstraint("member_id"),
    )
    op.create_index("ix_issue_act_members_act_id", "issue_act_members", ["act_id"])
    op.create_index("ix_issue_act_members_came_from_id", "issue_act_members", ["came_from_id"])


def downgrade() -> None:
    for table in ("issue_act_members", "issue_acts", "stale_answers"):
        op.drop_table(table)
