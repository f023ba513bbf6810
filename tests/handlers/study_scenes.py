"""How a study meeting stands just before a tap."""

from sqlalchemy import select

from storage.models import Appeal
from tests.bot.usecases.village import Village
from tests.handlers.scenes import Aim, button_of
from tests.storage.county import CADRE, VILLAGE_LEAD


async def called(village: Village) -> Aim:
    """The grid that its lead may call to a meeting, where something was passed up."""
    appeal = await village.file()
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.says(VILLAGE_LEAD, "/inbox")
    return await button_of(village, VILLAGE_LEAD, "study-open", None)


async def meeting_open(village: Village) -> Aim:
    await called(village)
    await village.taps_last(VILLAGE_LEAD, "study-open")
    return await button_of(village, VILLAGE_LEAD, "study-close", None)


async def desk_offered(village: Village) -> Aim:
    await meeting_open(village)
    return await button_of(village, VILLAGE_LEAD, "desk-invite", None)


async def item_listed(village: Village) -> Aim:
    await meeting_open(village)
    (appeal,) = await village.county.session.scalars(select(Appeal))
    return await button_of(village, VILLAGE_LEAD, "study-item", appeal.id)


async def item_opened(village: Village) -> Aim:
    await item_listed(village)
    await village.taps_last(VILLAGE_LEAD, "study-item")
    (appeal,) = await village.county.session.scalars(select(Appeal))
    return await button_of(village, VILLAGE_LEAD, "study-decide", appeal.id)


async def measure_said(village: Village) -> Aim:
    """The lead is asked for the unit."""
    await item_opened(village)
    await village.taps_last(VILLAGE_LEAD, "study-decide")
    await village.says(VILLAGE_LEAD, "请水利站月底前清井")
    return await button_of(village, VILLAGE_LEAD, "refer-to-unit", None)


async def deadline_asked(village: Village) -> Aim:
    await measure_said(village)
    await village.taps_last(VILLAGE_LEAD, "study-own")
    return await button_of(village, VILLAGE_LEAD, "study-due-days", None)
