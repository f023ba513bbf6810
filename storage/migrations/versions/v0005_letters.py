"""Letters with buttons, cards, parts and quiet hours."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import RowId

revision = "0005"
down_revision = "0004"

_OLD = sa.table("letters", sa.column("id"), sa.column("text", sa.String), sa.column("rendered", sa.JSON))


def upgrade() -> None:
    with op.batch_alter_table("letters") as letters:
        for column in _columns():
            letters.add_column(column)
        letters.create_foreign_key("fk_letters_appeal_id", "appeals", ["appeal_id"], ["id"])
    for letter_id, text in op.get_bind().execute(sa.select(_OLD.c.id, _OLD.c.text).where(_OLD.c.text.is_not(None))):
        rendered = {"parts": [text], "buttons": []}
        op.get_bind().execute(_OLD.update().where(_OLD.c.id == letter_id).values(rendered=rendered))
    with op.batch_alter_table("letters") as letters:
        letters.drop_column("text")


def downgrade() -> None:
    with op.batch_alter_table("letters") as letters:
        letters.drop_constraint("fk_letters_appeal_id", type_="foreignkey")
        for column in reversed(_columns()):
            letters.drop_column(column.name)
        letters.add_column(sa.Column("text", sa.String))


def _columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("kind", sa.String(32), nullable=False, server_default="notice"),
        sa.Column("user_id", sa.BigInteger),
        sa.Column("appeal_id", RowId),
        sa.Column("buttons", sa.JSON),
        sa.Column("menu", sa.JSON),
        sa.Column("rendered", sa.JSON),
        sa.Column("parts_done", sa.BigInteger, nullable=False, server_default=sa.text("0")),
        sa.Column("is_quiet", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("is_stale", sa.Boolean, nullable=False, server_default=sa.false()),
    ]
