"""Whose words somebody may write down: the households of their charge, or those of their own village."""

from collections.abc import Sequence

from bot.usecases.acting import acting_official
from bot.usecases.turn import Turn
from storage.grids import list_led_grids, list_villages
from storage.households import list_households_to_write_for
from storage.models import Household
from storage.viewers import find_viewer


async def list_charge(turn: Turn, *, as_official: bool = False) -> Sequence[Household]:
    """A cadre's own households, all of a village whose lead they are, and those of officials they stand in for;
    a villager's neighbours, unless only what their office gives them is asked for."""
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    homes = frozenset[int]() if as_official else viewer.households
    return await list_households_to_write_for(turn.session, viewer.officials | viewer.stands_for, homes)


async def list_charge_of_lead(turn: Turn) -> frozenset[int]:
    """The villages of the grids that they lead themselves; a deputy changes nobody's households."""
    official = await acting_official(turn)
    grids = await list_led_grids(turn.session, official.id)
    return frozenset([village for grid in grids for village in await list_villages(turn.session, grid.id)])
