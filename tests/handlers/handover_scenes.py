"""How a handing over of households stands just before a tap."""

from tests.bot.usecases.village import Village
from tests.handlers.scenes import Aim, button_of
from tests.storage.county import VILLAGE_LEAD


async def at_the_desk(village: Village) -> Aim:
    await village.says(VILLAGE_LEAD, "/inbox")
    return await button_of(village, VILLAGE_LEAD, "handover", None)


async def former_asked(village: Village) -> Aim:
    await village.says(VILLAGE_LEAD, "/handover")
    return await button_of(village, VILLAGE_LEAD, "handover-who", None)


async def next_asked(village: Village) -> Aim:
    """The cadre has no other one beside them: whom the tap names is the village's lead."""
    await former_asked(village)
    await village.taps_last(VILLAGE_LEAD, "handover-who")
    return Aim(VILLAGE_LEAD, village.cast.officials[VILLAGE_LEAD])


async def surely_asked(village: Village) -> Aim:
    await next_asked(village)
    await village.taps_last(VILLAGE_LEAD, "handover-to-lead")
    return await button_of(village, VILLAGE_LEAD, "handover-do", None)
