import pytest

from nlp.similarity import Likeness, likeness, told
from tests.nlp.samples import invented_pairs

PAIRS = invented_pairs()


def of(first: str, second: str) -> Likeness:
    return likeness(told(first), told(second))


@pytest.mark.parametrize(("first", "second"), PAIRS["same"])
def test_one_matter_in_two_tellings_is_the_same(first: str, second: str) -> None:
    assert of(first, second).same_matter


@pytest.mark.parametrize(("first", "second"), PAIRS["different"])
def test_two_matters_in_like_words_are_not(first: str, second: str) -> None:
    assert not of(first, second).same_matter


def test_it_says_which_keywords_and_places_agreed_and_which_places_keep_apart() -> None:
    same = of("村东头路灯坏了", "村东头的路灯不亮了")
    assert "路灯" in same.keywords
    assert same.places == ("村东头",)
    assert of("村东头路灯坏了", "村西头路灯坏了").apart == ("村东头", "村西头")


def test_likeness_has_no_direction_and_a_text_is_wholly_like_itself() -> None:
    one, other = "养猪场臭得开不了窗", "村西养猪场的味太臭"
    assert of(one, other).score == of(other, one).score
    assert of(one, one).score == 1.0


def test_texts_that_tell_nothing_are_not_the_same_matter() -> None:
    assert not of("", "").same_matter
    assert not of("", "路灯坏了").same_matter
