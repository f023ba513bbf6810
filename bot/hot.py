"""`huiyin hot`: what grows in the county, in the system's own words and figures."""

import asyncio
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from bot.clock import utc_now
from bot.rules.calendar import day_of
from bot.rules.terms import Policy
from bot.usecases.list_hot_matters import HotRow, list_hot_matters
from storage.engine import in_one_session


def show(url: str, policy: Policy, most: int) -> None:
    """A row for each matter that two households or more tell of. Raises DatabaseDown."""
    rows = asyncio.run(
        in_one_session(url, lambda session: list_hot_matters(session, policy, utc_now(), most), writes=False)
    )
    console = Console(highlight=False, markup=False)
    if rows:
        console.print(_table(rows))
    else:
        console.print("Nothing that several households tell of.")


def _table(rows: Sequence[HotRow]) -> Table:
    table = Table("matter", "households", "villages", "last 7 days", "7 before", "since")
    for row in rows:
        heat, words = row.heat, "、".join(row.words)
        matter = f"{row.category}({words})" if words else row.category
        counts = (heat.households, heat.villages, heat.this_week, heat.week_before)
        table.add_row(matter, *map(str, counts), day_of(heat.first_seen).isoformat())
    return table
