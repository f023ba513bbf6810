"""How things stand before what leads, units and the county office do besides answering."""

from storage.models import Appeal
from tests.bot.usecases.village import Village
from tests.handlers.scenes import Aim, button_of, unit_asked
from tests.storage.county import CADRE, GUILAN, OFFICE, VILLAGE_LEAD


async def refer_reason_asked(village: Village) -> Aim:
    before = await unit_asked(village)
    await village.taps_last(CADRE, "refer-to-unit")
    return await button_of(village, CADRE, "refer-plainly", before.appeal)


async def climbed(village: Village) -> Aim:
    """With the village's lead."""
    appeal = await village.file()
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    return Aim(VILLAGE_LEAD, appeal.id, appeal.epoch, appeal.id)


async def cadre_asked(village: Village) -> Aim:
    """The lead may give it back to the household's own cadre."""
    before = await climbed(village)
    await village.taps(VILLAGE_LEAD, "refer", before.row, before.epoch)
    return await button_of(village, VILLAGE_LEAD, "refer-to-cadre", before.appeal)


async def helper_asked(village: Village) -> Aim:
    before = await climbed(village)
    await village.taps(VILLAGE_LEAD, "call_in", before.row, before.epoch)
    return await button_of(village, VILLAGE_LEAD, "refer-to-unit", before.appeal)


async def below_the_office(village: Village) -> Aim:
    """The county office may take over whatever somebody else holds."""
    appeal = await village.file()
    return Aim(OFFICE, appeal.id, appeal.epoch, appeal.id)


async def at_the_county(village: Village) -> Aim:
    appeal = await village.file()
    await village.taps(OFFICE, "take_over", appeal.id, appeal.epoch)
    return Aim(OFFICE, appeal.id, appeal.epoch, appeal.id)


async def answered_from_above(village: Village) -> Aim:
    """The office's words of what the higher authority said wait for the tap that names their outcome."""
    before = await at_the_county(village)
    await village.taps(OFFICE, "forward_up", before.row, before.epoch)
    await village.says(OFFICE, "建议列入明年计划")
    appeal = await village.county.session.get_one(Appeal, before.appeal)
    await village.says(OFFICE, "上面答复了", reply_to=await village.card(OFFICE, appeal))
    return await button_of(village, OFFICE, "outcome-forwarded", before.appeal)


async def ended(village: Village) -> Aim:
    appeal = await village.file()
    await village.taps(GUILAN, "withdraw_surely", appeal.id, appeal.epoch)
    return Aim(OFFICE, appeal.id, appeal.epoch, appeal.id)


async def written_without_a_phone(village: Village) -> Aim:
    """The cadre wrote it for a household that nobody speaks for here."""
    appeal = await village.file()
    appeal.written_by_account_id, appeal.written_by_official_id = (
        await village.county.account(CADRE),
        village.cast.officials[CADRE],
    )
    appeal.account_id = None
    await village.county.session.flush()
    return Aim(CADRE, appeal.id, appeal.epoch, appeal.id)
