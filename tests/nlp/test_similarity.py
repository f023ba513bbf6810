from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.similarity import Likeness, likeness, told
from tests.nlp.samples import invented_pairs

PAIRS = invented_pairs()
SENTENCES = sorted({text for pairs in PAIRS.values() for pair in pairs for text in pair})
VILLAGES = ("磨石沟村", "张家庄", "柳树屯", "东石桥村", "石桥村")

sentences = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)


def of(first: str, second: str) -> Likeness:
    return likeness(told(first), told(second))


def _names_village(pair: tuple[str, str]) -> bool:
    return any(place.kind == "village" for text in pair for place in told(text).places)


def test_one_matter_in_two_tellings_is_the_same_all_but_few_times() -> None:
    missed = [pair for pair in PAIRS["same"] if not of(*pair).same_matter]
    assert len(missed) <= 6, missed


def test_two_matters_in_like_words_are_hardly_ever_the_same() -> None:
    held = [pair for pair in PAIRS["different"] if of(*pair).same_matter]
    assert len(held) <= 2, held


def test_it_says_which_keywords_and_places_agreed_and_which_places_keep_apart() -> None:
    same = of("村东头路灯坏了", "村东头的路灯不亮了")
    assert same.keywords == ("路灯",)
    assert same.places == ("村东头",)
    assert of("村东头路灯坏了", "村西头路灯坏了").apart == ("村东头", "村西头")


def test_what_is_wanted_keeps_apart_as_a_place_does() -> None:
    assert of("俺娘低保停了", "俺娘养老金停了").apart == ("低保", "养老金")


def test_a_letter_is_the_matter_of_its_own_first_line() -> None:
    letter = (
        "石桥村小学门口没有红绿灯\n"
        "尊敬的领导:学校门口车多人多,孩子们放学过马路十分危险。上个月已有两起事故。请求在小学门口装上红绿灯,并派人疏导。"
    )
    assert of("石桥村小学门口没红绿灯 孩子过马路危险", letter).same_matter
    assert not of("柳树屯小学门口没红绿灯 孩子过马路危险", letter).same_matter


def test_a_letter_that_names_many_places_in_passing_is_not_kept_apart_by_them() -> None:
    letter = "青松路坑洼不平\n每天从河湾小区到柳河镇上班,走青松路,路面坑洼不平,请尽快修好,东风路去年已修过。"
    assert of("青松路净是坑 从杨树小区出来没法走", letter).apart == ("杨树小区", "河湾小区")
    assert of("青松路净是坑", letter).apart == ()


def test_words_that_name_nothing_but_what_the_other_tells_may_speak_of_it_but_are_not_sure_to() -> None:
    asked = of("低保的事咋样了", "俺娘八十了瘫床上 低保给停了")
    assert asked.score == 0.4
    assert not asked.same_matter
    assert of("路灯的事咋样了", "俺娘八十了瘫床上 低保给停了").score < 0.1


def test_texts_that_tell_nothing_are_not_the_same_matter() -> None:
    assert not of("", "").same_matter
    assert not of("", "路灯坏了").same_matter
    assert not of("坏了", "坏了").same_matter


@settings(deadline=None, max_examples=60)
@given(sentences, sentences)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    there, back = of(one, other), of(other, one)
    assert isclose(there.score, back.score)
    assert (there.keywords, there.places, set(there.apart)) == (back.keywords, back.places, set(back.apart))


@settings(deadline=None, max_examples=60)
@given(sentences)
def test_a_text_is_the_same_matter_as_itself(text: str) -> None:
    assert of(text, text).score == 1.0


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([pair for pair in PAIRS["same"] if not _names_village(pair)]), st.permutations(VILLAGES))
def test_another_village_keeps_apart_what_is_told_in_the_same_words(pair: tuple[str, str], villages: list[str]) -> None:
    first, second = f"{villages[0]} {pair[0]}", f"{villages[1]} {pair[1]}"
    assert not of(first, second).same_matter
    assert of(first, second).apart


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("磨石沟村的桥断了", "张家庄的桥断了"),
        ("柳树屯小学缺老师", "河湾小学缺老师"),
        ("3组没水了", "五组没水了"),
        ("小区二期没交房", "小区三期没交房"),
        ("3路公交不到俺村", "5路公交不到俺村"),
        ("养猪场太臭", "养鸡场太臭"),
    ],
)
def test_another_place_or_number_keeps_apart_what_is_told_in_the_same_words(first: str, second: str) -> None:
    assert of(first, second).apart


@settings(deadline=None, max_examples=60)
@given(sentences, st.text(max_size=30))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    assert 0 <= of(one, other).score <= 1
