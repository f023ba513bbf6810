from collections.abc import Iterator

import pytest

from tests.conformance.catcher import Catcher


@pytest.fixture
def server() -> Iterator[Catcher]:
    with Catcher() as catcher:
        yield catcher
