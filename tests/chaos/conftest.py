from collections.abc import Iterator

import pytest

from tests.crowd.lives import Parent, parent


@pytest.fixture(scope="session")
def service_parent() -> Iterator[Parent]:
    with parent() as process:
        yield process
