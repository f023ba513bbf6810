"""The oracle sees whatever could be wrong in the answers that the server really gives."""

import copy
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest

from tests.chatserver.harness import Operator
from tests.chatserver.process import ServerProcess
from tests.chatserver.twoclients.scenes import SCENES
from tests.chatserver.twoclients.stage import Stage, stage_for
from tests.conformance.schema import check_answer

PLAYED = (
    "people_write_and_correct_themselves",
    "people_come_and_go",
    "a_bot_asks_about_its_chats",
    "a_bot_keeps_a_topic_for_each_appeal",
    "a_card_has_every_kind_of_inline_button",
    "every_send_method_takes_every_option",
)
Spoil = Callable[[Any], Any]
SPOILS: dict[str, Spoil] = {
    "null": lambda _: None,
    "another type": lambda value: {} if isinstance(value, list) else [value] if isinstance(value, str) else str(value),
    "an unknown field": lambda value: value | {"surplus": 1} if isinstance(value, dict) else None,
}


@pytest.fixture
async def stage(operator: Operator, server: ServerProcess, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    name = f"spoil{PLAYED.index(request.node.callspec.params['name'])}"
    async with stage_for(operator, server.url, "aiogram", "polling", name) as opened:
        yield opened


@pytest.mark.parametrize("name", PLAYED)
async def test_no_spoilt_part_of_an_answer_goes_unseen(stage: Stage, name: str) -> None:
    await SCENES[name].play(stage)
    unseen = [
        f"{exchange.method}{path} spoilt by {kind}"
        for exchange in stage.recorder.exchanges
        if exchange.method and exchange.status == 200
        for path, kind, answer in _spoilt(exchange.answer)
        if not check_answer(exchange.method, answer)
    ]
    assert unseen == []


def _spoilt(answer: Any) -> Iterator[tuple[str, str, Any]]:
    """The answer once for each of its parts and each way to spoil that part."""
    for path in _paths(answer["result"], ()):
        for kind, spoil in SPOILS.items():
            changed = copy.deepcopy(answer)
            parent, steps = changed, ("result", *path)
            for step in steps[:-1]:
                parent = parent[step]
            parent[steps[-1]] = spoil(parent[steps[-1]])
            yield "".join(f".{step}" for step in steps), kind, changed


def _paths(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    yield path
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _paths(part, (*path, name))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _paths(part, (*path, place))
