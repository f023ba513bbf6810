"""How like matters stand just before a tap: put into a common issue by hand, or answered before."""

from sqlalchemy import select

from storage.models import Appeal
from tests.bot.usecases.village import Village
from tests.handlers.scenes import MEDICINE, SHORTAGE, Aim, button_of, joined_together, told_by
from tests.storage.county import CADRE, GUILAN, VILLAGE_LEAD, XIUYING


async def told_of_one_matter(village: Village) -> Aim:
    """By two households; neither was put together with the other."""
    await told_by(village, XIUYING, SHORTAGE)
    await told_by(village, GUILAN, MEDICINE)
    hers = await _of(village, GUILAN)
    return Aim(CADRE, hers.id, hers.epoch, hers.id)


async def partner_asked(village: Village) -> Aim:
    hers = await told_of_one_matter(village)
    await village.taps(CADRE, "put_in", hers.row, hers.epoch)
    return await button_of(village, CADRE, "put-in-partner", hers.appeal)


async def put_together(village: Village) -> Aim:
    hers = await partner_asked(village)
    await village.taps_last(CADRE, "put-in-partner")
    return await button_of(village, CADRE, "button-take-apart", hers.appeal)


async def sharing(village: Village) -> Aim:
    """A member's card."""
    await joined_together(village)
    hers = await _of(village, GUILAN)
    return Aim(CADRE, hers.id, hers.epoch, hers.id)


async def issue_in_docket(village: Village) -> Aim:
    hers = await sharing(village)
    await village.taps(CADRE, "escalate", hers.row, hers.epoch)
    await village.says(VILLAGE_LEAD, "研判会")
    await village.taps_last(VILLAGE_LEAD, "study-item")
    return await button_of(village, VILLAGE_LEAD, "study-issue", hers.appeal)


async def answered_before(village: Village) -> Aim:
    """The like of it, of another household."""
    await told_by(village, XIUYING, SHORTAGE)
    await village.says(CADRE, "药下周到", reply_to=await village.card(CADRE, await _of(village, XIUYING)))
    await village.taps_last(CADRE, "outcome-solved")
    await told_by(village, GUILAN, MEDICINE)
    hers = await _of(village, GUILAN)
    return Aim(CADRE, hers.id, hers.epoch, hers.id)


async def past_shown(village: Village) -> Aim:
    hers = await answered_before(village)
    await village.taps(CADRE, "show_past", hers.row)
    return await button_of(village, CADRE, "past-use", hers.appeal)


async def past_drafted(village: Village) -> Aim:
    hers = await past_shown(village)
    await village.taps_last(CADRE, "past-use")
    return await button_of(village, CADRE, "past-say", hers.appeal)


async def past_marked(village: Village) -> Aim:
    await past_shown(village)
    await village.taps_last(CADRE, "past-mark-stale")
    return await button_of(village, CADRE, "past-lift", None)


async def _of(village: Village, user: int) -> Appeal:
    account = await village.county.account(user)
    return (await village.county.session.scalars(select(Appeal).where(Appeal.account_id == account))).one()
