from dataclasses import dataclass

import pytest

from bot.rules.naming import homes_named


@dataclass(frozen=True)
class House:
    head: str
    address: str


DEFU, OTHER_DEFU, GUILAN, FAR = (
    House("王德福", "1组2号"),
    House("李德福", "3组2号"),
    House("王桂兰", "1组1号"),
    House("孙梅", "11组1号"),
)
ALL = [DEFU, OTHER_DEFU, GUILAN, FAR]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("王德福", [DEFU]),
        ("给王德福家写", [DEFU]),
        ("德福家", [DEFU, OTHER_DEFU]),
        ("1组1号", [GUILAN]),
        ("11组1号那家", [FAR]),
        ("王桂兰家,就是1组1号", [GUILAN]),
        ("老李头", []),
        ("梅雨天房子漏", []),
        ("", []),
    ],
)
def test_a_household_is_meant_by_its_heads_name_or_by_its_house(words: str, named: list[House]) -> None:
    assert homes_named(words, ALL) == named
