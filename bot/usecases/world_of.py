"""What decisions about a household's appeals rest on."""

from bot.rules.steps import World
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from storage.grids import find_unit_named
from storage.ladders import find_ladder


async def find_world_of(turn: Turn | Tick, household_id: int) -> World:
    """Who stands above the household, the discipline unit, and the county's calendar and policy."""
    discipline = await find_unit_named(turn.session, turn.policy.categories["conduct"].unit)
    ladder = await find_ladder(turn.session, household_id, discipline.code if discipline else "")
    return World(ladder, turn.calendar, turn.policy, turn.now)
