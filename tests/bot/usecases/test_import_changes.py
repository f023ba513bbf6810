"""A roster that is taken in again, changed: what follows, what stays, and who is told."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Actor, Status
from bot.rules.roster.changes import describe
from bot.rules.steps import Standing
from storage.accounts import find_account, record_seen
from storage.appeals import NewAppeal, Reading, add_appeal
from storage.contact_links import list_contact_links
from storage.engine import Database, Session
from storage.grids import find_grid
from storage.households import find_household
from storage.invitations import NewInvitation, add_invitation, find_invitation
from storage.members import Vouchers, add_member
from storage.models import (
    Appeal,
    Grid,
    GridLead,
    InvitationKind,
    Letter,
    Official,
)
from storage.officials import add_official_account, find_official, find_official_of_account
from storage.steps import By
from tests.bot.rules.roster.sheets import put, tables
from tests.bot.usecases.imports import links_of, take_in, without
from tests.clock import Hands


async def test_changed_rows_are_updated_and_told(database: Database) -> None:
    await take_in(database, tables(), Hands())
    given = put(put(tables(), "officials", 4, "post", "镇长"), "households", 3, "village", "CY")
    given = put(put(given, "units", 2, "categories", "低保救助"), "grids", 5, "name", "磨石沟新村")
    changes = await take_in(database, given, Hands())
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
    await take_in(database, tables(), hands)
    hands.move(timedelta(days=30))
    await take_in(database, put(tables(), "households", 2, "cadre_no", "4"), hands)
    async with database.read() as session:
        assert await links_of(session, "H1") == [
            ("3", "first named in the roster", False),
            ("4", "another cadre named in the roster", True),
        ]
        assert await links_of(session, "H2") == [("3", "first named in the roster", True)]
        household = await find_household(session, "H1")
        assert household
        old, new = await list_contact_links(session, household.id)
        assert old.until == new.since == hands.now


async def test_a_change_of_post_keeps_the_link(database: Database) -> None:
    await take_in(database, tables(), Hands())
    changes = await take_in(database, put(tables(), "officials", 4, "unit", "县政府"), Hands())
    assert (len(changes.officials.changed), changes.links) == (1, ())


async def _linked(session: Session, hands: Hands, holder: Holder | None = None) -> None:
    """王桂兰 speaks for H1, 孙有田 acts from a phone, and an appeal of hers is with him, if with nobody else."""
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
    holder = holder or Holder(Level.CADRE, official.id)
    standing = Standing(Status.FILED, holder, hands.now, hands.now + timedelta(days=7))
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
    await take_in(database, tables(), hands)
    async with database.write() as session:
        await _linked(session, hands)
    await take_in(database, put(tables(), "officials", 4, column, "民政局"), hands)
    appeal, letters = await _appeal_and_letters(database)
    assert (appeal.epoch, letters) == (1, {})
    async with database.read() as session:
        assert await links_of(session, "H1") == [("3", "first named in the roster", True)]


async def test_another_cadre_in_the_files_has_the_open_appeals_and_the_household_hears_it(database: Database) -> None:
    hands = Hands()
    await take_in(database, tables(), hands)
    async with database.write() as session:
        await _linked(session, hands)
    await take_in(database, put(tables(), "households", 2, "cadre_no", "4"), hands)
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
    await take_in(database, tables(), hands)
    async with database.write() as session:
        await _linked(session, hands)
    given = without(put(tables(), "grids", 3, "lead_nos", "2"), "officials", "3")
    await take_in(database, put(put(given, "households", 2, "cadre_no", ""), "households", 3, "cadre_no", "4"), hands)
    appeal, letters = await _appeal_and_letters(database)
    async with database.read() as session:
        lead = await find_official(session, "5")
        assert lead
        assert (appeal.level, appeal.holder_official_id) == ("village", lead.id)
    assert set(letters) == {"new-cadre", "you-handed-over", "you-have-left", "card"}


async def test_a_cadre_taken_away_leaves_the_household_to_the_village_lead(database: Database) -> None:
    await take_in(database, tables(), Hands())
    changes = await take_in(database, put(tables(), "households", 2, "cadre_no", ""), Hands())
    assert [(one.household, one.before, one.after) for one in changes.links] == [("H1", "3", None)]
    async with database.read() as session:
        assert await links_of(session, "H1") == [("3", "first named in the roster", False)]


async def test_new_leads_begin_old_ones_end_and_those_who_stay_keep_their_since(database: Database) -> None:
    hands = Hands()
    await take_in(database, tables(), hands)
    began = hands.now
    hands.move(timedelta(days=30))
    await take_in(database, put(tables(), "grids", 3, "lead_nos", "3;4"), hands)
    async with database.read() as session:
        query = select(Official.no, GridLead.rank, GridLead.since, GridLead.until).order_by(Official.no)
        query = query.where(GridLead.official_id == Official.id, GridLead.grid_id == Grid.id, Grid.code == "QZ")
        assert (await session.execute(query)).all() == [
            ("2", 0, began, hands.now),
            ("3", 0, began, None),
            ("4", 1, hands.now, None),
        ]


async def test_what_a_lead_held_for_a_grid_goes_to_the_one_who_leads_it_now(database: Database) -> None:
    """And what is with them as a cadre, or by name, stays."""
    hands = Hands()
    await take_in(database, tables(), hands)
    async with database.write() as session:
        lead = await find_official(session, "2")
        assert lead
        await _linked(session, hands, Holder(Level.TOWNSHIP, lead.id, grid="QZ"))
    hands.move(timedelta(days=1))
    await take_in(database, put(tables(), "grids", 3, "lead_nos", "4;3"), hands)
    appeal, letters = await _appeal_and_letters(database)
    async with database.read() as session:
        after = await find_official(session, "4")
        assert after
        assert (appeal.level, appeal.holder_official_id) == ("township", after.id)
    assert letters == {"handed-matter": 11}
    await take_in(database, put(tables(), "grids", 3, "lead_nos", "4"), hands)
    assert (await _appeal_and_letters(database))[0].epoch == appeal.epoch, "who stays keeps it"


async def test_an_official_no_longer_named_has_left_and_loses_phone_and_card(database: Database) -> None:
    hands = Hands()
    await take_in(database, tables(), hands)
    async with database.write() as session:
        await record_seen(session, 7, 2002, 2002, hands.now)
        account, official = await find_account(session, 7, 2002, 2002), await find_official(session, "2")
        assert account
        assert official
        await add_official_account(session, official.id, account.id, None, hands.now)
        await add_invitation(session, NewInvitation("a" * 64, InvitationKind.OFFICIAL, None, official.id), hands.now)
    changes = await take_in(database, without(put(tables(), "grids", 3, "lead_nos", "3"), "officials", "2"), hands)
    assert changes.left == ("2",)
    async with database.read() as session:
        assert await find_official_of_account(session, account.id) is None
        card = await find_invitation(session, "a" * 64)
        assert card
        assert card.revoked_at == hands.now


async def test_an_official_named_again_is_back(database: Database) -> None:
    gone = without(put(tables(), "grids", 3, "lead_nos", "3"), "officials", "2")
    for given in (tables(), gone):
        await take_in(database, given, Hands())
    assert (await take_in(database, gone, Hands())).left == ()
    assert (await take_in(database, tables(), Hands())).back == ("2",)
    async with database.read() as session:
        official = await find_official(session, "2")
        assert official
        assert official.left_at is None
