import pytest

from nlp.kinds import Privacy
from nlp.privacy import privacy_of
from tests.nlp import own_set


def test_what_only_the_holder_should_read_is_noticed_in_words_that_were_never_learnt() -> None:
    answers = own_set.private()
    assert answers.accuracy >= 0.90
    assert answers.recall >= 0.85


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("俺男人天天打俺", Privacy.VIOLENCE_AT_HOME),
        ("俺得了乙肝 卫生室没有药", Privacy.OWN_ILLNESS),
        ("别让人知道是我说的 怕他们报复", Privacy.FEAR),
        ("俺媳妇怀孕了还没领证 咋办", Privacy.FAMILY_PLANNING),
    ],
)
def test_the_reason_is_told(text: str, reason: Privacy) -> None:
    assert privacy_of(text) == reason


@pytest.mark.parametrize(
    "text",
    ["卫生室常用药不全", "在外头打工还得回来查体 能不能在外地做", "俺娘八十了瘫床上 低保给停了", "邻居们都说路灯坏了"],
)
def test_a_public_matter_stays_public_whatever_its_category(text: str) -> None:
    assert privacy_of(text) is None
