from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Actor, Status
from bot.rules.roster.changes import RosterChanges, describe
from bot.rules.roster.faults import RosterFaulty
from bot.rules.steps import Standing
from bot.usecases.import_roster import import_roster
from bot.usecases.tick import Tick
from storage.accounts import find_account, record_seen
from storage.appeals import NewAppeal, Reading, add_appeal
from storage.contact_links import find_cadre, list_contact_links
from storage.engine import Database, Session
from storage.grids import find_grid, list_leads, list_path
from storage.households import find_household, list_unassigned_households
from storage.invitations import NewInvitation, add_invitation, find_invitation
from storage.members import Vouchers, add_member
from storage.models import (
    Appeal,
    AppealKeyword,
    ContactLink,
    Grid,
    GridLead,
    Household,
    InvitationKind,
    Letter,
    Official,
    Unit,
)
from storage.officials import add_official_account, find_official, find_official_of_account
from storage.steps import By
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.rules.roster.sheets import Tables, check, put, tables
from tests.clock import Hands


async def _import(database: Database, given: Tables, hands: Hands) -> RosterChanges:
    async with database.write() as session:
        return await import_roster(
            Tick(session, hands.now, "roster", POLICY, CALENDAR), check(given), lambda _done, _total: None
        )


async def _links(session: Session, code: str) -> list[tuple[str, str | None, bool]]:
    """Cadre, reason, and whether it is still open, oldest first."""
    household = await find_household(session, code)
    assert household
    links = await list_contact_links(session, household.id)
    officials = [await session.get_one(Official, link.official_id) for link in links]
    return [(one.no, link.reason, link.until is None) for one, link in zip(officials, links, strict=True)]


def _without(given: Tables, table: str, code: str) -> Tables:
    given[table] = [row for row in given[table] if row[0] != code]
    return given


async def test_a_roster_is_kept_whole(database: Database) -> None:
    changes = await _import(database, tables(), Hands())
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
    first = _without(put(tables(), "officials", 5, "unit", "MZ"), "units", "MZ")
    await _import(database, first, Hands())
    await _import(database, put(tables(), "officials", 5, "unit", "MZ"), Hands())
    async with database.read() as session:
        query = select(Official.no, Unit.code).join(Unit, Unit.id == Official.unit_id).order_by(Official.no)
        assert (await session.execute(query)).all() == [("4", "MZ"), ("5", "MZ")]


async def test_a_household_without_a_cadre_is_the_village_leads(database: Database) -> None:
    await _import(database, tables(), Hands())
    async with database.read() as session:
        village = await find_grid(session, "CY")
        assert village
        assert [one.code for one in await list_unassigned_households(session, village.id)] == ["H3"]


async def test_importing_the_same_files_again_changes_nothing(database: Database) -> None:
    hands = Hands()
    await _import(database, tables(), hands)
    hands.move(timedelta(days=1))
    changes = await _import(database, tables(), hands)
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
    await _import(database, given, hands)
    async with database.write() as session:
        await _file(session, hands)
    await _import(database, put(given, "grids", 5, "parent", "P2"), hands)
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


async def test_changed_rows_are_updated_and_told(database: Database) -> None:
    await _import(database, tables(), Hands())
    given = put(put(tables(), "officials", 4, "post", "镇长"), "households", 3, "village", "CY")
    given = put(put(given, "units", 2, "categories", "低保救助"), "grids", 5, "name", "磨石沟新村")
    changes = await _import(database, given, Hands())
    told = [describe(before, after) for found in changes[:4] for before, after in found.changed]
    assert told == [
        "categories 低保救助、养老助残 → 低保救助",
        "post 党委书记 → 镇长",
        "name 磨石沟村 → 磨石沟新村",
        "village MSG → CY",
    ]
    async with database.read() as session:
        village, moved = await find_grid(session, "MSG"), await find_household(session, "H2")
        assert village
        assert moved
        assert (village.name, village.short_name, moved.grid_id == village.id) == ("磨石沟新村", "磨石沟", False)


