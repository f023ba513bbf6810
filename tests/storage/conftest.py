from collections.abc import AsyncIterator

import pytest

from storage.engine import Database
from tests.clock import Hands
from tests.storage.county import Cast, County, settle

Settled = tuple[County, Cast]


@pytest.fixture
async def settled(database: Database) -> AsyncIterator[Settled]:
    """The county and its cast, in one transaction of the test's own."""
    async with database.write() as session:
        yield await settle(session, Hands())
