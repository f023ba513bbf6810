"""Appeals, their numbers, and a history that only grows."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0003"
down_revision = "0002"

_TABLES = (
    "number_series",
    "appeals",
    "appeal_barred",
    "appeal_events",
)
_GUARDS = {
    "sqlite": (
        "CREATE TRIGGER appeal_events_{verb} BEFORE {verb} ON appeal_events "
        "BEGIN SELECT RAISE(ABORT, 'appeal_events only grows'); END"
    ),
    "postgresql": (
        "CREATE TRIGGER appeal_events_{verb} BEFORE {verb} ON appeal_events "
        "FOR EACH STATEMENT EXECUTE FUNCTION appeal_events_only_grows()"
    ),
}
_FUNCTION = """
CREATE FUNCTION appeal_events_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'appeal_events only grows'; END $$
"""


def upgrade() -> None:
    _number_series()
    _appeals()
    _appeal_barred()
    _appeal_events()
    _guard_history()


def _guard_history() -> None:
    engine = op.get_bind().dialect.name
    if engine == "postgresql":
        op.execute(_FUNCTION)
    for verb in ("UPDATE", "DELETE"):
        op.execute(_GUARDS[engine].format(verb=verb))


def _number_series() -> None:
    op.create_table(
        "number_series",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("name"),
    )


def _appeals() -> None:
    op.create_table("appeals", *_appeal_columns(), *_appeal_constraints())
    op.create_index("ix_appeals_account_id", "appeals", ["account_id"])
    op.create_index("ix_appeals_grid_id_status_filed_at", "appeals", ["grid_id", "status", "filed_at"])
    op.create_index("ix_appeals_holder_grid_id_due_at", "appeals", ["holder_grid_id", "due_at"])
    op.create_index("ix_appeals_holder_official_id_due_at", "appeals", ["holder_official_id", "due_at"])
    op.create_index("ix_appeals_holder_unit_id_due_at", "appeals", ["holder_unit_id", "due_at"])
    op.create_index("ix_appeals_household_id", "appeals", ["household_id"])
    op.create_index("ix_appeals_status_due_at", "appeals", ["status", "due_at"])


def _appeal_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", RowId, primary_key=True),
        sa.Column("series", sa.String(32), nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("household_id", RowId, sa.ForeignKey("households.id"), nullable=False),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id")),
        sa.Column("written_by_account_id", RowId, sa.ForeignKey("accounts.id")),
        sa.Column("written_by_official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("category", sa.String(128), nullable=False),
        sa.Column("keywords", sa.JSON, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("urgency", sa.String(32), nullable=False),
        sa.Column("danger", sa.String(32)),
        sa.Column("is_private", sa.Boolean, nullable=False),
        sa.Column("private_reason", sa.String(32)),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(32)),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("holder_official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("holder_unit_id", RowId, sa.ForeignKey("units.id")),
        sa.Column("holder_grid_id", RowId, sa.ForeignKey("grids.id")),
        sa.Column("accept_by", Instant),
        sa.Column("due_at", Instant),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("filed_at", Instant, nullable=False),
        sa.Column("card_not_before", Instant, nullable=False),
        sa.Column("answered_at", Instant),
        sa.Column("closed_at", Instant),
    ]


def _appeal_constraints() -> list[sa.Constraint]:
    return [
        sa.UniqueConstraint("series", "number"),
        sa.CheckConstraint(
            "status not in ('filed', 'referred', 'escalated', 'accepted', 'asked', 'half_solved') or outcome is null",
            name="an_open_one_has_no_outcome",
        ),
        sa.CheckConstraint("is_private or private_reason is null", name="a_reason_means_private"),
        sa.CheckConstraint(
            "status not in ('filed', 'referred', 'escalated', 'accepted', 'asked', 'half_solved') "
            "or (holder_official_id is not null or holder_unit_id is not null or holder_grid_id is "
            "not null)",
            name="an_open_one_has_a_holder",
        ),
        sa.CheckConstraint("account_id is not null or written_by_account_id is not null", name="somebody_wrote_it"),
        sa.CheckConstraint("number > 0", name="numbers_begin_at_one"),
        sa.CheckConstraint(
            "status not in ('filed', 'referred', 'escalated', 'accepted', 'asked', 'half_solved') "
            "or due_at is not null",
            name="an_open_one_has_a_due_time",
        ),
        sa.CheckConstraint(
            "status in ('filed', 'referred', 'escalated', 'accepted', 'asked', 'half_solved', "
            "'answered', 'resting', 'closed', 'withdrawn')",
            name="status",
        ),
        sa.CheckConstraint(
            "written_by_official_id is null or written_by_account_id is not null", name="an_office_writes_by_phone"
        ),
        sa.CheckConstraint("level in ('cadre', 'village', 'area', 'township', 'county')", name="level"),
        sa.CheckConstraint(
            "outcome in ('solved', 'partly_solved', 'explained', 'cannot', 'forwarded_up', 'withdrawn')", name="outcome"
        ),
    ]


def _appeal_barred() -> None:
    op.create_table(
        "appeal_barred",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.UniqueConstraint("appeal_id", "official_id"),
    )
    op.create_index("ix_appeal_barred_official_id", "appeal_barred", ["official_id"])


def _appeal_events() -> None:
    op.create_table("appeal_events", *_appeal_event_columns(), *_appeal_event_constraints())
    op.create_index("ix_appeal_events_appeal_id_id", "appeal_events", ["appeal_id", "id"])
    op.create_index("ix_appeal_events_to_grid_id_appeal_id", "appeal_events", ["to_grid_id", "appeal_id"])
    op.create_index("ix_appeal_events_to_official_id_appeal_id", "appeal_events", ["to_official_id", "appeal_id"])
    _unique_where("uq_appeal_events_filed", "appeal_events", ["appeal_id"], "action = 'file' and not is_told")


def _appeal_event_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(32), nullable=False),
        sa.Column("actor_account_id", RowId, sa.ForeignKey("accounts.id")),
        sa.Column("actor_official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("from_status", sa.String(32)),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("to_official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("to_unit_id", RowId, sa.ForeignKey("units.id")),
        sa.Column("to_grid_id", RowId, sa.ForeignKey("grids.id")),
        sa.Column("is_told", sa.Boolean, nullable=False),
        sa.Column("due_at", Instant),
        sa.Column("note", sa.String),
        sa.Column("data", sa.JSON, nullable=False),
    ]


def _appeal_event_constraints() -> list[sa.Constraint]:
    return [
        sa.CheckConstraint(
            "status in ('filed', 'referred', 'escalated', 'accepted', 'asked', 'half_solved', "
            "'answered', 'resting', 'closed', 'withdrawn')",
            name="status",
        ),
        sa.CheckConstraint("actor in ('author', 'writer', 'holder', 'lead', 'county_office', 'clock')", name="actor"),
        sa.CheckConstraint("level in ('cadre', 'village', 'area', 'township', 'county')", name="level"),
        sa.CheckConstraint(
            "from_status in ('filed', 'referred', 'escalated', 'accepted', 'asked', 'half_solved', "
            "'answered', 'resting', 'closed', 'withdrawn')",
            name="from_status",
        ),
        sa.CheckConstraint(
            "action in ('file', 'accept', 'tell', 'answer', 'ask_back', 'add_words', 'escalate', "
            "'extend', 'refer', 'return', 'urge', 'note', 'withdraw', 'make_private', "
            "'reclassify', 'bar', 'judge_solved', 'judge_half', 'judge_unsolved', 'rest', "
            "'reopen', 'remind', 'alarm', 'ask_verdict', 'close')",
            name="action",
        ),
    ]


def _unique_where(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=True, postgresql_where=where, sqlite_where=where)


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION appeal_events_only_grows()")
