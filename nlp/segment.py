"""Cuts Chinese text into words (jieba). The dictionary is loaded at the first cut: a second and a half."""

import logging
import warnings
from functools import cache
from typing import TYPE_CHECKING

from nlp.word_files import words_of

if TYPE_CHECKING:
    import jieba

_PERSON = "nr"
_SELDOM = 100


def cut(text: str) -> list[str]:
    """The words of the text in their order; joined again they are the text."""
    words: list[str] = _tokenizer().lcut(text)
    return words


def is_known(word: str) -> bool:
    """Whether the dictionary has the word."""
    return bool(_tokenizer().FREQ.get(word))


def is_common(word: str) -> bool:
    """Whether the word is often written: 东风 and 卫生 are, 德福 and 桂兰 are in the dictionary all the same."""
    return (_tokenizer().FREQ.get(word) or 0) > _SELDOM


@cache
def person_names() -> frozenset[str]:
    """The names of persons that the dictionary has. It takes 谢谢 for one too: what is often written is none."""
    with _tokenizer().get_dict_file() as lines:
        entries = (line.decode().split() for line in lines)
        return frozenset(word for word, times, kind in entries if kind == _PERSON and int(times) <= _SELDOM)


@cache
def _tokenizer() -> "jieba.Tokenizer":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its source, of 2020, has escapes that Python warns of since
        import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for word in words_of("town")["words"]:
        if not tokenizer.FREQ.get(word):
            tokenizer.add_word(word)
    return tokenizer
