"""A roster taken in for the first time, again, or not at all."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Actor, Status
from bot.rules.roster.faults import RosterFaulty
from bot.rules.steps import Standing
from bot.usecases.import_roster import import_roster
from bot.usecases.tick import Tick
from storage.accounts import find_account, record_seen
from storage.appeals import NewAppeal, Reading, add_appeal
from storage.contact_links import find_cadre
from storage.engine import Database, Session
from storage.grids import find_grid, list_leads, list_path
from storage.households import find_household, list_unassigned_households
from storage.models import (
    AppealKeyword,
    ContactLink,
    Grid,
    GridLead,
    Household,
    Official,
    Unit,
)
from storage.officials import find_official
from storage.steps import By
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.rules.roster.sheets import Tables, check, put, tables
from tests.bot.usecases.imports import take_in, without
from tests.clock import Hands


async def test_a_roster_is_kept_whole(database: Database) -> None:
    changes = await take_in(database, tables(), Hands())
    assert [len(found.new) for found in changes[:4]] == [2, 5, 5, 3]
    async with database.read() as session:
        village = await find_grid(session, "MSG")
        assert village
        assert village.short_name == "磨石沟"
        assert [grid.code for grid in await list_path(session, village.id)] == ["MSG", "P1", "QZ", "YS"]
        township = await find_grid(session, "QZ")
        assert township
        assert [lead.no for lead in await list_leads(session, township.id)] == ["2", "3"]
        household = await find_household(session, "H1")
        assert household
        assert (household.head, household.members, household.grid_id) == ("王桂兰", 2, village.id)
        cadre = await find_cadre(session, household.id)
        assert cadre
        assert cadre.no == "3"


async def test_an_officials_unit_is_found_by_code_or_name_and_also_when_it_comes_later(database: Database) -> None:
    first = without(put(tables(), "officials", 5, "unit", "MZ"), "units", "MZ")
    await take_in(database, first, Hands())
    await take_in(database, put(tables(), "officials", 5, "unit", "MZ"), Hands())
    async with database.read() as session:
        query = select(Official.no, Unit.code).join(Unit, Unit.id == Official.unit_id).order_by(Official.no)
        assert (await session.execute(query)).all() == [("4", "MZ"), ("5", "MZ")]


async def test_a_household_without_a_cadre_is_the_village_leads(database: Database) -> None:
    await take_in(database, tables(), Hands())
    async with database.read() as session:
        village = await find_grid(session, "CY")
        assert village
        assert [one.code for one in await list_unassigned_households(session, village.id)] == ["H3"]


async def test_importing_the_same_files_again_changes_nothing(database: Database) -> None:
    hands = Hands()
    await take_in(database, tables(), hands)
    hands.move(timedelta(days=1))
    changes = await take_in(database, tables(), hands)
    assert [(found.new, found.changed, found.unnamed) for found in changes[:4]] == [((), (), ())] * 4
    assert (changes.links, changes.left, changes.back) == ((), (), ())
    async with database.read() as session:
        counts = [
            await session.scalar(select(func.count()).select_from(table))
            for table in (Unit, Official, Grid, GridLead, Household, ContactLink)
        ]
        assert counts == [2, 5, 5, 6, 3, 2]


async def test_a_village_that_moves_takes_the_words_of_its_appeals_along(database: Database) -> None:
    given, hands = tables(), Hands()
    given["grids"].append(["P2", "泉庄西片", "AREA", "QZ", "4"])
    await take_in(database, given, hands)
    async with database.write() as session:
        await _file(session, hands)
    await take_in(database, put(given, "grids", 5, "parent", "P2"), hands)
    async with database.read() as session:
        area = await find_grid(session, "P2")
        assert area
        assert (await session.scalars(select(AppealKeyword.area_id))).all() == [area.id]


async def _file(session: Session, hands: Hands) -> None:
    """By the household H1 of 磨石沟."""
    await record_seen(session, 1, 1, 1, hands.now)
    account, home = await find_account(session, 1, 1, 1), await find_household(session, "H1")
    assert account
    assert home
    holder = Holder(Level.VILLAGE, grid="MSG")
    standing = Standing(Status.FILED, holder, None, hands.now)
    by = By(Actor.AUTHOR, account.id)
    reading = Reading("clinic", ["没药"], "没药", "ordinary")
    await add_appeal(session, NewAppeal(home.id, account.id, by, reading, standing, hands.now), hands.now)


async def test_what_the_files_no_longer_name_stays_unless_its_cadre_has_left(database: Database) -> None:
    await take_in(database, tables(), Hands())
    given = without(without(tables(), "households", "H1"), "households", "H2")
    changes = await take_in(database, given, Hands())
    assert ([one.code for one in changes.households.unnamed], changes.links) == (["H1", "H2"], ())
    given = put(without(given, "officials", "3"), "grids", 3, "lead_nos", "2")
    changes = await take_in(database, given, Hands())
    assert [(one.household, one.before, one.after) for one in changes.links] == [("H1", "3", None), ("H2", "3", None)]


def _other_county(given: Tables) -> Tables:
    put(given, "grids", 2, "code", "Y2")
    return put(given, "grids", 3, "parent", "Y2")


def _village_made_area(given: Tables) -> Tables:
    given = without(given, "households", "H3")
    return put(put(given, "grids", 6, "level", "AREA"), "grids", 6, "parent", "QZ")


def _lead_gone_with_the_grid(given: Tables) -> Tables:
    given = put(without(given, "officials", "5"), "grids", 5, "lead_nos", "4")
    return without(without(given, "grids", "CY"), "households", "H3")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_other_county, "two counties: Y2 here, but YS is kept"),
        (_village_made_area, "CY has been a village; a level never changes"),
        (_lead_gone_with_the_grid, "without 5, CY has no lead"),
    ],
)
async def test_files_that_cannot_follow_what_is_kept_change_nothing(
    database: Database, spoil: Callable[[Tables], Tables], reason: str
) -> None:
    await take_in(database, tables(), Hands())
    given = put(spoil(tables()), "officials", 2, "post", "副主任")
    with pytest.raises(RosterFaulty, match=reason):
        await take_in(database, given, Hands())
    async with database.read() as session:
        official = await find_official(session, "1")
        assert official
        assert official.post == "主任"


async def test_progress_reaches_its_total(database: Database) -> None:
    told: list[tuple[int, int]] = []
    async with database.write() as session:
        await import_roster(
            Tick(session, Hands().now, "roster", POLICY, CALENDAR),
            check(tables()),
            lambda done, total: told.append((done, total)),
        )
    given = put(put(tables(), "households", 2, "cadre_no", ""), "households", 3, "cadre_no", "4")
    async with database.write() as session:
        await import_roster(
            Tick(session, Hands().now, "roster", POLICY, CALENDAR),
            check(given),
            lambda done, total: told.append((done, total)),
        )
    assert (5, 5) in told
    assert told[-1] == (2, 2)
