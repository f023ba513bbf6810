"""aiogram and python-telegram-bot against the server: all that they ask and are told is as Bot API 10.0 has it."""

import itertools
from collections.abc import AsyncIterator

import pytest

from bot.chatserver.botapi.registry import HANDLERS, load_methods
from tests.chatserver.harness import Operator
from tests.chatserver.process import ServerProcess
from tests.chatserver.twoclients import coverage
from tests.chatserver.twoclients.client import CLIENTS
from tests.chatserver.twoclients.performance import perform
from tests.chatserver.twoclients.scene import Scene
from tests.chatserver.twoclients.scenes import SCENES
from tests.chatserver.twoclients.stage import DELIVERIES, Stage, stage_for

_numbers = itertools.count(1)
CALLED = frozenset().union(*(each.calls for each in SCENES.values()))
SHOWN = frozenset().union(*(each.shows for each in SCENES.values()))


@pytest.fixture(params=CLIENTS)
def client_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=DELIVERIES)
async def stage(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    operator: Operator,
    server: ServerProcess,
    client_name: str,
) -> AsyncIterator[Stage]:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else PTB warns of a future change, which is an error here
    async with stage_for(operator, server.url, client_name, request.param, f"play{next(_numbers)}") as opened:
        yield opened


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
async def test_all_that_is_asked_and_told_is_conformant(stage: Stage, scene: Scene) -> None:
    await perform(scene, stage)


def test_every_method_of_the_server_is_called_in_a_scene() -> None:
    load_methods()
    assert HANDLERS.keys() - {name.lower() for name in CALLED} == set()


@pytest.mark.parametrize("kinds", [coverage.UPDATES, coverage.MESSAGE_FIELDS, coverage.ENTITIES])
def test_whatever_the_bot_api_could_show_is_shown_in_a_scene_or_named_as_absent(kinds: frozenset[str]) -> None:
    assert SHOWN & kinds == kinds - coverage.NEVER_SHOWN


def test_every_status_of_a_member_is_shown_in_a_scene() -> None:
    assert coverage.statuses_in(SHOWN) == coverage.STATUSES
