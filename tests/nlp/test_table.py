from math import log, sqrt

import pytest

from nlp.lanes import lane, packed, unpacked
from nlp.table import Table, row

WORDS = {"路灯": (2.0, (150, -50)), "药": (1.5, (-200, 0))}
TABLE = Table(2, {word: row(*known) for word, known in WORDS.items()})


def test_what_was_packed_is_unpacked() -> None:
    whole = packed([3, 0, 2**64 - 1])
    assert unpacked(whole, 3) == (3, 0, 2**64 - 1)
    assert lane(whole, 2) == 2**64 - 1


def test_a_table_tells_what_it_was_made_of() -> None:
    assert dict(TABLE.features()) == WORDS
    assert TABLE.known("雨") is None


def test_amounts_of_a_text_squared_add_up_to_one() -> None:
    weighed = TABLE.weigh(["路灯", "药", "雨"])
    length = sqrt(2.0**2 + 1.5**2)
    assert weighed.scores() == pytest.approx([(2.0 * 1.5 - 1.5 * 2.0) / length, 2.0 * -0.5 / length])
    assert dict(weighed.adding(0)) == pytest.approx({"路灯": 2.0 * 1.5 / length, "药": 1.5 * -2.0 / length})


def test_a_repeated_word_weighs_a_little_more() -> None:
    weighed = TABLE.weigh(["路灯", "药", "路灯"])
    often = 2.0 * (1 + log(2))
    length = sqrt(often**2 + 1.5**2)
    assert weighed.scores() == pytest.approx([(often * 1.5 - 3.0) / length, often * -0.5 / length], rel=0.02)


def test_a_text_without_a_known_word_adds_nothing() -> None:
    assert TABLE.weigh(["雨"]).scores() == [0.0, 0.0]
    assert list(TABLE.weigh([]).adding(0)) == []


@pytest.mark.parametrize(("rarity", "weight"), [(0.0, 1), (1.0, 10_000), (1.0, -10_000), (1e9, 1)])
def test_what_has_no_place_in_a_row_is_refused(rarity: float, weight: int) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        row(rarity, (weight,))
