"""Heads of units (一把手), as the roster's posts tell them."""

from sqlalchemy import select

from bot.rules.heads import head_of
from storage.engine import Session
from storage.models import Official
from storage.officials import list_officers
from storage.remembered import remembered


@remembered(Official)
async def find_head(session: Session, unit_id: int) -> Official | None:
    """None where the roster knows nobody who is."""
    return head_of(await list_officers(session, unit_id))


@remembered(Official)
async def find_headed_units(session: Session, officials: frozenset[int]) -> frozenset[int]:
    """The ids of the units that one of these heads."""
    theirs = select(Official.unit_id).where(Official.id.in_(officials), Official.unit_id.is_not(None)).distinct()
    heads = {unit: await find_head(session, unit) for unit in await session.scalars(theirs) if unit is not None}
    return frozenset(unit for unit, head in heads.items() if head is not None and head.id in officials)
