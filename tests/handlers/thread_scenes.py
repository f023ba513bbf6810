"""How things stand in a grid's group just before a tap."""

from storage.grids import find_grid, record_leads
from tests.bot.usecases.group import FORUM, KEEPER, THREAD, place, says, with_topic
from tests.bot.usecases.village import Village
from tests.handlers.scenes import Aim
from tests.storage.county import AREA_LEAD, VILLAGE_LEAD


async def asked_which(village: Village) -> Aim:
    """The lead of two grids has made the bot an administrator."""
    township = await find_grid(village.county.session, "T")
    assert township
    await record_leads(village.county.session, township.id, [village.cast.officials[AREA_LEAD]], village.clock())
    await place(village, AREA_LEAD, KEEPER)
    return Aim(AREA_LEAD, township.id)


async def noted(village: Village) -> Aim:
    """The lead, who holds the appeal, has said something in its topic."""
    appeal, _ = await with_topic(village)
    said = await says(village, VILLAGE_LEAD, "下周补上", THREAD)
    return Aim(VILLAGE_LEAD, appeal.id, said, appeal.id, FORUM)
