"""`make eval`: how well messages are read, beside the goals and beside what anybody would begin with.

Figures only: no text of a citizen is ever shown. About twenty minutes, most of it learning anew for every part.
"""

import os
import platform
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from tests.eval import labels, own_set, speed
from tests.eval.figure import Figure
from tests.nlp import events
from tests.nlp.samples import REAL, WHERE_REAL

_INVENTED: tuple[tuple[str, Callable[[], Iterable[Figure]]], ...] = (
    ("Speed", speed.figures),
    ("Own set (invented, not learnt from)", own_set.figures),
)
_CITIZENS: tuple[tuple[str, Callable[[], Iterable[Figure]]], ...] = (
    ("The same matter", lambda: (Figure(*one) for one in events.figures())),
    ("Labels", labels.figures),
)


def main() -> None:
    console = Console(highlight=False)
    table = Table(title=f"Reading messages, {_machine()}")
    for column in ("what", "figure", "goal", ""):
        table.add_column(column, justify="right" if column in {"figure", "goal"} else "left")
    for name, figures in (*_INVENTED, *(_CITIZENS if REAL.is_dir() else ())):
        with console.status(f"{name} ..."):
            _add(table, name, figures())
    console.print(table)
    if not REAL.is_dir():
        console.print(WHERE_REAL)


def _add(table: Table, name: str, figures: Iterable[Figure]) -> None:
    table.add_section()
    table.add_row(f"[bold]{name}[/bold]")
    for one in figures:
        table.add_row(one.name, f"{one.value:.3f}", one.goal, "" if one.is_reached else "short")


def _machine() -> str:
    today = datetime.now(UTC).date()
    return f"{os.cpu_count()} cores, {platform.machine()}, CPython {platform.python_version()}, {today}"


if __name__ == "__main__":
    main()
