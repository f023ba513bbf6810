"""Taking over, calling in, forwarding up, handing over: the words that an appeal's row and history may hold."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_OPEN = "filed referred escalated accepted asked half_solved"
_AT_REST = "answered resting closed withdrawn"
_ACTORS = "author writer holder lead county_office clock"
_ACTIONS = (
    "file accept tell answer ask_back add_words escalate extend refer return urge note withdraw make_private "
    "reclassify bar judge_solved judge_half judge_unsolved rest reopen remind alarm ask_verdict close"
)
_HELD = "(holder_official_id is not null or holder_unit_id is not null or holder_grid_id is not null)"

Checks = dict[tuple[str, str], str]


def _checks(open_ones: str, actors: str, actions: str) -> Checks:
    still_open, status = f"status not in ({_listed(open_ones)})", _listed(f"{open_ones} {_AT_REST}")
    return {
        ("appeals", "status"): f"status in ({status})",
        ("appeals", "an_open_one_has_no_outcome"): f"{still_open} or outcome is null",
        ("appeals", "an_open_one_has_a_holder"): f"{still_open} or {_HELD}",
        ("appeals", "an_open_one_has_a_due_time"): f"{still_open} or due_at is not null",
        ("appeal_events", "status"): f"status in ({status})",
        ("appeal_events", "from_status"): f"from_status in ({status})",
        ("appeal_events", "actor"): f"actor in ({_listed(actors)})",
        ("appeal_events", "action"): f"action in ({_listed(actions)})",
    }


def _listed(words: str) -> str:
    return ", ".join(f"'{word}'" for word in words.split())


_BEFORE = _checks(_OPEN, _ACTORS, _ACTIONS)
_AFTER = _checks(f"{_OPEN} forwarded", f"{_ACTORS} helper", f"{_ACTIONS} take_over call_in forward_up hand_over")


def upgrade() -> None:
    _change(_BEFORE, _AFTER)


def downgrade() -> None:
    """Raises IntegrityError on PostgreSQL where a row holds one of the words; a history is never rewritten."""
    _change(_AFTER, _BEFORE)


def _change(before: Checks, after: Checks) -> None:
    if op.get_bind().dialect.name == "sqlite":
        _change_in_schema(before, after)
        return
    for (table, name), condition in after.items():
        op.drop_constraint(f"ck_{table}_{name}", table)
        op.create_check_constraint(name, table, condition)


def _change_in_schema(before: Checks, after: Checks) -> None:
    """In place, as https://www.sqlite.org/lang_altertable.html tells for constraints: a rebuilt table would copy every
    row, and lose the triggers that keep history from being changed."""
    connection = op.get_bind()
    version = connection.scalar(sa.text("PRAGMA schema_version"))
    connection.execute(sa.text("PRAGMA writable_schema = ON"))
    change = sa.text(
        "UPDATE sqlite_schema SET sql = replace(sql, :old, :new) "
        "WHERE type = 'table' AND name = :table AND instr(sql, :old)"
    )
    for (table, name), condition in after.items():
        named = f"CONSTRAINT ck_{table}_{name} CHECK "
        words = {"old": f"{named}({before[table, name]})", "new": f"{named}({condition})", "table": table}
        if connection.execute(change, words).rowcount != 1:
            raise RuntimeError(f"ck_{table}_{name} does not stand in the schema as it was made.")
    connection.execute(sa.text(f"PRAGMA schema_version = {version + 1}"))
    connection.execute(sa.text("PRAGMA writable_schema = OFF"))
