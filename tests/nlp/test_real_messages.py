"""Citizens' messages, where they are there: figures only, the texts are never shown."""

import pytest

from nlp.reading import read
from tests.nlp.samples import REAL, WHERE_REAL, real

pytestmark = pytest.mark.skipif(not (REAL / "dev_categories.csv").exists(), reason=WHERE_REAL)


def test_of_formal_letters_few_ring_a_bell() -> None:
    readings = [read(f"{row['title']} {row['detail'][:400]}") for row in real("dev_categories.csv")]
    assert sum(reading.danger is not None for reading in readings) <= len(readings) * 0.1
