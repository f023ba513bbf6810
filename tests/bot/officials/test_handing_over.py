"""`huiyin officials hand-over` and `leave` as an operator uses them."""

import asyncio

import pytest
from sqlalchemy import select

from bot.officials.handing_over import Order, carry_out
from bot.rules.errors import Problem
from bot.usecases.look_at_cover import look_at_cover
from storage.contact_links import find_cadre
from storage.engine import Database
from storage.models import Appeal, Official
from storage.officials import find_official, list_accounts_of_official
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.clock import Hands
from tests.storage.cases import file
from tests.storage.county import CADRE, CLERK, INSPECTOR, VILLAGE_LEAD, Cast, settle


async def _county(database: Database) -> Cast:
    async with database.write() as session:
        county, cast = await settle(session, Hands())
        await file(county, cast)
    return cast


async def _do(url: str, order: Order, *, apply: bool = False) -> None:
    await asyncio.to_thread(carry_out, url, order, POLICY, CALENDAR, apply=apply)


async def _cadre(database: Database, cast: Cast) -> str | None:
    async with database.read() as session:
        official = await find_cadre(session, cast.household)
        return official.no if official else None


async def test_what_would_change_is_shown_and_done_only_where_that_is_asked(
    database: Database, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cast, order = await _county(database), Order(str(CADRE), str(CLERK), "磨石沟")
    await _do(database_url, order)
    said = capsys.readouterr().out
    assert "2 households go to 2007 干部2007; 0 of them are not linked yet." in said
    assert "1 appeals follow, due as promised: 磨石沟-1." in said
    assert "Nothing was changed." in said
    assert await _cadre(database, cast) == str(CADRE)
    await _do(database_url, order, apply=True)
    assert await _cadre(database, cast) == str(CLERK)
    with pytest.raises(Problem, match="No household there"):
        await _do(database_url, order, apply=True)


async def test_whoever_leaves_is_out_of_office_and_doctor_finds_every_household_covered(
    database: Database, database_url: str
) -> None:
    cast = await _county(database)
    async with database.write() as session:
        (await session.get_one(Official, cast.officials[CADRE])).left_at = Hands().now
        await session.flush()
        assert "2 households are linked with somebody who has left" in (await look_at_cover(session, 1)).faults[0]
        (await session.get_one(Official, cast.officials[CADRE])).left_at = None
    await _do(database_url, Order(str(CADRE), None, leaves=True), apply=True)
    async with database.read() as session:
        official = await find_official(session, str(CADRE))
        assert official
        assert official.left_at is not None
        assert await list_accounts_of_official(session, official.id) == []
        (appeal,) = await session.scalars(select(Appeal))
        assert (appeal.level, appeal.holder_official_id) == ("village", cast.officials[VILLAGE_LEAD])
        cover = await look_at_cover(session, 1)
        assert cover.faults == []
        assert "2 are only their village lead's." in cover.sentence


async def test_doctor_names_what_is_too_much_or_missing(database: Database) -> None:
    cast = await _county(database)
    async with database.write() as session:
        for user in (VILLAGE_LEAD,):
            (await session.get_one(Official, cast.officials[user])).left_at = Hands().now
        await session.flush()
        cover = await look_at_cover(session, 1)
        assert cover.faults == []
        assert "Cadres with more than 1: 2001 (2)." in cover.sentence
        assert "Grids without a lead in office: V." in cover.sentence


@pytest.mark.parametrize(
    ("order", "why"),
    [
        (Order("9", None), "no official 9"),
        (Order(str(CADRE), "9"), "no official 9"),
        (Order(str(CADRE), str(CADRE)), "somebody else"),
        (Order(str(CADRE), str(CLERK), "柳树沟"), "no village"),
        (Order(str(INSPECTOR), str(CLERK)), "No household there"),
        (Order(str(VILLAGE_LEAD), None, leaves=True), "V would have no lead"),
    ],
)
async def test_what_cannot_be_is_said_and_changes_nothing(
    database: Database, database_url: str, order: Order, why: str
) -> None:
    cast = await _county(database)
    with pytest.raises(Problem, match=why):
        await _do(database_url, order, apply=True)
    assert await _cadre(database, cast) == str(CADRE)
