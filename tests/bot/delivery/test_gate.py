"""The county's own text messages, by real programs."""

import json
import logging
import stat
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery.gate import MOST_ATTEMPTS, Gate
from storage.letters import Notice
from storage.models import Appeal, Household, TextMessage, TextMessageState
from tests.bot.delivery.post import GUILAN, Post
from tests.bot.rules.calendars import POLICY
from tests.bot_api import BOT_ID, Answer
from tests.storage.cases import file
from tests.storage.county import CADRE

PHONE = "0539-2251234"
WORDS = "您母亲的低保下月起恢复"
BLOCKED = Answer.error(403, "Forbidden: bot was blocked by the user")
KEEPS_IT = (
    "import os, sys, json; open(sys.argv[1], 'a').write(json.dumps([sys.stdin.read(), dict(os.environ)]) + '\\n')"
)


async def _not_reached(post: Post, danger: str | None = None) -> None:
    """The cadre's answer to 王桂兰, who has blocked the bot."""
    async with post.county() as (county, cast):
        (await county.session.get_one(Household, cast.household)).phone = PHONE
        appeal = await file(county, cast)
        appeal.danger = danger
    data = {
        "number": "1号",
        "level": "cadre",
        "holder": "孙",
        "form": "words",
        "words": WORDS,
        "why": "none",
        "outcome": "solved",
    }
    post.api.script("sendMessage", BLOCKED)
    await post.add(Notice(BOT_ID, GUILAN, "answered", "zh-Hans", data, "1", appeal_id=appeal.id, user_id=GUILAN))
    await post.calls(2)


def _gate(post: Post, *command: str, patience: float = 30) -> Gate:
    return Gate(post.database, BOT_ID, command, post.hands, POLICY, timedelta(seconds=patience))


async def _texts(post: Post) -> Sequence[TextMessage]:
    async with post.database.read() as session:
        return (await session.scalars(select(TextMessage))).all()


async def test_the_program_is_told_whom_and_that_there_is_an_answer_and_nothing_of_what_was_said(
    post: Post, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUIYIN_BOT_TOKEN", "7:secret")
    await _not_reached(post)
    gate = _gate(post, sys.executable, "-c", KEEPS_IT, str(tmp_path / "sent"))
    for _ in range(2):
        await gate.send_due()
    (line,) = (tmp_path / "sent").read_text().splitlines()
    order, environ = json.loads(line)
    assert json.loads(order) == {
        "phone": PHONE,
        "number": "1号",
        "kind": "answer",
        "text": "您的1号有回音了。请打开“回音”看看,或者问问您家的联系干部。",
    }
    assert "HUIYIN_BOT_TOKEN" not in environ
    assert [text.state for text in await _texts(post)] == [TextMessageState.SENT]


async def test_a_program_that_fails_is_tried_again_some_times_and_its_numbers_stay_out_of_the_log(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    await _not_reached(post)
    gate = _gate(post, sys.executable, "-c", "import sys; print('no line to 0539-2251234'); sys.exit(3)")
    with caplog.at_level(logging.INFO):
        for _ in range(MOST_ATTEMPTS + 1):
            await gate.send_due()
            post.hands.move(timedelta(minutes=30))
    (text,) = await _texts(post)
    assert (text.state, text.attempts, text.error) == (TextMessageState.GIVEN_UP, MOST_ATTEMPTS, "exit status 3")
    assert caplog.text.count("no line to (number)") == MOST_ATTEMPTS
    assert "2251234" not in caplog.text


async def test_a_program_that_hangs_is_ended_with_all_it_started(post: Post, tmp_path: Path) -> None:
    await _not_reached(post)
    script = tmp_path / "hangs"
    script.write_text("#!/bin/sh\nsleep 1000\n")
    script.chmod(stat.S_IRWXU)
    await _gate(post, str(script), patience=0.2).send_due()
    (text,) = await _texts(post)
    assert (text.state, text.attempts, text.error) == (TextMessageState.WAITING, 1, "not done within 0:00:00.200000")


async def test_a_program_that_is_not_there_any_more_is_a_failure_like_others(post: Post) -> None:
    await _not_reached(post)
    await _gate(post, "/nowhere/at/all").send_due()
    assert [(text.attempts, text.error) for text in await _texts(post)] == [(1, "FileNotFoundError")]


@pytest.mark.parametrize("guarded", [{"is_private": True}, {"barred": [CADRE]}, {"is_hidden": True}])
async def test_of_what_is_not_for_everybody_nothing_goes_to_the_households_telephone(
    post: Post, guarded: dict[str, Any]
) -> None:
    async with post.county() as (county, cast):
        (await county.session.get_one(Household, cast.household)).phone = PHONE
        more = guarded | ({"barred": [cast.officials[CADRE]]} if "barred" in guarded else {})
        appeal = await file(county, cast, **more)
    post.api.script("sendMessage", BLOCKED)
    await post.add(Notice(BOT_ID, GUILAN, "busy", "zh-Hans", {}, "1", appeal_id=appeal.id, user_id=GUILAN))
    await post.calls(1)
    assert await _texts(post) == []


async def test_what_became_private_meanwhile_is_not_sent(post: Post, tmp_path: Path) -> None:
    await _not_reached(post)
    async with post.database.write() as session:
        (await session.scalars(select(Appeal))).one().is_private = True
    await _gate(post, sys.executable, "-c", KEEPS_IT, str(tmp_path / "sent")).send_due()
    assert not (tmp_path / "sent").exists()


@pytest.mark.parametrize(("danger", "state"), [(None, TextMessageState.WAITING), ("fire", TextMessageState.SENT)])
async def test_at_night_only_dangers_are_told(post: Post, danger: str | None, state: TextMessageState) -> None:
    await _not_reached(post, danger)
    post.hands.move(timedelta(hours=14))
    await _gate(post, sys.executable, "-c", "").send_due()
    assert [text.state for text in await _texts(post)] == [state]


async def test_old_news_is_not_sent(post: Post) -> None:
    await _not_reached(post)
    post.hands.move(POLICY.reach.look_back)
    await _gate(post, sys.executable, "-c", "").send_due()
    assert [(text.state, text.error) for text in await _texts(post)] == [(TextMessageState.GIVEN_UP, "too late")]
