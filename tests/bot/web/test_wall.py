"""The village's page, over HTTP."""

from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import quote

import httpx
import pytest
from starlette.applications import Starlette

from bot.rules.levels import Level
from bot.rules.lifecycle import Action, Outcome, Status
from bot.rules.lifecycle import Verdict as VerdictValue
from bot.rules.wall import EchoForm
from bot.web import pages
from bot.web.wall import routes
from storage.answers import NewAnswer, add_answer, record_answer_sent
from storage.appeals import record_private
from storage.echoes import NewEcho, add_echo, record_echo_shown
from storage.engine import Database
from storage.models import Appeal
from storage.verdicts import add_verdict_asked, record_verdict
from tests.bot.rules.calendars import POLICY
from tests.clock import Hands
from tests.storage.cases import file, go_on
from tests.storage.county import CADRE, Cast, County, settle


@pytest.fixture
async def web(database: Database) -> AsyncIterator[httpx.AsyncClient]:
    site = Starlette(routes=[*pages.routes(database), *routes(database, POLICY)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://wall") as client:
        yield client


async def _shown(county: County, cast: Cast, words: str, answer: str, form: EchoForm = EchoForm.FULL) -> Appeal:
    appeal = await file(county, cast)
    now = county.hands.now
    new = NewAnswer(appeal.id, cast.officials[CADRE], Level(appeal.level), answer, now)
    sent = await add_answer(county.session, new, now)
    await record_answer_sent(county.session, sent, Outcome.PARTLY_SOLVED, None, now)
    await go_on(county, appeal, Action.ANSWER, outcome=Outcome.PARTLY_SOLVED, status=Status.ANSWERED, due_at=None)
    verdict = await add_verdict_asked(county.session, sent, appeal.account_id or 0, now)
    await record_verdict(county.session, verdict, VerdictValue.HALF, now)
    echo = NewEcho(appeal.id, appeal.grid_id, form, "water", Outcome.PARTLY_SOLVED, words, answer, now)
    await record_echo_shown(county.session, await add_echo(county.session, echo, now), now)
    county.hands.move(timedelta(days=1))
    return appeal


async def test_entries_stand_newest_first_with_both_sides_words_and_honest_figures(
    database: Database, web: httpx.AsyncClient
) -> None:
    async with database.write() as session:
        county, cast = await settle(session, Hands())
        await _shown(county, cast, "水井塌了", "明天派人修")
        await _shown(county, cast, "<b>路灯</b>不亮", "灯泡到了")
        await file(county, cast)
        await file(county, cast, is_private=True)
    for name in ("磨石沟", "V"):
        page = (await web.get(f"/wall/{name}")).text
        assert page.index("灯泡到了") < page.index("水井塌了")
        assert "&lt;b&gt;路灯" in page
        assert "(2/3)" in page
        assert "(0/2)" in page
        assert page.count("办了一部分") == 2
        assert "<script" not in page


async def test_a_persons_own_affair_shows_only_category_and_outcome(database: Database, web: httpx.AsyncClient) -> None:
    async with database.write() as session:
        county, cast = await settle(session, Hands())
        await _shown(county, cast, "", "", EchoForm.CATEGORY_ONLY)
    page = (await web.get("/wall/V")).text
    assert "饮水水利" in page
    assert "只写办得怎么样" in page
    assert "群众:" not in page


async def test_made_private_it_is_gone_with_the_next_look(database: Database, web: httpx.AsyncClient) -> None:
    async with database.write() as session:
        county, cast = await settle(session, Hands())
        appeal = await _shown(county, cast, "水井塌了", "明天派人修")
    async with database.write() as session:
        await record_private(session, await session.get_one(Appeal, appeal.id), None)
    answer = await web.get("/wall/V")
    assert "水井" not in answer.text
    assert "(0/0)" in answer.text
    assert answer.headers["cache-control"] == "no-store"


async def test_a_village_that_is_not_there_and_a_page_that_is_none_are_calm(
    database: Database, web: httpx.AsyncClient
) -> None:
    async with database.write() as session:
        await settle(session, Hands())
    assert (await web.get("/wall/T")).status_code == 404
    for before in ("x", "-1", "٣", "9" * 40):
        assert (await web.get("/wall/V", params={"before": before})).status_code == 200


async def test_the_home_page_leads_to_the_walls(database: Database, web: httpx.AsyncClient) -> None:
    async with database.write() as session:
        county, cast = await settle(session, Hands())
        await file(county, cast)
    home = (await web.get("/")).text
    assert "磨石沟村" not in home, "its wall is empty yet"
    async with database.write() as session:
        county = County(session, county.hands)
        await _shown(county, cast, "水井塌了", "明天派人修")
    home = (await web.get("/")).text
    assert f'href="/wall/{quote("磨石沟")}"' in home
    for asked in ("磨石沟", " 磨石沟村 "):
        found = await web.get("/wall", params={"village": asked}, follow_redirects=True)
        assert "水井塌了" in found.text
    assert (await web.get("/wall")).headers["location"] == "/"
    assert (await web.get("/wall", params={"village": "../.."}, follow_redirects=True)).status_code == 404
