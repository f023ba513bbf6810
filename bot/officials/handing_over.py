"""`huiyin officials hand-over` and `leave`: what would change is shown first, and done where that is asked."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console

from bot.clock import utc_now
from bot.rules.calendar import Calendar
from bot.rules.errors import Problem
from bot.rules.lifecycle import Actor
from bot.rules.numbers import number_for_officials
from bot.rules.roster.links import LinkReason
from bot.rules.terms import Policy
from bot.usecases.hand_over_households import list_own_homes, pass_households
from bot.usecases.release_official import release_official
from bot.usecases.tell_handed_over import HandOver
from bot.usecases.tick import Tick
from storage.departures import list_grids_led_alone
from storage.engine import Database, Session
from storage.grids import find_village
from storage.handovers import list_held_by_name, list_held_of_households, list_households_in, list_linked
from storage.models import Appeal, Official
from storage.officials import find_official, list_accounts_of_official
from storage.steps import By

_BY = By(Actor.COUNTY_OFFICE)


@dataclass(frozen=True)
class Order:
    """`to` None: to the village leads. `village` None: all households, wherever they are. `leaves`: out of office."""

    no: str
    to: str | None
    village: str | None = None
    leaves: bool = False


def carry_out(url: str, order: Order, policy: Policy, calendar: Calendar, *, apply: bool) -> None:
    """Print what would change; with `apply`, change it then. Raises Problem; then nothing is changed."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for line in asyncio.run(_carry_out(Database(url), order, (policy, calendar), apply=apply)):
        console.print(line)


async def _carry_out(database: Database, order: Order, rules: tuple[Policy, Calendar], *, apply: bool) -> Sequence[str]:
    try:
        async with database.write() as session:
            now = utc_now()
            tick = Tick(session, now, f"handover-{now.timestamp():.3f}", *rules)
            before, act = await _plan(session, order)
            lines = await _tell(tick, order, before, act)
            if not apply:
                return [*lines, "Nothing was changed. --apply does it."]
            await _apply(tick, order, before, act)
            return [*lines, "Done. Whoever is told hears it as soon as the service runs."]
    finally:
        await database.close()


async def _plan(session: Session, order: Order) -> tuple[Official, HandOver]:
    """Whoever had the households, and what becomes of them. Raises Problem."""
    before = await _official(session, order.no)
    after = await _in_office(session, order.to, order.no) if order.to else None
    village = await find_village(session, order.village) if order.village else None
    if order.village and village is None:
        raise Problem(f"There is no village {order.village}. Give its code or name, as in grids.csv.")
    homes = await list_households_in(session, before.id, [village.id] if village else None)
    await _check(session, order, before, len(homes))
    phones = await list_accounts_of_official(session, before.id)
    reason = LinkReason.LEFT if order.leaves else LinkReason.HANDED_OVER
    return before, HandOver(before, after, homes, _BY, reason, phones)


async def _check(session: Session, order: Order, before: Official, homes: int) -> None:
    named = f"{before.no} {before.name}"
    if not order.leaves and not homes:
        raise Problem(f"No household there is linked with {named}.")
    if order.leaves and before.left_at is not None and not homes:
        raise Problem(f"{named} has left already, and has no household.")
    if order.leaves and (grids := await list_grids_led_alone(session, before.id)):
        codes = ", ".join(grid.code for grid in grids)
        raise Problem(
            f"Without {named}, {codes} would have no lead. Name a new lead in grids.csv, import it, then this."
        )


async def _official(session: Session, no: str) -> Official:
    official = await find_official(session, no)
    if official is None:
        raise Problem(f"There is no official {no}. Numbers are those of officials.csv.")
    return official


async def _in_office(session: Session, no: str, former: str) -> Official:
    official = await _official(session, no)
    if official.left_at is not None:
        raise Problem(f"{no} {official.name} has left office. Name somebody else with --to.")
    if no == former:
        raise Problem("--to must be somebody else.")
    return official


async def _tell(tick: Tick, order: Order, before: Official, act: HandOver) -> Sequence[str]:
    linked, own = await list_linked(tick.session, act.ids), await list_own_homes(tick, act)
    to = f"{act.after.no} {act.after.name}" if act.after else "their village leads"
    who = f"{before.no} {before.name}{' leaves office' if order.leaves else ''}"
    unlinked = len(act.ids - linked)
    lines = [f"{who}: {len(act.households)} households go to {to}; {unlinked} of them are not linked yet."]
    if own:
        lines.append(f"In {len(own)} of them the new cadre lives: the village lead has those.")
    appeals = await _appeals(tick.session, order, before, act)
    if appeals:
        numbers = ", ".join(number_for_officials(appeal.series, appeal.number) for appeal in appeals)
        lines.append(f"{len(appeals)} appeals follow, due as promised: {numbers}.")
    return lines


async def _appeals(session: Session, order: Order, before: Official, act: HandOver) -> Sequence[Appeal]:
    if order.leaves:
        return await list_held_by_name(session, before.id)
    return await list_held_of_households(session, before.id, act.ids)


async def _apply(tick: Tick, order: Order, before: Official, act: HandOver) -> None:
    if order.leaves:
        await release_official(tick, before, act.after, act.by)
    else:
        await pass_households(tick, act)
