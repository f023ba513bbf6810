"""What the demo's programs are told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.demo.guide import Guide
from bot.demo.page import application
from bot.demo.programs import POLICY, environ_of, settings_of
from bot.demo.stories import read_cast
from bot.policy import read_policy
from bot.rules.errors import Problem
from bot.rules.nights import is_night
from bot.settings import read_settings

GUIDE = "http://127.0.0.1:8082"


def _environ(folder: Path) -> dict[str, str]:
    return environ_of(read_settings({"HUIYIN_DATA_DIR": str(folder)}), {"CHAT_GUIDE": GUIDE})


def test_it_waits_for_nothing_at_any_hour_and_keeps_all_other_rules() -> None:
    policy, built_in = read_policy(POLICY), read_policy()
    began = datetime(2026, 11, 23, tzinfo=UTC)
    assert not any(is_night(began + timedelta(minutes=15 * step), policy.nights) for step in range(96))
    assert policy.drafts == replace(built_in.drafts, card_after=timedelta(0))
    assert policy.wall == replace(built_in.wall, after_yes=timedelta(0))
    assert replace(policy, drafts=built_in.drafts, wall=built_in.wall, nights=built_in.nights) == built_in


def test_its_secrets_are_made_once_and_are_its_owners_alone(tmp_path: Path) -> None:
    first = _environ(tmp_path)
    assert _environ(tmp_path) == first
    secrets = tmp_path / "demo" / "secrets.json"
    assert secrets.stat().st_mode & 0o777 == 0o600
    secrets.write_text("{")
    with pytest.raises(Problem, match="Delete the folder"):
        _environ(tmp_path)


async def test_only_the_guides_own_page_gives_it_orders(tmp_path: Path) -> None:
    site = application(Guide(settings_of(_environ(tmp_path)), read_cast()))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url=GUIDE) as client:
        assert (await client.get("/state")).json()["steps"] == []
        for origin, order, status in (
            ({}, "stop", 403),
            ({"origin": "http://elsewhere.example"}, "stop", 403),
            ({"origin": GUIDE}, "dance", 404),
            ({"origin": GUIDE}, "stop", 204),
        ):
            assert (await client.post(f"/{order}", headers=origin)).status_code == status