async def test_another_cadre_closes_the_link_and_opens_one_with_a_reason(database: Database) -> None:
    hands = Hands()
    await _import(database, tables(), hands)
    hands.move(timedelta(days=30))
    await _import(database, put(tables(), "households", 2, "cadre_no", "4"), hands)
    async with database.read() as session:
        assert await _links(session, "H1") == [
            ("3", "first named in the roster", False),
            ("4", "another cadre named in the roster", True),
        ]
        assert await _links(session, "H2") == [("3", "first named in the roster", True)]
        household = await find_household(session, "H1")
        assert household
        old, new = await list_contact_links(session, household.id)
        assert old.until == new.since == hands.now


async def test_a_change_of_post_keeps_the_link(database: Database) -> None:
    await _import(database, tables(), Hands())
    changes = await _import(database, put(tables(), "officials", 4, "unit", "县政府"), Hands())
    assert (len(changes.officials.changed), changes.links) == (1, ())


async def _linked(session: Session, hands: Hands) -> None:
    """王桂兰 speaks for H1, 孙有田 acts from a phone, and an appeal of hers is with him."""
    for user in (11, 12):
        await record_seen(session, 1, user, user, hands.now)
    guilan, sun = await find_account(session, 1, 11, 11), await find_account(session, 1, 12, 12)
    home, official = await find_household(session, "H1"), await find_official(session, "3")
    assert guilan
    assert sun
    assert home
    assert official
    await add_member(session, home.id, guilan.id, "王桂兰", Vouchers(), hands.now)
    await add_official_account(session, official.id, sun.id, None, hands.now)
    standing = Standing(Status.FILED, Holder(Level.CADRE, official.id), hands.now, hands.now + timedelta(days=7))
    reading, by = Reading("clinic", ["没药"], "没药", "ordinary"), By(Actor.AUTHOR, guilan.id)
    await add_appeal(session, NewAppeal(home.id, guilan.id, by, reading, standing, hands.now), hands.now)


async def _appeal_and_letters(database: Database) -> tuple[Appeal, dict[str, int]]:
    async with database.read() as session:
        letters = {letter.wording: letter.chat_id for letter in await session.scalars(select(Letter))}
        return (await session.scalars(select(Appeal))).one(), letters


@pytest.mark.parametrize("column", ["post", "unit"])
async def test_a_change_of_post_leaves_households_appeals_and_phones_as_they_are(
    database: Database, column: str
) -> None:
    hands = Hands()
    await _import(database, tables(), hands)
    async with database.write() as session:
        await _linked(session, hands)
    await _import(database, put(tables(), "officials", 4, column, "民政局"), hands)
    appeal, letters = await _appeal_and_letters(database)
    assert (appeal.epoch, letters) == (1, {})
    async with database.read() as session:
        assert await _links(session, "H1") == [("3", "first named in the roster", True)]


async def test_another_cadre_in_the_files_has_the_open_appeals_and_the_household_hears_it(database: Database) -> None:
    hands = Hands()
    await _import(database, tables(), hands)
    async with database.write() as session:
        await _linked(session, hands)
    await _import(database, put(tables(), "households", 2, "cadre_no", "4"), hands)
    appeal, letters = await _appeal_and_letters(database)
    async with database.read() as session:
        after = await find_official(session, "4")
        assert after
        assert (appeal.level, appeal.holder_official_id, appeal.due_at) == (
            "cadre",
            after.id,
            hands.now + timedelta(days=7),
        )
    assert letters == {"new-cadre": 11, "you-handed-over": 12, "card": 12}


async def test_an_official_who_left_by_the_files_leaves_appeals_to_the_village_lead(database: Database) -> None:
    hands = Hands()
    await _import(database, tables(), hands)
    async with database.write() as session:
        await _linked(session, hands)
    given = _without(put(tables(), "grids", 3, "lead_nos", "2"), "officials", "3")
    await _import(database, put(put(given, "households", 2, "cadre_no", ""), "households", 3, "cadre_no", "4"), hands)
    appeal, letters = await _appeal_and_letters(database)
    async with database.read() as session:
        lead = await find_official(session, "5")
        assert lead
        assert (appeal.level, appeal.holder_official_id) == ("village", lead.id)
    assert set(letters) == {"new-cadre", "you-handed-over", "you-have-left", "card"}


