"""Prints docs/lifecycle.md from the table: python -m tests.bot.rules.lifecycle_page > docs/lifecycle.md"""

from collections.abc import Iterator

from bot.rules.lifecycle import Action, Actor, Status
from bot.rules.transitions import TABLE, Due, Hands, Transition

_HEAD = """# The lifecycle of an appeal

Printed from the table in `bot/rules/transitions.py`; a test holds this page to it. What does not stand here is refused.

The holder is whoever has the appeal now, or a deputy or a unit's officer for them; a lead is one of a grid that it has
reached and that is not below the holder's level; a helper was called in; the writer wrote it for somebody. A barred
person is none of these. Which of a holder's steps belong to some levels only stands in [verbs.md](verbs.md).
The clock acts like everybody else: through this table.

Open: {open}. An open appeal always has a holder and a due time;
only the steps whose last column says so move it. Where the county asks that a changed policy hold for open appeals, too
(`huiyin policy recompute --apply`, [policy.md](policy.md)), its office's `note` says what was promised before.
"""
_HEADINGS = ("step", "who", "leads to", "holder", "due")


def page() -> str:
    """The whole file."""
    head = _HEAD.format(open=", ".join(f"`{status}`" for status in Status if status.is_open))
    return head + "".join(_section(status) for status in (None, *Status))


def _section(before: Status | None) -> str:
    title = f"`{before}`" if before else "Not there yet"
    lines = [f"\n## {title}\n", _line(_HEADINGS), _line(["---"] * len(_HEADINGS)), *_rows(before)]
    return "\n".join(lines) + "\n"


def _rows(before: Status | None) -> Iterator[str]:
    for action in Action:
        row = TABLE.get((before, action))
        if row:
            yield _line([f"`{action}`", _who(row), *_effect(before, row)])


def _effect(before: Status | None, row: Transition) -> tuple[str, str, str]:
    return (
        "" if row.after is before else f"`{row.after}`",
        "" if row.hands is Hands.KEEP else row.hands.value,
        "" if row.due is Due.KEEP else row.due.value,
    )


def _who(row: Transition) -> str:
    return ", ".join(actor.value.replace("_", " ") for actor in Actor if actor in row.who)


def _line(cells: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    print(page(), end="")
