"""Who somebody is here, all their faces together: accounts, household, office."""

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import aliased

from bot.rules.levels import Level
from storage.engine import Session
from storage.models import Account, Deputy, Grid, GridLead, HouseholdMember, Official, OfficialAccount
from storage.remembered import remembered

_Principal = aliased(Official)
_FACES = (
    select(Account.id, HouseholdMember.household_id, Official.id, Official.unit_id, _Principal.id)
    .outerjoin(HouseholdMember, and_(HouseholdMember.account_id == Account.id, HouseholdMember.until.is_(None)))
    .outerjoin(OfficialAccount, and_(OfficialAccount.account_id == Account.id, OfficialAccount.until.is_(None)))
    .outerjoin(Official, and_(Official.id == OfficialAccount.official_id, Official.left_at.is_(None)))
    .outerjoin(Deputy, and_(Deputy.deputy_id == Official.id, Deputy.begun_at.is_not(None), Deputy.until.is_(None)))
    .outerjoin(_Principal, and_(_Principal.id == Deputy.official_id, _Principal.left_at.is_(None)))
    .where(Account.bot_id == bindparam("bot_id"), Account.user_id == bindparam("user_id"))
)
_LED = (
    select(Grid.id, Grid.level)
    .join(GridLead, GridLead.grid_id == Grid.id)
    .where(GridLead.official_id.in_(bindparam("officials", expanding=True)), GridLead.until.is_(None))
)


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


@remembered(Account, HouseholdMember, OfficialAccount, Official, Deputy)
async def find_viewer(session: Session, bot_id: int, user_id: int) -> Viewer:
    """Whoever is not linked is a viewer too: one who sees only what they said themselves."""
    faces = (await session.execute(_FACES, {"bot_id": bot_id, "user_id": user_id})).all()
    columns = zip(*faces, strict=True) if faces else ((),) * 5
    return Viewer(*(frozenset(one for one in column if one is not None) for column in columns))


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
    grids = (await session.execute(_LED, {"officials": list(officials)})).all()
    is_county_office = any(grid.level == Level.COUNTY for grid in grids)
    return LedGrids(frozenset(grid.id for grid in grids), is_county_office)
