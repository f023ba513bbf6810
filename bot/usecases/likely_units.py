"""Which units a matter may be for, the likeliest first."""

from collections.abc import Sequence

from bot.usecases.turn import Turn
from storage.grids import list_units
from storage.models import Unit

_OFFERED = 3


async def list_likely_units(turn: Turn, category: str) -> Sequence[Unit]:
    """The one that the policy names for the category, then those whose categories in the roster hold its name."""
    terms = turn.policy.categories[category]

    def rank(unit: Unit) -> tuple[bool, bool]:
        return unit.name != terms.unit, not {category, terms.name} & set(unit.categories)

    return sorted(await list_units(turn.session), key=rank)[:_OFFERED]
