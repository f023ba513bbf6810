"""Study meetings: dockets, and what was decided."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0015"
down_revision = "0014"

_OPEN = sa.text("closed_at is null")
_TABLES = ("study_helpers", "study_decisions", "study_items", "study_meetings")


def upgrade() -> None:
    _meetings()
    _items()
    _decisions()


def _meetings() -> None:
    op.create_table(
        "study_meetings",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sa.Column("opened_at", Instant, nullable=False),
        sa.Column("opened_by_official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("closed_at", Instant),
    )
    op.create_index("ix_study_meetings_grid_id_opened_at", "study_meetings", ["grid_id", "opened_at"])
    op.create_index(
        "uq_study_meetings_open",
        "study_meetings",
        ["grid_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def _items() -> None:
    op.create_table(
        "study_items",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("meeting_id", RowId, sa.ForeignKey("study_meetings.id"), nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id")),
        sa.Column("issue_id", RowId, sa.ForeignKey("common_issues.id")),
        sa.Column("came_back_from_id", RowId, sa.ForeignKey("study_items.id")),
        sa.Column("status", sa.String(32), nullable=False),
        sa.UniqueConstraint("meeting_id", "position"),
        sa.CheckConstraint("status in ('open', 'decided', 'moved_up', 'skipped')", name="status"),
        sa.CheckConstraint("(appeal_id is null) <> (issue_id is null)", name="one_of_the_two"),
    )
    op.create_index("ix_study_items_appeal_id", "study_items", ["appeal_id"])
    op.create_index("ix_study_items_issue_id", "study_items", ["issue_id"])


def _decisions() -> None:
    op.create_table(
        "study_decisions",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("item_id", RowId, sa.ForeignKey("study_items.id"), nullable=False),
        sa.Column("measure", sa.String),
        sa.Column("unit_id", RowId, sa.ForeignKey("units.id")),
        sa.Column("due_at", Instant),
        sa.Column("moved_to_grid_id", RowId, sa.ForeignKey("grids.id")),
        sa.Column("decided_at", Instant, nullable=False),
        sa.Column("decided_by_official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("finished_at", Instant),
        sa.UniqueConstraint("item_id"),
        sa.CheckConstraint("(measure is null) = (due_at is null)", name="a_measure_has_a_deadline"),
        sa.CheckConstraint("(measure is null) <> (moved_to_grid_id is null)", name="decided_or_moved_up"),
    )
    op.create_index(
        "ix_study_decisions_moved_to_grid_id_finished_at", "study_decisions", ["moved_to_grid_id", "finished_at"]
    )
    op.create_table(
        "study_helpers",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("decision_id", RowId, sa.ForeignKey("study_decisions.id"), nullable=False),
        sa.Column("unit_id", RowId, sa.ForeignKey("units.id"), nullable=False),
        sa.UniqueConstraint("decision_id", "unit_id"),
    )


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
