"""Cuts Chinese text into words (jieba). The dictionary is loaded at the first cut: a second and a half."""

import logging
import warnings
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jieba


def cut(text: str) -> list[str]:
    """The words of the text in their order; joined again they are the text."""
    words: list[str] = _tokenizer().lcut(text)
    return words


@cache
def _tokenizer() -> "jieba.Tokenizer":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its source, of 2020, has escapes that Python warns of since
        import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer
