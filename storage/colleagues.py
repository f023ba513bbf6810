"""Officials who work for the same people as somebody does."""

from collections.abc import Iterable, Sequence

from sqlalchemy import exists, or_, select

from bot.rules.levels import Level
from storage.engine import Session
from storage.grids import list_leads, list_led_grids, list_path
from storage.models import ContactLink, Household, Official, OfficialAccount


async def list_colleagues(session: Session, official: Official) -> list[Official]:
    """Those with a phone here: leads of the same villages and of the grids above, the nearest first, then the other
    cadres of those villages and officers of the same unit."""
    led = await list_led_grids(session, official.id)
    villages = await _villages(session, official.id) | {grid.id for grid in led if grid.level == Level.VILLAGE}
    found: dict[int, Official] = {}
    for grid_id in (*sorted(villages), *(grid.id for grid in led)):
        for grid in await list_path(session, grid_id):
            found |= {lead.id: lead for lead in await list_leads(session, grid.id)}
    found |= {one.id: one for one in await _side_by_side(session, official, villages)}
    with_phone = await _with_phone(session, found)
    return [one for one in found.values() if one.id != official.id and one.id in with_phone]


async def list_officials_of_village(session: Session, village_id: int) -> Sequence[Official]:
    """The leads from the village up to the county, and the village's cadres; nobody who has left."""
    above = [lead for grid in await list_path(session, village_id) for lead in await list_leads(session, grid.id)]
    linked = select(ContactLink.official_id).join(Household, Household.id == ContactLink.household_id)
    cadres = linked.where(Household.grid_id == village_id, ContactLink.until.is_(None))
    query = select(Official).where(Official.id.in_(cadres), Official.left_at.is_(None)).order_by(Official.no)
    return list(dict.fromkeys([*above, *await session.scalars(query)]))


async def _villages(session: Session, official_id: int) -> set[int]:
    homes = select(Household.grid_id).join(ContactLink, ContactLink.household_id == Household.id)
    mine = homes.where(ContactLink.official_id == official_id, ContactLink.until.is_(None))
    return set(await session.scalars(mine.distinct()))


async def _side_by_side(session: Session, official: Official, villages: Iterable[int]) -> Sequence[Official]:
    linked = select(ContactLink.official_id).join(Household, Household.id == ContactLink.household_id)
    cadres = linked.where(Household.grid_id.in_(list(villages)), ContactLink.until.is_(None))
    same_unit = (Official.unit_id == official.unit_id) & Official.unit_id.is_not(None)
    query = select(Official).where(or_(Official.id.in_(cadres), same_unit), Official.left_at.is_(None))
    return (await session.scalars(query.order_by(Official.no))).all()


async def _with_phone(session: Session, officials: Iterable[int]) -> set[int]:
    has_phone = exists().where(OfficialAccount.official_id == Official.id, OfficialAccount.until.is_(None))
    return set(await session.scalars(select(Official.id).where(Official.id.in_(list(officials)), has_phone)))
