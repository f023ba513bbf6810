"""Killed in the middle of its work, the service loses nothing and doubles nothing; `make chaos` kills it 50 times."""

from pathlib import Path

import pytest

from tests.chaos.run import kill_and_tell
from tests.crowd.lives import Parent

pytestmark = pytest.mark.long

_APPEALS, _KILLS = 36, 6


async def test_a_killed_service_loses_nothing_and_says_nothing_twice_without_a_mark(
    service_parent: Parent, database_url: str, tmp_path: Path
) -> None:
    report = await kill_and_tell(service_parent, database_url, tmp_path, _APPEALS, _KILLS)
    assert list(report.faults(_KILLS)) == []
    assert report.told.matters == _APPEALS
