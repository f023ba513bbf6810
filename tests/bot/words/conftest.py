from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nlp.county_words import use_words
from tests.bot.huiyin import huiyin

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Words = Callable[..., "CompletedProcess[str]"]


@pytest.fixture
def words(tmp_path: Path, database_url: str) -> Words:
    """`huiyin words …` on the test's database."""
    return lambda *said: huiyin("words", *said, folder=tmp_path, HUIYIN_DATABASE_URL=database_url)


@pytest.fixture
def as_delivered() -> Iterator[None]:
    """The words of this process are as delivered again after the test."""
    yield
    use_words(())
