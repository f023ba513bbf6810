import logging
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot import logs
from storage.engine import Database
from tests import database as databases
from tests.bot_api import BotApi

settings.register_profile("huiyin", deadline=None)  # how long an example may take is no promise of ours
settings.load_profile("huiyin")
_COUNTED = "database"
_session_folder: "tempfile.TemporaryDirectory[str] | None" = None


def pytest_configure(config: pytest.Config) -> None:
    global _session_folder
    if not hasattr(config, "workerinput"):
        _session_folder = tempfile.TemporaryDirectory(prefix="huiyin-tests-")
        databases.open_session(Path(_session_folder.name))


def pytest_unconfigure() -> None:
    if _session_folder is not None:
        databases.close_session()
        _session_folder.cleanup()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many tests ran on each database, so that a silent gap shows."""
    ran = Counter(
        value
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        for name, value in report.user_properties
        if name == _COUNTED and report.when == "call"
    )
    counts = ", ".join(f"{ran[engine]} on {engine}" for engine in databases.ENGINES)
    terminalreporter.write_line(f"databases: {counts}")


@pytest.fixture(params=databases.ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    request.node.user_properties.append((_COUNTED, name))
    return name


@pytest.fixture
def database_url(engine: str, tmp_path: Path) -> Iterator[str]:
    with databases.fresh(engine, tmp_path) as url:
        yield url


@pytest.fixture
def empty_database_url(engine: str, tmp_path: Path) -> Iterator[str]:
    with databases.fresh(engine, tmp_path, migrated=False) as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
def bot_api() -> Iterator[BotApi]:
    with BotApi() as server:
        yield server


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """The service's log as an operator has it, with every word that it may hold."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield logs.set_up("DEBUG", tmp_path, "run")
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.raiseExceptions = True
    logging.captureWarnings(capture=False)
