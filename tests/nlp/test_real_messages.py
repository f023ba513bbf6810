"""Citizens' messages, where they are there: figures only, the texts are never shown."""

import pytest

from tests.nlp.measures import in_category
from tests.nlp.samples import REAL, WHERE_REAL, real

pytestmark = pytest.mark.skipif(not (REAL / "dev_categories.csv").exists(), reason=WHERE_REAL)


def test_real_messages_are_laid_to_their_categories() -> None:
    rows = real("dev_categories.csv")
    right = in_category(
        (f"{row['title']} {row['detail']}", tuple(filter(None, (row["category"], row["second"])))) for row in rows
    )
    assert right.value >= 0.85, f"{right} are right"
