"""Appeals are found by their words, and those of one matter are linked."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0012"
down_revision = "0011"

_AT_ONCE = 5_000
_LONGEST = 32
_COUNTY = "县"
_OPEN = sa.text("left_at is null")
_TABLES = (
    "hot_matter_marks",
    "hot_matter_appeals",
    "hot_matters",
    "answer_copies",
    "appeal_keywords",
    "common_issue_offers",
    "common_issue_members",
    "common_issues",
)


def upgrade() -> None:
    _appeal_keywords()
    _common_issues()
    _members()
    _offers()
    _answer_copies()
    _hot_matters()


def _appeal_keywords() -> None:
    """Filled first: an index is built faster than kept."""
    table = op.create_table(
        "appeal_keywords",
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), primary_key=True),
        sa.Column("word", sa.String(_LONGEST), primary_key=True),
        sa.Column("area_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    for rows in _kept_until_now(op.get_bind()):
        op.get_bind().execute(sa.insert(table), rows)
    op.create_index("ix_appeal_keywords_area_id_word_appeal_id", "appeal_keywords", ["area_id", "word", "appeal_id"])
    op.create_index("ix_appeal_keywords_word_appeal_id", "appeal_keywords", ["word", "appeal_id"])


def _kept_until_now(connection: sa.Connection) -> Iterator[list[dict[str, Any]]]:
    """Of whatever may be told of, some thousand appeals at a time."""
    appeals = _table("appeals", "id", "grid_id", "series", "is_private", sa.column("keywords", sa.JSON))
    grids, barred = _table("grids", "id", "parent_id"), _table("appeal_barred", "appeal_id")
    is_barred = sa.exists().where(barred.c.appeal_id == appeals.c.id)
    query = (
        sa.select(appeals.c.id, grids.c.parent_id, appeals.c.keywords)
        .join(grids, grids.c.id == appeals.c.grid_id)
        .where(appeals.c.is_private.is_(sa.false()), appeals.c.series != _COUNTY, ~is_barred)
        .order_by(appeals.c.id)
        .limit(_AT_ONCE)
    )
    last = 0
    while found := connection.execute(query.where(appeals.c.id > last)).all():
        last = found[-1][0]
        rows = [
            {"appeal_id": appeal, "word": word, "area_id": area}
            for appeal, area, words in found
            for word in dict.fromkeys(word[:_LONGEST] for word in words if "\0" not in word)
        ]
        if rows:
            yield rows


def _table(name: str, *columns: "str | sa.ColumnClause[Any]") -> sa.TableClause:
    return sa.table(name, *(sa.column(column) if isinstance(column, str) else column for column in columns))


def _common_issues() -> None:
    op.create_table(
        "common_issues",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("category", sa.String(128), nullable=False),
        sa.Column("origin", sa.String(32), nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.CheckConstraint("origin in ('offer', 'hand')", name="origin"),
    )
    op.create_index("ix_common_issues_grid_id", "common_issues", ["grid_id"])


def _members() -> None:
    op.create_table(
        "common_issue_members",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("issue_id", RowId, sa.ForeignKey("common_issues.id"), nullable=False),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("joined_at", Instant, nullable=False),
        sa.Column("joined_by_account_id", RowId, sa.ForeignKey("accounts.id")),
        sa.Column("left_at", Instant),
    )
    op.create_index("ix_common_issue_members_issue_id", "common_issue_members", ["issue_id"])
    op.create_index("ix_common_issue_members_appeal_id", "common_issue_members", ["appeal_id"])
    op.create_index(
        "uq_common_issue_members_open",
        "common_issue_members",
        ["appeal_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def _offers() -> None:
    op.create_table(
        "common_issue_offers",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("other_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.Column("offered_at", Instant, nullable=False),
        sa.Column("settled_at", Instant),
        sa.Column("is_agreed", sa.Boolean),
        sa.UniqueConstraint("appeal_id", "other_id"),
    )


def _answer_copies() -> None:
    op.create_table(
        "answer_copies",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("answer_id", RowId, sa.ForeignKey("answers.id"), nullable=False),
        sa.Column("copy_of_id", RowId, sa.ForeignKey("answers.id"), nullable=False),
        sa.UniqueConstraint("answer_id"),
    )
    op.create_index("ix_answer_copies_copy_of_id", "answer_copies", ["copy_of_id"])


def _hot_matters() -> None:
    op.create_table(
        "hot_matters",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("category", sa.String(128), nullable=False),
        sa.Column("words", sa.JSON, nullable=False),
        sa.Column("found_at", Instant, nullable=False),
    )
    op.create_table(
        "hot_matter_appeals",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("matter_id", RowId, sa.ForeignKey("hot_matters.id"), nullable=False),
        sa.Column("appeal_id", RowId, sa.ForeignKey("appeals.id"), nullable=False),
        sa.UniqueConstraint("appeal_id"),
    )
    op.create_index("ix_hot_matter_appeals_matter_id", "hot_matter_appeals", ["matter_id"])
    op.create_table(
        "hot_matter_marks",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("appeal_id", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
