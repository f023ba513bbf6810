import pytest

from tests.bot.usecases.village import Village
from tests.storage.conftest import Settled, settled

__all__ = ["settled"]


@pytest.fixture
def village(settled: Settled) -> Village:
    return Village(*settled)
