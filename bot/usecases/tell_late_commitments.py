"""A promise whose moment has passed without an answer: the unit's head and the grid's leads hear of it once."""

from datetime import timedelta

from bot.rules.commitments import Kept
from bot.rules.errors import NotYours
from bot.rules.levels import Level
from bot.usecases.send_calls import Call, Calls, send_calls
from bot.usecases.tick import Tick
from storage.access import access_appeal, access_appeal_by_the_clock
from storage.commitments import list_commitments_over, record_commitment_became
from storage.contact_links import find_cadre
from storage.grids import access_grid, access_unit, list_leads, list_path
from storage.heads import find_head
from storage.models import Appeal, Commitment
from storage.viewers import find_viewer_in_office

_AT_ONCE = 100
_UNDER_WAY = timedelta(minutes=1)
"""An answer in time may still be under way to the database."""


async def tell_late_commitments(tick: Tick) -> bool:
    """What each whose moment has passed became, and the letters; one batch, and whether there is more."""
    over = await list_commitments_over(tick.session, tick.now - _UNDER_WAY, _AT_ONCE)
    calls: Calls = []
    for commitment, state in over:
        await record_commitment_became(tick.session, commitment, state)
        if state is Kept.LATE:
            calls += await _calls(tick, commitment)
    await send_calls(tick, calls)
    return len(over) == _AT_ONCE


async def _calls(tick: Tick, commitment: Commitment) -> Calls:
    appeal = await access_appeal_by_the_clock(tick.session, commitment.appeal_id)
    said = {"due": commitment.due_at, "by": await _name(tick, commitment)}
    officials = sorted(await _concerned(tick, appeal, commitment))
    return [Call(one, appeal, "commitment-late", commitment.due_at, said) for one in officials]


async def _name(tick: Tick, commitment: Commitment) -> str:
    if commitment.unit_id is not None:
        return (await access_unit(tick.session, commitment.unit_id)).name
    return (await access_grid(tick.session, commitment.grid_id or 0)).name


async def _concerned(tick: Tick, appeal: Appeal, commitment: Commitment) -> set[int]:
    """Of those only who may know of the appeal. Where it has reached no lead yet, its cadre stands in their place."""
    head = await find_head(tick.session, commitment.unit_id) if commitment.unit_id else None
    cadre = await find_cadre(tick.session, appeal.household_id) if appeal.level == Level.CADRE else None
    grids = [grid for grid in await list_path(tick.session, appeal.grid_id) if grid.level == appeal.level]
    leads = [lead for grid in grids for lead in await list_leads(tick.session, grid.id)]
    return {one.id for one in (head, cadre, *leads) if one and await _may_know(tick, one.id, appeal)}


async def _may_know(tick: Tick, official_id: int, appeal: Appeal) -> bool:
    viewer = await find_viewer_in_office(tick.session, official_id)
    try:
        await access_appeal(tick.session, viewer, appeal.id)
    except NotYours:
        return False
    return True
