import logging
import tomllib
import warnings
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from nlp.segment import cut, is_common, is_known, person_names
from nlp.word_files import words_of
from tests.nlp.samples import REAL, WHERE_REAL, own, real

if TYPE_CHECKING:
    import jieba

TIES = 3  # of 10,000: where two cuts are equally likely, the two programs may take either
SAID = tomllib.loads((Path(__file__).parents[1] / "data" / "appeals.toml").read_text(encoding="utf-8"))["said"]


@cache
def with_jieba() -> "jieba.Tokenizer":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for word in words_of("town")["words"]:
        if not tokenizer.FREQ.get(word):
            tokenizer.add_word(word)
    return tokenizer


def test_texts_are_cut_as_jieba_cuts_them() -> None:
    kinds = ("danger", "private", "about_cadre", "is_appeal", "one_liners")
    texts = [*SAID, *chain.from_iterable(texts for kind in kinds for texts in own(kind).values())]
    assert [text for text in texts if cut(text) != with_jieba().lcut(text)] == []


@pytest.mark.parametrize(
    "text", ["房号5-4304", "2019.3.19之前", "看baidu.com呢", "C++和50%的", "a--b", "滴滴-", "1+1=2&3"]
)
def test_letters_and_digits_are_cut_as_jieba_cuts_them(text: str) -> None:
    assert cut(text) == with_jieba().lcut(text)


@pytest.mark.skipif(not (REAL / "labelled_train.csv").exists(), reason=WHERE_REAL)
def test_real_messages_are_cut_as_jieba_cuts_them() -> None:
    texts = [row["title"] + row["detail"][:120] for row in real("labelled_train.csv")[:4000]]
    assert sum(cut(text) != with_jieba().lcut(text) for text in texts) <= TIES


def test_what_the_dictionary_says_of_a_word() -> None:
    assert is_known("低保户")
    assert is_common("卫生")
    assert not is_common("桂兰")
    assert "谢谢" not in person_names()


def test_half_a_surrogate_pair_is_cut_too() -> None:
    assert cut("路灯\ud83d坏了") == ["路灯", "\N{REPLACEMENT CHARACTER}", "坏", "了"]
