"""When the clock must look at an open appeal: one indexed moment instead of several that may come due."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Instant

revision = "0014"
down_revision = "0013"

_OPEN = ("filed", "referred", "escalated", "accepted", "asked", "half_solved")


def upgrade() -> None:
    """What is open now is looked at when the first of its own dates comes."""
    op.add_column("appeals", sa.Column("look_at", Instant))
    appeals = sa.table("appeals", *map(sa.column, ("status", "accept_by", "due_at", "look_at")))
    first = sa.case((appeals.c.accept_by < appeals.c.due_at, appeals.c.accept_by), else_=appeals.c.due_at)
    op.execute(sa.update(appeals).where(appeals.c.status.in_(_OPEN)).values(look_at=first))
    op.create_index("ix_appeals_look_at", "appeals", ["look_at"])
    op.drop_index("ix_appeals_status_due_at", "appeals")


def downgrade() -> None:
    op.create_index("ix_appeals_status_due_at", "appeals", ["status", "due_at"])
    op.drop_index("ix_appeals_look_at", "appeals")
    op.drop_column("appeals", "look_at")
