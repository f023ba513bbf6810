"""Who answers for households: a cadre in office, else the nearest lead; and what nobody answers for."""

from collections.abc import Collection, Sequence

from sqlalchemy import Exists, exists, func, select

from bot.rules.lifecycle import Status
from storage.engine import Session
from storage.grids import find_leads, list_paths
from storage.models import Appeal, ContactLink, Grid, GridLead, Household, Official, OfficialAccount

_OPEN = tuple(status for status in Status if status.is_open)


def has_cadre() -> Exists:
    """Of a household: one who is in office."""
    link = exists().where(ContactLink.household_id == Household.id, ContactLink.until.is_(None))
    return link.where(Official.id == ContactLink.official_id, Official.left_at.is_(None))


async def count_unassigned(session: Session) -> dict[int, int]:
    """By village, where there are any."""
    query = select(Household.grid_id, func.count()).where(~has_cadre()).group_by(Household.grid_id)
    return {row[0]: row[1] for row in await session.execute(query)}


async def find_answering_leads(session: Session, villages: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Of each village its leads in office, else those of the next grid above that has any."""
    paths = await list_paths(session, villages)
    leads = await find_leads(session, [grid.id for grid in {grid for path in paths.values() for grid in path}])
    return {village: next((leads[grid.id] for grid in path if leads[grid.id]), ()) for village, path in paths.items()}


async def count_linked_with_who_left(session: Session) -> int:
    query = select(func.count()).select_from(ContactLink).join(Official, Official.id == ContactLink.official_id)
    return (await session.scalars(query.where(ContactLink.until.is_(None), Official.left_at.is_not(None)))).one()


async def list_burdened(session: Session, most: int) -> Sequence[tuple[str, int]]:
    """The numbers of cadres with more households than that, and how many, the most first."""
    query = select(Official.no, func.count()).join(ContactLink, ContactLink.official_id == Official.id)
    query = query.where(ContactLink.until.is_(None), Official.left_at.is_(None)).group_by(Official.no)
    rows = await session.execute(query.having(func.count() > most).order_by(func.count().desc(), Official.no))
    return [(row[0], row[1]) for row in rows]


async def list_grids_without_lead(session: Session) -> Sequence[str]:
    """Their codes."""
    led = exists().where(GridLead.grid_id == Grid.id, GridLead.until.is_(None))
    led = led.where(Official.id == GridLead.official_id, Official.left_at.is_(None))
    return (await session.scalars(select(Grid.code).where(~led).order_by(Grid.code))).all()


async def list_holders_without_phone(session: Session) -> Sequence[str]:
    """The numbers of officials who hold something open and are linked on no phone."""
    linked = exists().where(OfficialAccount.official_id == Official.id, OfficialAccount.until.is_(None))
    holds = exists().where(Appeal.holder_official_id == Official.id, Appeal.status.in_(_OPEN))
    return (await session.scalars(select(Official.no).where(holds, ~linked).order_by(Official.no))).all()
