"""The chat server and the people of 磨石沟, for stories."""

from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest

from tests.chatserver.conftest import http, operator, server, stack
from tests.chatserver.harness import Operator
from tests.chatserver.process import ServerProcess
from tests.clock import Hands
from tests.stories.linking.house import House
from tests.stories.village import opened

__all__ = ["hands", "house", "http", "operator", "server", "stack"]

_numbers = count(1)


@pytest.fixture
def hands() -> Hands:
    """A Monday morning: half past nine in China."""
    return Hands()


@pytest.fixture
async def house(
    server: ServerProcess, operator: Operator, database_url: str, tmp_path: Path, hands: Hands
) -> AsyncIterator[House]:
    bot = await operator.add_bot("回音", f"linking{next(_numbers)}_bot")
    async with opened(database_url, operator, bot, server.url, tmp_path, hands) as village:
        yield House(village)
