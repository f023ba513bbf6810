from collections.abc import Iterator

import pytest

from tests.chatserver.process import ServerProcess
from tests.conformance.recorder import Recorder


@pytest.fixture
def recorder(server: ServerProcess) -> Iterator[Recorder]:
    with Recorder(server.url) as tap:
        yield tap
