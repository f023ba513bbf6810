import pytest

from nlp.danger import danger_in
from nlp.kinds import Danger
from nlp.plain import plain
from tests.nlp.samples import invented

SENTENCES = invented("danger")
LOOK_ALIKES = SENTENCES.pop("none")


@pytest.mark.parametrize("text", [text for texts in SENTENCES.values() for text in texts])
def test_danger_to_life_is_noticed(text: str) -> None:
    assert danger_in(plain(text)) is not None


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_sounds_like_danger_wakes_nobody(text: str) -> None:
    assert danger_in(plain(text)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("俺家锅屋着火了", Danger.FIRE),
        ("院墙要倒了 孩子还在下头玩", Danger.COLLAPSE),
        ("俺孙子丢了 才五岁", Danger.MISSING_CHILD),
        ("高压线掉地上了", Danger.LIVE_WIRE),
        ("俺娘倒在院里叫不醒", Danger.OTHER),
    ],
)
def test_the_kind_of_danger_is_told(text: str, kind: Danger) -> None:
    assert danger_in(text) == kind


def test_danger_of_the_past_is_danger_when_somebody_is_still_inside() -> None:
    assert danger_in("去年塌的那间屋") is None
    assert danger_in("去年塌的那间屋又塌了 人还在里头 救命") is not None
