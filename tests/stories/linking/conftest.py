"""The chat server and the people of 磨石沟, for stories."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chatserver.conftest import http, operator, server, stack
from tests.chatserver.harness import Operator
from tests.chatserver.process import ServerProcess
from tests.clock import Hands
from tests.stories.linking.house import House, open_house

__all__ = ["hands", "house", "http", "operator", "server", "stack"]


@pytest.fixture
def hands() -> Hands:
    """A Monday morning: half past nine in China."""
    return Hands()


@pytest.fixture
async def house(
    server: ServerProcess, operator: Operator, database_url: str, tmp_path: Path, hands: Hands
) -> AsyncIterator[House]:
    """The service at work, with the sample roster taken in."""
    async with open_house(server, operator, database_url, tmp_path, hands) as opened:
        yield opened
