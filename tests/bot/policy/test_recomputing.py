"""`huiyin policy recompute` as an operator uses it."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import utc_now
from bot.policy import recomputing
from bot.rules.deadlines import for_level
from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.terms import Policy
from storage.engine import Database
from storage.models import Appeal
from tests.bot.huiyin import huiyin
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.clock import Hands
from tests.storage.cases import file
from tests.storage.county import VILLAGE_LEAD, settle

SLOWER = replace(POLICY, deadlines=replace(POLICY.deadlines, solve=replace(POLICY.deadlines.solve, cadre=9)))


async def _file(database: Database, how_many: int = 1, *, days_ago: int = 0) -> list[Appeal]:
    """Filed by the built-in policy, with the cadre, but the first with the village's lead."""
    hands = Hands(utc_now() - timedelta(days=days_ago))
    async with database.write() as session:
        county, cast = await settle(session, hands)
        lead = Holder(Level.VILLAGE, official=cast.officials[VILLAGE_LEAD])
        appeals = [await file(county, cast, holder=lead if n == 0 else None) for n in range(how_many)]
        for appeal in appeals:
            promised = for_level(CALENDAR, POLICY, Level(appeal.level), hands.now)
            appeal.accept_by, appeal.due_at = promised.accept_by, promised.due_at
    return appeals


async def _dues(database: Database) -> list[object]:
    async with database.read() as session:
        return list(await session.scalars(select(Appeal.due_at).order_by(Appeal.id)))


async def _said(
    url: str,
    capsys: pytest.CaptureFixture[str],
    policy: Policy = SLOWER,
    *,
    everything: bool = False,
    apply: bool = False,
) -> str:
    await asyncio.to_thread(recomputing.recompute, url, policy, CALENDAR, everything=everything, apply=apply)
    return capsys.readouterr().out


async def test_without_apply_it_is_shown_and_nothing_moves(
    database: Database, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await _file(database, 3)
    promised = await _dues(database)
    said = await _said(database_url, capsys)
    assert [f"磨石沟-{n}" in said for n in (1, 2, 3)] == [False, True, True]
    assert said.count("→") == 2
    assert "2 open appeals: cadre 2.\n" in said
    assert said.endswith("Nothing was changed. `huiyin policy recompute --apply` moves them.\n")
    assert await _dues(database) == promised


async def test_with_apply_they_move_and_a_second_run_finds_nothing(
    database: Database, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    appeals = await _file(database, 3)
    said = await _said(database_url, capsys, apply=True)
    assert said.count("→") == 2
    assert "Moved: 2." in said
    first, *others = await _dues(database)
    assert first == appeals[0].due_at
    assert set(others) == {for_level(CALENDAR, SLOWER, Level.CADRE, appeals[1].filed_at).due_at}
    again = await _said(database_url, capsys, apply=True)
    assert again == "Every open appeal has the times that the present policy gives.\n"


async def test_the_first_twenty_are_shown_unless_all_are_asked_for(
    database: Database, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await _file(database, 23)
    said = await _said(database_url, capsys)
    assert (said.count("→"), "The first 20 of 22; --all shows every one." in said) == (20, True)
    assert (await _said(database_url, capsys, everything=True)).count("→") == 22


async def test_those_that_would_be_overdue_at_once_are_counted(
    database: Database, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    long, short = (
        replace(POLICY, deadlines=replace(POLICY.deadlines, solve=replace(POLICY.deadlines.solve, cadre=days)))
        for days in (60, 1)
    )
    await _file(database, 2, days_ago=30)
    await _said(database_url, capsys, long, apply=True)
    assert "1 open appeal: cadre 1; 1 of them would be overdue at once." in await _said(database_url, capsys, short)


def test_it_reads_the_countys_policy_and_database(tmp_path: Path) -> None:
    huiyin("migrate", folder=tmp_path)
    ended = huiyin("policy", "recompute", folder=tmp_path)
    assert ended.stdout == "Every open appeal has the times that the present policy gives.\n"
    faulty = tmp_path / "county.toml"
    faulty.write_text("[deadlines]\naccept = 0\n")
    assert huiyin("policy", "recompute", folder=tmp_path, HUIYIN_POLICY=str(faulty)).returncode == 2
