from pathlib import Path

import pytest

from nlp.dictionary import Dictionary
from nlp.dictionary_file import write_dictionary
from nlp.learning.messages import Message, nameless
from nlp.learning.training import TooFew, train
from tests.nlp.learning.lessons import lessons


def learnt(dictionary: Dictionary) -> set[str]:
    """Without the codes of the county's categories, which stand in every dictionary."""
    return {feature for table in dictionary.tables[:4] for feature in table.rows}


def test_what_is_learnt_lays_new_wordings_to_their_labels() -> None:
    dictionary = train(lessons())
    assert dictionary.guess("", "俺家门口路灯坏了").category == "路灯"
    assert dictionary.guess("", "卫生室的降压药又没有了").category == "吃药"
    assert dictionary.guess("路灯", "").category == "路灯"


def test_the_same_messages_give_the_same_bytes(tmp_path: Path) -> None:
    first, again = tmp_path / "first.tsv", tmp_path / "again.tsv"
    write_dictionary(train(lessons()), first)
    write_dictionary(train(lessons()), again)
    assert first.read_bytes() == again.read_bytes()


def test_a_word_is_learnt_only_if_five_messages_have_it() -> None:
    seldom = [Message("", f"路灯 变压器 {'坏了' * n}", "路灯") for n in range(4)]
    often = [*seldom, Message("", "变压器又响", "路灯")]
    assert not any("变压" in word for word in learnt(train([*lessons(), *seldom])))
    assert "变压器" in learnt(train([*lessons(), *often]))


def test_no_digits_and_no_names_are_learnt() -> None:
    told = [
        Message("", f"王翠花家门口第13号路灯坏了 电话13812345678 A3区 李大爷也知道 临沂{'的' * n}", "路灯")
        for n in range(8)
    ]
    words = learnt(train([*lessons(), *told]))
    assert not any(sign.isdigit() for word in words for sign in word)
    assert not any(name in word for word in words for name in ("翠花", "王", "李", "大爷", "临沂", "a"))


def test_names_are_taken_out_and_ordinary_words_stay() -> None:
    assert nameless("我叫王翠花 住在长沙A市 城市道路12米").split() == ["我叫", "住在", "城市道路", "米"]


def test_too_few_messages_are_refused_with_a_sentence() -> None:
    with pytest.raises(TooFew, match="one label"):
        train([Message("", "路灯坏了", "路灯")] * 9)
    with pytest.raises(TooFew, match="药: each label needs at least 5"):
        train([*[Message("", f"路灯坏了{'啊' * n}", "路灯") for n in range(9)], Message("", "没药", "药")])


def test_messages_that_share_no_word_still_give_a_dictionary() -> None:
    told = [Message("", "一二三四五六七八九十"[n], "甲" if n % 2 else "乙") for n in range(10)]
    assert train(told).guess("", "一").abstain in (True, False)
