"""Case numbers as officials write them."""

import pytest

from bot.rules.numbers import read_number


@pytest.mark.parametrize("said", ["东-127", "东127号", "东 127", "东\uff0d１２７", " 东—127号 ", "127", "127号"])
def test_a_number_is_read_with_or_without_its_village(said: str) -> None:
    assert read_number(said, "东") == ("东", 127)


def test_a_village_with_a_digit_in_its_name_keeps_it() -> None:
    assert read_number("三里铺2村-5", "东") == ("三里铺2村", 5)


@pytest.mark.parametrize("said", ["", "东", "那一件", "127号和128号", "东-127 跟这件一样", "1" * 30])
def test_anything_else_is_no_number(said: str) -> None:
    assert read_number(said, "东") is None
