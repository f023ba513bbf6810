"""Who somebody is here, all their faces together: accounts, household, office."""

from dataclasses import dataclass

from sqlalchemy import select

from bot.rules.levels import Level
from storage.engine import Session
from storage.models import Account, Deputy, Grid, GridLead, HouseholdMember, Official, OfficialAccount
from storage.remembered import remembered


@dataclass(frozen=True)
class Viewer:
    """One person; `stands_for` are the officials whose deputy they are."""

    accounts: frozenset[int]
    households: frozenset[int]
    officials: frozenset[int]
    units: frozenset[int]
    stands_for: frozenset[int]


@dataclass(frozen=True)
class LedGrids:
    all: frozenset[int]
    is_county_office: bool


async def find_viewer(session: Session, bot_id: int, user_id: int) -> Viewer:
    """Whoever is not linked is a viewer too: one who sees only what they said themselves."""
    own = select(Account.id).where(Account.bot_id == bot_id, Account.user_id == user_id)
    households = select(HouseholdMember.household_id).where(
        HouseholdMember.account_id.in_(own), HouseholdMember.until.is_(None)
    )
    offices = (
        select(Official)
        .join(OfficialAccount, OfficialAccount.official_id == Official.id)
        .where(OfficialAccount.account_id.in_(own), OfficialAccount.until.is_(None), Official.left_at.is_(None))
    )
    acting_as = list(await session.scalars(offices))
    officials = frozenset(official.id for official in acting_as)
    return Viewer(
        accounts=frozenset(await session.scalars(own)),
        households=frozenset(await session.scalars(households)),
        officials=officials,
        units=frozenset(official.unit_id for official in acting_as if official.unit_id is not None),
        stands_for=await _find_principals(session, officials),
    )


async def find_viewer_in_office(session: Session, official_id: int) -> Viewer:
    """The official as such, whatever phones and households they have; nobody's deputy."""
    units = await session.scalars(select(Official.unit_id).where(Official.id == official_id))
    nobody = frozenset[int]()
    return Viewer(nobody, nobody, frozenset({official_id}), frozenset(unit for unit in units if unit), nobody)


async def find_viewer_of_grid(session: Session, grid_id: int) -> Viewer:
    """All leads of the grid as one: what each of them may see."""
    leads = (
        select(GridLead.official_id)
        .join(Official, Official.id == GridLead.official_id)
        .where(GridLead.grid_id == grid_id, GridLead.until.is_(None), Official.left_at.is_(None))
    )
    nobody = frozenset[int]()
    return Viewer(nobody, nobody, frozenset(await session.scalars(leads)), nobody, nobody)


@remembered(Grid, GridLead)
async def find_led_grids(session: Session, officials: frozenset[int]) -> LedGrids:
    """What these officials lead together; whoever leads the county is its office."""
    query = (
        select(Grid.id, Grid.level)
        .join(GridLead, GridLead.grid_id == Grid.id)
        .where(GridLead.official_id.in_(officials), GridLead.until.is_(None))
    )
    grids = (await session.execute(query)).all()
    is_county_office = any(grid.level == Level.COUNTY for grid in grids)
    return LedGrids(frozenset(grid.id for grid in grids), is_county_office)


async def _find_principals(session: Session, deputies: frozenset[int]) -> frozenset[int]:
    """The officials, still in office, for whom one of these stands in now."""
    if not deputies:
        return frozenset()
    query = (
        select(Deputy.official_id)
        .join(Official, Official.id == Deputy.official_id)
        .where(Deputy.deputy_id.in_(deputies), Deputy.begun_at.is_not(None), Deputy.until.is_(None))
        .where(Official.left_at.is_(None))
    )
    return frozenset(await session.scalars(query))
