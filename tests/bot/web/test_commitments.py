"""The public list of promises, over HTTP."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Outcome, Status
from bot.usecases.tell_late_commitments import tell_late_commitments
from bot.usecases.tick import Tick
from bot.web import pages
from bot.web.commitments import routes
from storage.appeals import Reading, record_private
from storage.commitments import NewCommitment, add_commitment
from storage.engine import Database
from storage.models import Appeal, Commitment, Grid, Unit
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.clock import Hands
from tests.storage.cases import file, go_on
from tests.storage.county import CLERK, INSPECTOR, MAYOR, Cast, County, settle

WATER = Reading("water", ["水井"], "俺家水井塌了", "normal")
SUBSIDY = Reading("low_income", ["低保"], "俺娘瘫床上", "normal")


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
async def web(database: Database, hands: Hands) -> AsyncIterator[httpx.AsyncClient]:
    site = Starlette(routes=[*pages.routes(database), *routes(database, POLICY, hands)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://huiyin") as client:
        yield client


async def _promised(
    county: County, cast: Cast, *, reading: Reading = WATER, in_days: int = 2, grid: str = "", **more: Any
) -> Appeal:
    """By the discipline unit, whose head is named; or by a grid."""
    is_grids = bool(grid)
    holder = Holder(Level.TOWNSHIP, official=cast.officials[MAYOR], grid=grid) if is_grids else None
    appeal = await file(county, cast, reading=reading, holder=holder or Holder(Level.COUNTY, unit="JW"), **more)
    unit = None if is_grids else (await county.session.scalars(select(Unit.id))).one()
    place = (await county.session.scalars(select(Grid.id).where(Grid.code == grid))).one() if is_grids else None
    head, until = None if is_grids else cast.officials[CLERK], county.hands.now + timedelta(days=in_days)
    new = NewCommitment(appeal.id, unit, place, cast.officials[INSPECTOR], head, until, "给王桂兰家送水")
    await add_commitment(county.session, new, county.hands.now)
    return appeal


async def _answer(county: County, appeal: Appeal) -> None:
    await go_on(county, appeal, Action.ANSWER, outcome=Outcome.SOLVED, status=Status.ANSWERED, due_at=None)


async def test_each_unit_stands_with_what_it_kept_of_how_many_and_the_newest_promise_first(
    database: Database, web: httpx.AsyncClient, hands: Hands
) -> None:
    async with database.write() as session:
        county, cast = await settle(session, hands)
        await _answer(county, await _promised(county, cast))
        await _promised(county, cast, in_days=1)
        taken_up = await _promised(county, cast)
        await go_on(county, taken_up, Action.ESCALATE, holder=Holder(Level.COUNTY, grid="C"))
        await _promised(county, cast, in_days=9)
        await _promised(county, cast, grid="T", reading=SUBSIDY)
    hands.move(timedelta(days=1))
    page = (await web.get("/commitments")).text
    assert "到期 2 件,兑现 1 件(1/2),逾期 1 件(1/2)" in page
    assert "还没到期 1 件,没到期就转走或撤回 1 件" in page
    assert "/0" not in page, "of the grids' promises none has come due"
    assert page.count("<article>") == 5
    assert page.index("低保救助") < page.index("饮水水利")
    assert page.index("2026-12-02") < page.index("2026-11-24")
    assert "<b>纪委监察局</b>,第一责任人 干部2007" in page
    assert "<b>泉庄镇</b></p>" in page
    assert page.count("磨石沟") == 4, "of a person's own affairs the village is not named"
    assert "<script" not in page
    hands.move(timedelta(hours=25))
    before = (await web.get("/commitments")).text
    async with database.write() as session:
        await tell_late_commitments(Tick(session, hands.now, "clock", POLICY, CALENDAR))
        assert None not in set(await session.scalars(select(Commitment.became).where(Commitment.due_at < hands.now)))
    assert (await web.get("/commitments")).text == before, "what is written down when it is over is what it was"


async def test_nothing_private_or_barred_is_shown_or_counted_and_nobodys_words_ever(
    database: Database, web: httpx.AsyncClient, hands: Hands
) -> None:
    async with database.write() as session:
        county, cast = await settle(session, hands)
        public = await _promised(county, cast)
        await _promised(county, cast, is_private=True)
        await _promised(county, cast, is_hidden=True)
        barred = await file(
            county, cast, reading=WATER, holder=Holder(Level.COUNTY, unit="JW"), barred=[cast.officials[MAYOR]]
        )
        unit = (await county.session.scalars(select(Unit.id))).one()
        due = hands.now + timedelta(days=2)
        new = NewCommitment(barred.id, unit, None, cast.officials[INSPECTOR], None, due, "")
        await add_commitment(county.session, new, hands.now)
    answer = await web.get("/commitments")
    page = answer.text
    assert page.count("<article>") == 1
    assert "还没到期 1 件" in page
    for told in ("王桂兰", "送水", "水井塌了", "户主", f"{public.series}-{public.number}"):
        assert told not in page
    assert answer.headers["cache-control"] == "no-store"
    async with database.write() as session:
        await record_private(session, await session.get_one(Appeal, public.id), None)
    page = (await web.get("/commitments")).text
    assert "还没有承诺" in page
    assert "纪委监察局" not in page


async def test_older_ones_are_a_tap_away_and_a_page_that_is_none_is_calm(
    database: Database, web: httpx.AsyncClient, hands: Hands
) -> None:
    async with database.write() as session:
        county, cast = await settle(session, hands)
        for _ in range(31):
            await _promised(county, cast)
    page = (await web.get("/commitments")).text
    assert page.count("<article>") == 30
    (before,) = [part.split('"')[0] for part in page.split("?before=")[1:]]
    assert (await web.get("/commitments", params={"before": before})).text.count("<article>") == 1
    for odd in ("x", "-1", "٣", "9" * 40):
        assert (await web.get("/commitments", params={"before": odd})).status_code == 200
    assert 'href="/commitments"' in (await web.get("/")).text
