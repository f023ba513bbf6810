import tomllib
from pathlib import Path

import pytest

from nlp.matters import are_two, two_matters

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "俺娘的低保停了,去问说等着。另外卫生室常用药都没有,买个感冒药还得跑镇上",
            ("俺娘的低保停了,去问说等着", "另外卫生室常用药都没有,买个感冒药还得跑镇上"),
        ),
        (
            "村里到镇上的路坑坑洼洼没人修 还有俺家的低保也停了 去问就说等着",
            ("村里到镇上的路坑坑洼洼没人修", "还有俺家的低保也停了 去问就说等着"),
        ),
    ],
)
def test_two_matters_in_one_breath_are_cut_where_somebody_goes_on(text: str, cut: tuple[str, str]) -> None:
    assert two_matters(text) == cut


@pytest.mark.parametrize(
    "text",
    [
        "俺娘的低保停了,还有俺爹的低保也停了",
        "俺家低保停了,孙子还在上学,另外娘还病着",
        "卫生室常用药都没有,还有医生老不在",
        "俺家还有两口人吃不上低保",
        "另外卫生室常用药都没有",
        "",
    ],
)
def test_one_matter_stays_one(text: str) -> None:
    assert two_matters(text) is None


def test_none_of_the_sixty_messages_is_cut() -> None:
    said = tomllib.loads((DATA / "appeals.toml").read_text(encoding="utf-8"))["said"]
    assert [text for text in said if two_matters(text)] == []


def test_messages_of_two_matters_and_of_one_are_told_apart() -> None:
    assert are_two("俺娘的低保停了,去问说等着", "卫生室常用药都没有,买个感冒药还得跑镇上")
    assert not are_two("俺娘的低保停了,去问说等着", "孙子还在上学")
