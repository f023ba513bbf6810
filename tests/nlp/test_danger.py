import pytest

from nlp.danger import danger_in
from nlp.kinds import Danger
from tests.nlp import own_set


def test_danger_is_noticed_in_words_that_were_never_learnt() -> None:
    answers = own_set.danger()
    assert answers.recall >= 0.97
    assert answers.precision >= 0.85


@pytest.mark.parametrize(
    "text", ["火烧眉毛了 快给办办", "气死我了 跑了三趟", "村里贴防火宣传了", "上次着火的赔偿到现在没给"]
)
def test_what_only_sounds_like_danger_wakes_nobody(text: str) -> None:
    assert danger_in(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("俺家锅屋着火了", Danger.FIRE),
        ("院墙要倒了 孩子还在下头玩", Danger.COLLAPSE),
        ("俺孙子丢了 才五岁", Danger.MISSING_CHILD),
        ("高压线掉地上了", Danger.LIVE_WIRE),
        ("俺爹突然栽倒 嘴歪了 说不出话", Danger.OTHER),
        ("屋里一股煤气味 头晕得站不住", Danger.GAS),
        ("俺不想活了 活着没意思", Danger.SUICIDE),
    ],
)
def test_the_kind_of_danger_is_told(text: str, kind: Danger) -> None:
    assert danger_in(text) == kind


def test_danger_of_the_past_is_danger_when_somebody_is_still_inside() -> None:
    assert danger_in("去年塌的那间屋一直没修") is None
    assert danger_in("去年塌的那间屋又塌了 人还在里头 救命") is not None
