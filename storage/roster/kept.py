"""The roster as it is kept, whole, as values: what an import is compared with."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from bot.rules.levels import Level
from bot.rules.roster import values
from storage.engine import Session
from storage.models import ContactLink, Grid, GridLead, Household, Official, Unit


@dataclass
class Ids:
    """The key of each row by its code or number; `links` by the code of the household."""

    units: dict[str, int]
    officials: dict[str, int]
    grids: dict[str, int]
    households: dict[str, int]
    links: dict[str, int]


async def list_kept(session: Session) -> tuple[values.Kept, Ids]:
    units, unit_ids = await _units(session)
    officials, official_ids, left = await _officials(session)
    grids, grid_ids, short_names = await _grids(session, officials_by_id={id_: no for no, id_ in official_ids.items()})
    households, household_ids = await _households(session, {id_: code for code, id_ in grid_ids.items()})
    links, link_ids = await _links(session, official_ids, household_ids)
    kept = values.Kept(units, officials, grids, households, links, left, short_names)
    return kept, Ids(unit_ids, official_ids, grid_ids, household_ids, link_ids)


async def _units(session: Session) -> tuple[dict[str, values.Unit], dict[str, int]]:
    rows = (await session.execute(select(Unit.id, Unit.code, Unit.name, Unit.categories))).all()
    units = {code: values.Unit(code, name, tuple(categories)) for _, code, name, categories in rows}
    return units, {code: id_ for id_, code, *_ in rows}


async def _officials(session: Session) -> tuple[dict[str, values.Official], dict[str, int], frozenset[str]]:
    query = select(Official.id, Official.left_at, Official.no, Official.name, Official.unit, Official.post)
    rows = (await session.execute(query.add_columns(Official.phone))).all()
    officials = {row.no: values.Official(row.no, row.name, row.unit, row.post, row.phone or "") for row in rows}
    left = frozenset(row.no for row in rows if row.left_at is not None)
    return officials, {row.no: row.id for row in rows}, left


async def _grids(
    session: Session, officials_by_id: dict[int, str]
) -> tuple[dict[str, values.Grid], dict[str, int], dict[str, str]]:
    leads = defaultdict(list)
    open_leads = select(GridLead.grid_id, GridLead.official_id).where(GridLead.until.is_(None))
    for grid_id, official_id in (await session.execute(open_leads.order_by(GridLead.rank))).all():
        leads[grid_id].append(officials_by_id[official_id])
    query = select(Grid.id, Grid.code, Grid.name, Grid.level, Grid.parent_id, Grid.short_name)
    rows = (await session.execute(query)).all()
    codes = {row.id: row.code for row in rows}
    grids = {
        row.code: values.Grid(row.code, row.name, Level(row.level), codes.get(row.parent_id), tuple(leads[row.id]))
        for row in rows
    }
    short_names = {row.code: row.short_name for row in rows if row.short_name is not None}
    return grids, {row.code: row.id for row in rows}, short_names


async def _households(
    session: Session, grids_by_id: dict[int, str]
) -> tuple[dict[str, values.Household], dict[str, int]]:
    table = Household.__table__.c
    columns = (table.id, table.code, table.grid_id, table.head, table.members, table.address, table.phone)
    households, ids = {}, {}
    for id_, code, grid_id, head, members, address, phone in await session.execute(select(*columns)):
        households[code] = values.Household(code, grids_by_id[grid_id], head, members, address, phone, None)
        ids[code] = id_
    return households, ids


async def _links(
    session: Session, official_ids: dict[str, int], household_ids: dict[str, int]
) -> tuple[dict[str, str], dict[str, int]]:
    officials = {id_: no for no, id_ in official_ids.items()}
    households = {id_: code for code, id_ in household_ids.items()}
    query = select(ContactLink.id, ContactLink.household_id, ContactLink.official_id)
    links, ids = {}, {}
    for id_, household_id, official_id in await session.execute(query.where(ContactLink.until.is_(None))):
        code = households[household_id]
        links[code], ids[code] = officials[official_id], id_
    return links, ids
