"""A chat server of the stories' own, because their time goes on by days."""

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.chatserver.harness import Operator, open_client
from tests.chatserver.process import ServerProcess
from tests.clock import Hands
from tests.stories.village import HOUSEHOLDS, OFFICIALS, Village, next_morning, opened

_numbers = count(1)


@dataclass
class StoryServer:
    process: ServerProcess
    ahead: int = 0  # seconds


@pytest.fixture(scope="session")
def story_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoryServer]:
    process = ServerProcess(tmp_path_factory.mktemp("stories"))
    process.start()
    yield StoryServer(process)
    process.stop()


@pytest.fixture
def environ() -> dict[str, str]:
    """Settings of the service that a story wants otherwise."""
    return {}


@pytest.fixture
async def village(
    story_server: StoryServer, database_url: str, tmp_path: Path, environ: dict[str, str]
) -> AsyncIterator[Village]:
    """Every story begins on a morning later than all before it."""
    url = story_server.process.url
    async with AsyncExitStack() as stack, open_client(url) as http:
        operator = Operator(http, stack)
        there = datetime.fromtimestamp(time.time() + story_server.ahead, UTC)
        hands = Hands(next_morning(there))
        forward = int((hands.now - there) / timedelta(seconds=1)) + 1
        await operator.advance(forward)
        bot = await operator.add_bot("回音", f"story{next(_numbers)}_bot")
        began = hands.now
        async with opened(database_url, operator, bot, url, tmp_path, hands, environ) as village:
            for who in (*HOUSEHOLDS, *OFFICIALS):
                await village.join(who)
            yield village
        story_server.ahead += forward + int((hands.now - began).total_seconds())
