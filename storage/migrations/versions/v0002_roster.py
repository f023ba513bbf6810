"""The county's tree, its officials and households, and how accounts are linked with them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant, RowId

revision = "0002"
down_revision = "0001"

_TABLES = (
    "units",
    "officials",
    "grids",
    "grid_leads",
    "deputies",
    "households",
    "contact_links",
    "household_members",
    "official_accounts",
    "invitations",
    "link_requests",
    "link_attempts",
)


def upgrade() -> None:
    _units()
    _officials()
    _grids()
    _grid_leads()
    _deputies()
    _households()
    _contact_links()
    _household_members()
    _official_accounts()
    _invitations()
    _link_requests()
    _link_attempts()


def _units() -> None:
    op.create_table(
        "units",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("code", sa.String(128), nullable=False),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("categories", sa.JSON, nullable=False),
        sa.UniqueConstraint("code"),
    )


def _officials() -> None:
    op.create_table(
        "officials",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("no", sa.String(128), nullable=False),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("unit", sa.String(128), nullable=False),
        sa.Column("unit_id", RowId, sa.ForeignKey("units.id")),
        sa.Column("post", sa.String(128), nullable=False),
        sa.Column("phone", sa.String(128)),
        sa.Column("left_at", Instant),
        sa.UniqueConstraint("no"),
    )
    op.create_index("ix_officials_unit_id", "officials", ["unit_id"])


def _grids() -> None:
    op.create_table(
        "grids",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("code", sa.String(128), nullable=False),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("parent_id", RowId, sa.ForeignKey("grids.id")),
        sa.Column("short_name", sa.String(32)),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("short_name"),
        sa.CheckConstraint("level = 'county' or short_name <> '县'", name="the_county_has_its_own_series"),
        sa.CheckConstraint("level in ('village', 'area', 'township', 'county')", name="level"),
        sa.CheckConstraint("(level = 'county') = (parent_id is null)", name="only_the_county_has_no_parent"),
        sa.CheckConstraint("level <> 'village' or short_name is not null", name="a_village_has_a_short_name"),
    )
    op.create_index("ix_grids_parent_id", "grids", ["parent_id"])


def _grid_leads() -> None:
    op.create_table(
        "grid_leads",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant),
    )
    op.create_index("ix_grid_leads_official_id", "grid_leads", ["official_id"])
    _unique_where("uq_grid_leads_open", "grid_leads", ["grid_id", "official_id"], "until is null")


def _deputies() -> None:
    op.create_table(
        "deputies",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("deputy_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant),
        sa.CheckConstraint("official_id <> deputy_id", name="somebody_else"),
    )
    op.create_index("ix_deputies_deputy_id", "deputies", ["deputy_id"])
    _unique_where("uq_deputies_open", "deputies", ["official_id", "deputy_id"], "until is null")


def _households() -> None:
    op.create_table(
        "households",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("code", sa.String(128), nullable=False),
        sa.Column("grid_id", RowId, sa.ForeignKey("grids.id"), nullable=False),
        sa.Column("head", sa.String(128), nullable=False),
        sa.Column("members", sa.BigInteger, nullable=False),
        sa.Column("address", sa.String(128), nullable=False),
        sa.Column("phone", sa.String(128)),
        sa.UniqueConstraint("code"),
    )
    op.create_index("ix_households_grid_id", "households", ["grid_id"])


def _contact_links() -> None:
    op.create_table(
        "contact_links",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("household_id", RowId, sa.ForeignKey("households.id"), nullable=False),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant),
        sa.Column("reason", sa.String(128)),
    )
    op.create_index("ix_contact_links_household_id", "contact_links", ["household_id"])
    op.create_index("ix_contact_links_official_id", "contact_links", ["official_id"])
    _unique_where("uq_contact_links_open", "contact_links", ["household_id"], "until is null")


def _household_members() -> None:
    op.create_table(
        "household_members",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("household_id", RowId, sa.ForeignKey("households.id"), nullable=False),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant),
        sa.Column("issued_by", RowId, sa.ForeignKey("officials.id")),
        sa.Column("confirmed_by_account", RowId, sa.ForeignKey("accounts.id")),
        sa.Column("confirmed_by_official", RowId, sa.ForeignKey("officials.id")),
    )
    op.create_index("ix_household_members_account_id", "household_members", ["account_id"])
    _unique_where("uq_household_members_open", "household_members", ["household_id", "account_id"], "until is null")


def _official_accounts() -> None:
    op.create_table(
        "official_accounts",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id"), nullable=False),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("until", Instant),
        sa.Column("confirmed_by", RowId, sa.ForeignKey("officials.id")),
    )
    op.create_index("ix_official_accounts_official_id", "official_accounts", ["official_id"])
    _unique_where("uq_official_accounts_open", "official_accounts", ["account_id"], "until is null")


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("household_id", RowId, sa.ForeignKey("households.id")),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("issued_by", RowId, sa.ForeignKey("officials.id")),
        sa.Column("issued_at", Instant, nullable=False),
        sa.Column("expires_at", Instant),
        sa.Column("used_at", Instant),
        sa.Column("revoked_at", Instant),
        sa.UniqueConstraint("token_hash"),
        sa.CheckConstraint("(kind = 'official') = (official_id is not null)", name="an_official_or_not"),
        sa.CheckConstraint("(kind = 'official') = (household_id is null)", name="a_household_or_not"),
        sa.CheckConstraint("kind in ('slip', 'plate', 'official')", name="kind"),
    )
    op.create_index("ix_invitations_household_id", "invitations", ["household_id"])
    op.create_index("ix_invitations_official_id", "invitations", ["official_id"])


def _link_requests() -> None:
    op.create_table(
        "link_requests",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("account_id", RowId, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("invitation_id", RowId, sa.ForeignKey("invitations.id")),
        sa.Column("household_id", RowId, sa.ForeignKey("households.id")),
        sa.Column("official_id", RowId, sa.ForeignKey("officials.id")),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("asked_at", Instant, nullable=False),
        sa.Column("decided_at", Instant),
        sa.Column("decided_by_account", RowId, sa.ForeignKey("accounts.id")),
        sa.Column("decided_by_official", RowId, sa.ForeignKey("officials.id")),
        sa.Column("decision", sa.String(32)),
        sa.CheckConstraint("decision in ('agreed', 'refused')", name="decision"),
        sa.CheckConstraint("(household_id is null) <> (official_id is null)", name="one_of_the_two"),
        sa.CheckConstraint("(decision is null) = (decided_at is null)", name="decided_once"),
    )
    op.create_index("ix_link_requests_household_id", "link_requests", ["household_id"])
    op.create_index("ix_link_requests_official_id", "link_requests", ["official_id"])
    _unique_where(
        "uq_link_requests_open_household", "link_requests", ["account_id", "household_id"], "decided_at is null"
    )
    _unique_where(
        "uq_link_requests_open_official", "link_requests", ["account_id", "official_id"], "decided_at is null"
    )


def _link_attempts() -> None:
    op.create_table(
        "link_attempts",
        sa.Column("id", RowId, primary_key=True),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("at", Instant, nullable=False),
    )
    op.create_index("ix_link_attempts_bot_id_user_id_at", "link_attempts", ["bot_id", "user_id", "at"])


def _unique_where(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=True, postgresql_where=where, sqlite_where=where)


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)