async def test_a_cadre_taken_away_leaves_the_household_to_the_village_lead(database: Database) -> None:
    await _import(database, tables(), Hands())
    changes = await _import(database, put(tables(), "households", 2, "cadre_no", ""), Hands())
    assert [(one.household, one.before, one.after) for one in changes.links] == [("H1", "3", None)]
    async with database.read() as session:
        assert await _links(session, "H1") == [("3", "first named in the roster", False)]


async def test_new_leads_begin_old_ones_end_and_those_who_stay_keep_their_since(database: Database) -> None:
    hands = Hands()
    await _import(database, tables(), hands)
    began = hands.now
    hands.move(timedelta(days=30))
    await _import(database, put(tables(), "grids", 3, "lead_nos", "3;4"), hands)
    async with database.read() as session:
        query = select(Official.no, GridLead.rank, GridLead.since, GridLead.until).order_by(Official.no)
        query = query.where(GridLead.official_id == Official.id, GridLead.grid_id == Grid.id, Grid.code == "QZ")
        assert (await session.execute(query)).all() == [
            ("2", 0, began, hands.now),
            ("3", 0, began, None),
            ("4", 1, hands.now, None),
        ]


async def test_an_official_no_longer_named_has_left_and_loses_phone_and_card(database: Database) -> None:
    hands = Hands()
    await _import(database, tables(), hands)
    async with database.write() as session:
        await record_seen(session, 7, 2002, 2002, hands.now)
        account, official = await find_account(session, 7, 2002, 2002), await find_official(session, "2")
        assert account
        assert official
        await add_official_account(session, official.id, account.id, None, hands.now)
        await add_invitation(session, NewInvitation("a" * 64, InvitationKind.OFFICIAL, None, official.id), hands.now)
    changes = await _import(database, _without(put(tables(), "grids", 3, "lead_nos", "3"), "officials", "2"), hands)
    assert changes.left == ("2",)
    async with database.read() as session:
        assert await find_official_of_account(session, account.id) is None
        card = await find_invitation(session, "a" * 64)
        assert card
        assert card.revoked_at == hands.now


async def test_an_official_named_again_is_back(database: Database) -> None:
    gone = _without(put(tables(), "grids", 3, "lead_nos", "3"), "officials", "2")
    for given in (tables(), gone):
        await _import(database, given, Hands())
    assert (await _import(database, gone, Hands())).left == ()
    assert (await _import(database, tables(), Hands())).back == ("2",)
    async with database.read() as session:
        official = await find_official(session, "2")
        assert official
        assert official.left_at is None


async def test_what_the_files_no_longer_name_stays_unless_its_cadre_has_left(database: Database) -> None:
    await _import(database, tables(), Hands())
    given = _without(_without(tables(), "households", "H1"), "households", "H2")
    changes = await _import(database, given, Hands())
    assert ([one.code for one in changes.households.unnamed], changes.links) == (["H1", "H2"], ())
    given = put(_without(given, "officials", "3"), "grids", 3, "lead_nos", "2")
    changes = await _import(database, given, Hands())
    assert [(one.household, one.before, one.after) for one in changes.links] == [("H1", "3", None), ("H2", "3", None)]


def _other_county(given: Tables) -> Tables:
    put(given, "grids", 2, "code", "Y2")
    return put(given, "grids", 3, "parent", "Y2")


def _village_made_area(given: Tables) -> Tables:
    given = _without(given, "households", "H3")
    return put(put(given, "grids", 6, "level", "AREA"), "grids", 6, "parent", "QZ")


def _lead_gone_with_the_grid(given: Tables) -> Tables:
    given = put(_without(given, "officials", "5"), "grids", 5, "lead_nos", "4")
    return _without(_without(given, "grids", "CY"), "households", "H3")


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
    await _import(database, tables(), Hands())
    given = put(spoil(tables()), "officials", 2, "post", "副主任")
    with pytest.raises(RosterFaulty, match=reason):
        await _import(database, given, Hands())
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
