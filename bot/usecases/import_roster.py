"""The county's roster, taken in whole or not at all."""

from collections.abc import Callable

from bot.rules.roster.changes import RosterChanges, find_changes
from bot.rules.roster.values import Roster
from bot.usecases.follow_roster import follow_roster, prepare_roster
from bot.usecases.tick import Tick
from storage.remembered import forget_all
from storage.roster.kept import list_kept
from storage.roster.writing import (
    record_grids,
    record_households,
    record_links,
    record_officials,
    record_units,
)

Progress = Callable[[int, int], None]  # households and links written, of how many


async def import_roster(tick: Tick, roster: Roster, progress: Progress) -> RosterChanges:
    """What it changed. What the files no longer name is kept; an official they no longer name has left. Where a
    household has another cadre, its open appeals follow and everybody concerned hears it.

    Raises RosterFaulty where the files are right by themselves but cannot follow what is kept.
    """
    session, now = tick.session, tick.now
    kept, ids = await list_kept(session)
    changes = find_changes(roster, kept)
    households = changes.households
    written, total = 0, len(households.new) + len(households.changed) + len(changes.links)

    def tell(rows: int) -> None:
        nonlocal written
        written += rows
        progress(written, total)

    leaving = await prepare_roster(tick, changes, ids)
    await record_units(session, changes.units, ids)
    await record_officials(session, changes, ids, now)
    await record_grids(session, changes, ids, now)
    await record_households(session, households, ids, tell)
    await record_links(session, changes.links, ids, now, tell)
    forget_all(session)
    await follow_roster(tick, changes, ids, leaving)
    return changes
