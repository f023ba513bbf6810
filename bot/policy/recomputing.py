"""`huiyin policy recompute`: which promised times a changed policy would move, and moving them where that is asked."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.console import Console
from rich.table import Table

from bot.clock import utc_now
from bot.rules.calendar import SHANGHAI, Calendar
from bot.rules.levels import Level
from bot.rules.terms import Policy
from bot.usecases.recompute_promises import Move, list_moves, recompute_promises
from bot.usecases.tick import Tick
from storage.engine import Database

FIRST = 20
_AT_ONCE = 20
"""Appeals in one transaction, so that a service which runs beside it waits only shortly."""


def recompute(url: str, policy: Policy, calendar: Calendar, *, everything: bool, apply: bool) -> None:
    """Print what would move; with `apply`, move it then. Raises DatabaseDown."""
    asyncio.run(_recompute(Database(url), policy, calendar, everything=everything, apply=apply))


async def _recompute(database: Database, policy: Policy, calendar: Calendar, *, everything: bool, apply: bool) -> None:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    try:
        async with database.read() as session:
            moves = [move async for move in list_moves(session, policy, calendar)]
        _print(console, moves, everything=everything)
        if moves and apply:
            moved = await _apply(database, policy, calendar, moves)
            console.print(f"Moved: {moved}. Whoever is told hears it as soon as the service runs.")
        elif moves:
            console.print("Nothing was changed. `huiyin policy recompute --apply` moves them.")
    finally:
        await database.close()


async def _apply(database: Database, policy: Policy, calendar: Calendar, moves: Sequence[Move]) -> int:
    moved = 0
    for start in range(0, len(moves), _AT_ONCE):
        now = utc_now()
        async with database.write() as session:
            tick = Tick(session, now, f"recompute-{now.timestamp():.3f}", policy, calendar)
            moved += await recompute_promises(tick, [move.appeal_id for move in moves[start : start + _AT_ONCE]])
    return moved


def _print(console: Console, moves: Sequence[Move], *, everything: bool) -> None:
    if not moves:
        console.print("Every open appeal has the times that the present policy gives.")
        return
    shown = moves if everything else moves[:FIRST]
    console.print(_table(shown))
    if len(shown) < len(moves):
        console.print(f"The first {len(shown)} of {len(moves)}; --all shows every one.")
    console.print("; ".join(_counts(moves, utc_now())) + ".")


def _counts(moves: Sequence[Move], now: datetime) -> Iterator[str]:
    levels = Counter(move.level for move in moves)
    by_level = ", ".join(f"{level} {levels[level]}" for level in Level if levels[level])
    yield f"{len(moves)} open appeal{'s' if len(moves) > 1 else ''}: {by_level}"
    if late := sum(_is_late(move, now) for move in moves):
        yield f"{late} of them would be overdue at once"


def _is_late(move: Move, now: datetime) -> bool:
    before, after = move.before.due_at, move.after.due_at
    return before is not None and after is not None and after <= now < before


def _table(moves: Sequence[Move]) -> Table:
    table = Table("number", "level", "accept by", "due")
    for move in moves:
        accept_by = _change(move.before.accept_by, move.after.accept_by)
        table.add_row(move.number, move.level, accept_by, _change(move.before.due_at, move.after.due_at))
    return table


def _change(before: datetime | None, after: datetime | None) -> str:
    return _say(before) if before == after else f"{_say(before)} → {_say(after)}"


def _say(moment: datetime | None) -> str:
    return moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if moment else ""
